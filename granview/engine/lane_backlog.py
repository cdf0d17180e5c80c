"""What a lane was given to do, and what it tells of it: answers, failures, how far it is."""

from typing import Final

from granview.core.lane import LaneSpec
from granview.core.messages import Failure, Result
from granview.core.sample_kind import SAMPLE_KINDS
from granview.engine.backlog import Backlog
from granview.engine.lane_events import LaneEvents
from granview.engine.process_outcome import ProcessOutcome
from granview.tasks.base import TASKS

_BATCHES_AHEAD: Final = 5
"""Decoding, preprocessed, computing, postprocessing, and one more that fills the next."""


class LaneBacklog(Backlog):
    """The requests of a lane; what becomes of them is told in its name.

    Args:
        events: Tells it.
    """

    def __init__(self, events: LaneEvents) -> None:
        super().__init__()
        self._events = events

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
