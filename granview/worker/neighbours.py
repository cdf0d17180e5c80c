"""Batches of neighbouring requests, for inputs that are too large to be held in numbers."""

from typing import Final

from granview.worker.batch import Decoded
from granview.worker.intake import Intake

_FILL_S: Final = 0.05
"""How long a batch that is not full waits for a further request that is still on its way."""


class Neighbours:
    """Gathers requests in their order, as long as their samples fit into one forward pass.

    At most one sample more than a batch is held.
    """

    def __init__(self, intake: Intake, batch_size: int) -> None:
        self._intake = intake
        self._batch_size = batch_size
        self._carried: Decoded | None = None

    def gather(self) -> list[Decoded]:
        """The samples of the next batch; one that does not fit in is carried over to the one after."""
        first = self._carried or self._intake.next(None, begin=True)
        self._carried = None
        gathered = [first] if first is not None else []
        while gathered and len(gathered) < self._batch_size:
            decoded = self._intake.next(_FILL_S, begin=True)
            if decoded is None:
                break
            if self._intake.key(decoded.item) != self._intake.key(gathered[0].item):
                self._carried = decoded
                break
            gathered.append(decoded)
        return gathered
