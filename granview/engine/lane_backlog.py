"""What a lane was given: what waits, what its process has, what is done, whom to blame when the process dies.

And what it tells of it: answers, failures, how far it is.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from typing import Final

from granview.core.lane import LaneSpec
from granview.core.messages import Failure, Request, Result
from granview.core.sample_kind import SAMPLE_KINDS
from granview.engine.lane_events import LaneEvents
from granview.engine.process_outcome import ProcessOutcome
from granview.tasks.base import TASKS

_BATCHES_AHEAD: Final = 5
"""Decoding, preprocessed, computing, postprocessing, and one more that fills the next."""


class LaneBacklog:
    """The requests of one lane, in the order in which they were made; what becomes of them is told in its name.

    A death with one request under way is that request's fault. With several under way it may be any one's: these
    suspects then run one at a time, before all others, so that a second death tells which it was.

    Attributes:
        done: Requests that were answered since the lane was last idle.
        failed: Those of them that failed.
        total: Requests since the lane was last idle.

    Args:
        events: Tells what becomes of them.
    """

    def __init__(self, events: LaneEvents) -> None:
        self._events = events
        self.done = self.failed = self.total = 0
        self._suspects: deque[Request] = deque()
        self._waiting: deque[Request] = deque()
        self._sent: dict[int, Request] = {}
        self._started: set[int] = set()

    @property
    def empty(self) -> bool:
        """Whether everything was answered."""
        return not (self._sent or self._waiting or self._suspects)

    @property
    def under_way(self) -> bool:
        """Whether the process has something to answer."""
        return bool(self._sent)

    def add(self, requests: Iterable[Request]) -> None:
        """Take more requests; an idle lane counts from the start again."""
        if self.empty:
            self.done = self.failed = self.total = 0
        before = len(self._waiting)
        self._waiting.extend(requests)
        self.total += len(self._waiting) - before

    def send_next(self, window: int) -> list[Request]:
        """Take the requests that the process shall have now, so that it has at most ``window``."""
        if self._suspects:
            chosen = [] if self._sent else [self._suspects.popleft()]
        else:
            room = max(0, min(window - len(self._sent), len(self._waiting)))
            chosen = [self._waiting.popleft() for _ in range(room)]
        self._sent.update((request.id, request) for request in chosen)
        return chosen

    def start(self, request_ids: Iterable[int]) -> None:
        """The process has begun with these."""
        self._started.update(request_id for request_id in request_ids if request_id in self._sent)

    def finish(self, request_id: int, failed: bool) -> Request | None:
        """Count an answer; None when nobody waits for it any more."""
        request = self._sent.pop(request_id, None)
        if request is not None:
            self._started.discard(request_id)
            self.done += 1
            self.failed += failed
        return request

    def clear(self) -> Sequence[Request]:
        """Forget everything that was not answered, and return it; what was answered stays counted."""
        left = [*self._sent.values(), *self._suspects, *self._waiting]
        self._sent.clear()
        self._started.clear()
        self._suspects.clear()
        self._waiting.clear()
        self.total = self.done
        return left

    def fail_all(self) -> Sequence[Request]:
        """Count everything that was not answered as failed, and return it."""
        left = self.clear()
        self.done += len(left)
        self.failed += len(left)
        self.total += len(left)
        return left

    def take_back(self) -> None:
        """The process was ended by the user: all that it had waits again, in the old order."""
        self._waiting.extendleft(reversed([*self._sent.values(), *self._suspects]))
        self._sent.clear()
        self._started.clear()
        self._suspects.clear()

    def after_death(self) -> Request | None:
        """The process died: returns the request that was at fault, counted as failed; the others wait again."""
        begun = [request for request in self._sent.values() if request.id in self._started]
        others = [request for request in self._sent.values() if request.id not in self._started]
        culprit = begun[0] if len(begun) == 1 else None
        self._waiting.extendleft(reversed(others))
        if culprit is not None:
            self.finish(culprit.id, failed=True)
        else:
            self._suspects.extendleft(reversed(begun))
        self._sent.clear()
        self._started.clear()
        return culprit

    def reply(self, reply: Result | Failure) -> bool:
        """Pass an answer on; False when nobody waits for it any more."""
        if self.finish(reply.request_id, isinstance(reply, Failure)) is None:
            return False
        self._events.reply(reply)
        self.tell()
        return True

    def refuse_all(self, error: str, hint: str) -> None:
        """Nothing of it will be answered."""
        for request in self.fail_all():
            self._events.fail(request, error, hint)
        self.tell()

    def blame(self, outcome: ProcessOutcome) -> None:
        """The process died: whoever was at fault has failed, the others wait again."""
        culprit = self.after_death()
        if culprit is not None:
            self._events.fail(culprit, outcome.message, outcome.advice)
            self.tell()

    def tell(self) -> None:
        """Tell how far it is."""
        self._events.tell_progress(self.done, self.failed, self.total)


def requests_ahead(spec: LaneSpec) -> int:
    """How many requests a lane's process has at most; of a task that is not known few, since the worker refuses it."""
    known = TASKS.all().get(spec.task)
    return max(_BATCHES_AHEAD * spec.batch_size, 0 if known is None else SAMPLE_KINDS.get(known.kind).requests_ahead)
