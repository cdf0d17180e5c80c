"""A small cache of label maps, so that going back to a sample is immediate."""

from collections import OrderedDict
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.label_map import LabelMap
from granview.gui.model.entries import Key

MAX_BYTES: Final = 256 << 20
_ROWS_PER_BLOCK: Final = 256


class MapCache:
    """Label maps by sample and lane, the least recently used ones dropped first.

    Args:
        max_bytes: How much the maps may take together; a single larger one is kept alone.
    """

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._maps: OrderedDict[Key, LabelMap] = OrderedDict()
        self._bytes = 0

    def get(self, key: Key) -> LabelMap | None:
        """The label map, or None."""
        found = self._maps.get(key)
        if found is not None:
            self._maps.move_to_end(key)
        return found

    def put(self, key: Key, label_map: LabelMap) -> None:
        """Keep a label map."""
        self.drop(key)
        self._maps[key] = label_map
        self._bytes += _size(label_map)
        while self._bytes > self._max_bytes and len(self._maps) > 1:
            self.drop(next(iter(self._maps)))

    def drop(self, key: Key) -> None:
        """Forget a label map; does nothing where there is none."""
        gone = self._maps.pop(key, None)
        if gone is not None:
            self._bytes -= _size(gone)

    def clear(self) -> None:
        """Forget all."""
        self._maps.clear()
        self._bytes = 0


def class_shares(labels: NDArray[np.unsignedinteger], n_classes: int) -> NDArray[np.float64]:
    """Part of the pixels of each class, 0 to 1, (n_classes,); indices from ``n_classes`` on are left out."""
    counts = np.zeros(n_classes, np.int64)
    for top in range(0, labels.shape[0], _ROWS_PER_BLOCK):
        block = np.bincount(labels[top : top + _ROWS_PER_BLOCK].ravel(), minlength=n_classes)
        counts += block[:n_classes]
    return counts / max(labels.size, 1)


def _size(label_map: LabelMap) -> int:
    confidence = label_map.confidence
    return label_map.labels.nbytes + (0 if confidence is None else confidence.nbytes)
