"""A small cache of predictions, so that going back to a sample is immediate."""

import dataclasses
from collections import OrderedDict
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.prediction import Prediction
from granview.gui.model.entries import Key

MAX_BYTES: Final = 256 << 20
_ROWS_PER_BLOCK: Final = 256


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

    def put(self, key: Key, said: Prediction) -> None:
        """Keep a prediction."""
        self.drop(key)
        self._held[key] = said
        self._bytes += _size(said)
        while self._bytes > self._max_bytes and len(self._held) > 1:
            self.drop(next(iter(self._held)))

    def drop(self, key: Key) -> None:
        """Forget a prediction; does nothing where there is none."""
        gone = self._held.pop(key, None)
        if gone is not None:
            self._bytes -= _size(gone)

    def clear(self) -> None:
        """Forget all."""
        self._held.clear()
        self._bytes = 0


def class_shares(labels: NDArray[np.unsignedinteger], n_classes: int) -> NDArray[np.float64]:
    """Part of the pixels of each class, 0 to 1, (n_classes,); indices from ``n_classes`` on are left out."""
    counts = np.zeros(n_classes, np.int64)
    for top in range(0, labels.shape[0], _ROWS_PER_BLOCK):
        block = np.bincount(labels[top : top + _ROWS_PER_BLOCK].ravel(), minlength=n_classes)
        counts += block[:n_classes]
    return counts / max(labels.size, 1)


def _size(said: Prediction) -> int:
    """Bytes of a prediction's arrays and texts, about."""
    parts = (getattr(said, one.name) for one in dataclasses.fields(said))
    return sum(_part_size(part) for part in parts)


def _part_size(part: object) -> int:
    if isinstance(part, np.ndarray):
        return part.nbytes
    return len(part) if isinstance(part, str) else 0
