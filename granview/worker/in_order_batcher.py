"""Batches of neighbouring requests, for inputs that are too large to be held in numbers."""

from dataclasses import dataclass
from typing import Final

from granview.worker.batch import DecodedSample
from granview.worker.prefetch_loop import Key, RequestReader

_FILL_S: Final = 0.05
"""How long a batch that is not full waits for a further request that is still on its way."""


@dataclass(frozen=True)
class _Taken:
    decoded: DecodedSample
    key: Key


class InOrderBatcher:
    """Gathers requests in their order, as long as their samples fit into one forward pass.

    At most one sample more than a batch is held.
    """

    def __init__(self, reader: RequestReader, batch_size: int) -> None:
        self._reader = reader
        self._batch_size = batch_size
        self._carried: _Taken | None = None

    def next_batch(self) -> list[DecodedSample]:
        """The samples of the next batch; one that does not fit in is carried over to the one after."""
        first = self._carried or self._take(None)
        self._carried = None
        batched = [first] if first is not None else []
        while batched and len(batched) < self._batch_size:
            taken = self._take(_FILL_S)
            if taken is None:
                break
            if taken.key != batched[0].key:
                self._carried = taken
                break
            batched.append(taken)
        return [taken.decoded for taken in batched]

    def _take(self, timeout_s: float | None) -> _Taken | None:
        """The next sample; None when none came in time, or it was answered with a failure."""
        decoded = self._reader.next(timeout_s, begin=True)
        if decoded is None:
            return None
        try:
            return _Taken(decoded, self._reader.key(decoded.item))
        except BaseException as error:  # noqa: BLE001  whatever goes wrong is the sample's answer
            self._reader.refuse(decoded, error)
            return None
