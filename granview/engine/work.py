"""What a lane was given to do, and what it tells of it: answers, failures, how far it is."""

from typing import Final

from granview.core.lane import LaneSpec
from granview.core.messages import Failure, Result
from granview.core.sample_kind import SAMPLE_KINDS
from granview.engine.backlog import Backlog
from granview.engine.outcome import Outcome
from granview.engine.voice import Voice
from granview.tasks.base import TASKS

_BATCHES_AHEAD: Final = 5
"""Decoding, preprocessed, computing, postprocessing, and one more that fills the next."""


class Work(Backlog):
    """The requests of a lane; what becomes of them is told in its name.

    Args:
        voice: Tells it.
    """

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice

    def answer(self, answer: Result | Failure) -> bool:
        """Pass an answer on; False when nobody waits for it any more."""
        if self.finish(answer.request_id, isinstance(answer, Failure)) is None:
            return False
        self._voice.answer(answer)
        self.tell()
        return True

    def refuse_all(self, error: str, hint: str) -> None:
        """Nothing of it will be answered."""
        for request in self.fail_all():
            self._voice.fail(request, error, hint)
        self.tell()

    def blame(self, outcome: Outcome) -> None:
        """The process died: whoever was at fault has failed, the others wait again."""
        culprit = self.after_death()
        if culprit is not None:
            self._voice.fail(culprit, outcome.message, outcome.advice)
            self.tell()

    def tell(self) -> None:
        """Tell how far it is."""
        self._voice.tell_progress(self.done, self.failed, self.total)


def window_of(spec: LaneSpec) -> int:
    """How many requests a lane's process has at most; of a task that is not known few, since the worker refuses it."""
    known = TASKS.all().get(spec.task)
    return max(_BATCHES_AHEAD * spec.batch_size, 0 if known is None else SAMPLE_KINDS.get(known.kind).requests_ahead)
