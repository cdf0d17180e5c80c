"""A small cache of predictions, so that going back to a sample is immediate."""

from collections import OrderedDict
from typing import Final

from granview.core.prediction import Prediction
from granview.gui.model.lanes_and_rows import Key

MAX_BYTES: Final = 256 << 20


class PredictionCache:
    """Predictions by sample and lane, the least recently used ones dropped first.

    Args:
        max_bytes: How much they may take together; a single larger one is kept alone.
    """

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._held: OrderedDict[Key, Prediction] = OrderedDict()
        self._bytes = 0

    def get(self, key: Key) -> Prediction | None:
        """The prediction, or None."""
        found = self._held.get(key)
        if found is not None:
            self._held.move_to_end(key)
        return found

    def put(self, key: Key, prediction: Prediction) -> None:
        """Keep a prediction."""
        self.drop(key)
        self._held[key] = prediction
        self._bytes += prediction.size_bytes
        while self._bytes > self._max_bytes and len(self._held) > 1:
            self.drop(next(iter(self._held)))

    def drop(self, key: Key) -> None:
        """Forget a prediction; does nothing where there is none."""
        gone = self._held.pop(key, None)
        if gone is not None:
            self._bytes -= gone.size_bytes

    def clear(self) -> None:
        """Forget all."""
        self._held.clear()
        self._bytes = 0
