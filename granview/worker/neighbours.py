"""Batches of neighbouring requests, for inputs that are too large to be held in numbers."""

from dataclasses import dataclass
from typing import Final

from granview.worker.batch import Decoded
from granview.worker.intake import Intake, Key

_FILL_S: Final = 0.05
"""How long a batch that is not full waits for a further request that is still on its way."""


@dataclass(frozen=True)
class _Taken:
    decoded: Decoded
    key: Key


class Neighbours:
    """Gathers requests in their order, as long as their samples fit into one forward pass.

    At most one sample more than a batch is held.
    """

    def __init__(self, intake: Intake, batch_size: int) -> None:
        self._intake = intake
        self._batch_size = batch_size
        self._carried: _Taken | None = None

    def gather(self) -> list[Decoded]:
        """The samples of the next batch; one that does not fit in is carried over to the one after."""
        first = self._carried or self._take(None)
        self._carried = None
        gathered = [first] if first is not None else []
        while gathered and len(gathered) < self._batch_size:
            taken = self._take(_FILL_S)
            if taken is None:
                break
            if taken.key != gathered[0].key:
                self._carried = taken
                break
            gathered.append(taken)
        return [taken.decoded for taken in gathered]

    def _take(self, timeout_s: float | None) -> _Taken | None:
        """The next sample; None when none came in time, or it was answered with a failure."""
        decoded = self._intake.next(timeout_s, begin=True)
        if decoded is None:
            return None
        try:
            return _Taken(decoded, self._intake.key(decoded.item))
        except BaseException as error:  # noqa: BLE001  whatever goes wrong is the sample's answer
            self._intake.refuse(decoded, error)
            return None
