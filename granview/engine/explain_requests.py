"""The questions that a lane was asked and has not answered: why the model says what it says."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from granview.core.messages import Explain, Explained, NotExplained
from granview.core.resilient_loops import attempt

ExplainReply = Explained | NotExplained
OnExplainReply = Callable[[ExplainReply], None]

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Open:
    request: Explain
    on_reply: OnExplainReply


class ExplainRequests:
    """The open questions of one lane. Pure bookkeeping."""

    def __init__(self) -> None:
        self._waiting: list[_Open] = []
        self._sent: dict[int, _Open] = {}

    def add(self, request: Explain, on_reply: OnExplainReply) -> None:
        """Take a question; ``on_reply`` is called once, unless it is forgotten."""
        self._waiting.append(_Open(request, on_reply))

    def to_send(self) -> list[Explain]:
        """The questions that the process has not been told yet; it counts as told now."""
        unsent = [open_.request for open_ in self._waiting]
        self._sent.update((open_.request.id, open_) for open_ in self._waiting)
        self._waiting.clear()
        return unsent

    def reply(self, reply: ExplainReply) -> None:
        """Pass an answer on, unless nobody waits for it any more."""
        open_ = self._sent.pop(reply.request_id, None)
        if open_ is not None:
            _reply(open_, reply)

    def forget(self, up_to: int) -> None:
        """Forget the questions with an id of at most ``up_to``."""
        self._waiting = [open_ for open_ in self._waiting if open_.request.id > up_to]
        self._sent = {number: open_ for number, open_ in self._sent.items() if number > up_to}

    def fail_sent(self, error: str, hint: str) -> None:
        """The process died: what it was asked is not asked again, since it may be what killed it."""
        self._fail(list(self._sent.values()), error, hint)
        self._sent.clear()

    def fail_all(self, error: str, hint: str) -> None:
        """Nobody will answer."""
        waiting, self._waiting = self._waiting, []
        self.fail_sent(error, hint)
        self._fail(waiting, error, hint)

    @staticmethod
    def _fail(requests: Sequence[_Open], error: str, hint: str) -> None:
        for open_ in requests:
            _reply(open_, NotExplained(open_.request.id, error, hint))


def _reply(open_: _Open, reply: ExplainReply) -> None:
    """A listener's mistake is the listener's: it is logged with its traceback, and costs no lane."""
    attempt(lambda: open_.on_reply(reply), lambda _: logger.exception("A listener failed on an explanation."))
