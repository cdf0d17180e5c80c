"""Label maps for tests and benchmarks: smooth regions over decades of size, and predictions that err as models do."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.palette import class_colors

Labels = NDArray[np.unsignedinteger[Any]]


def label_set(*names: str, void: int | None = 255) -> LabelSet:
    """A label set of these names."""
    return LabelSet(names, class_colors(names), void)


def numbered_labels(n_classes: int, void: int | None = 255) -> LabelSet:
    """A label set of ``n_classes`` classes called ``c0``, ``c1``, …"""
    return label_set(*(f"c{i}" for i in range(n_classes)), void=void)


def label_map(rows: str, void: int = 255) -> NDArray[np.uint8]:
    """A small map drawn as text: one line per row, ``.`` for class 0, a digit for its class, ``#`` for void."""
    values = {".": 0, "#": void}
    return np.array([[values[c] if c in values else int(c) for c in row] for row in rows.split()], dtype=np.uint8)


def blobs(height: int, width: int, n_classes: int, seed: int, blob_px: int = 32) -> NDArray[np.uint8]:
    """A map (height, width) of smooth regions of about ``blob_px`` pixels across."""
    import cv2

    generator = np.random.default_rng(seed)
    small = (max(1, width // blob_px), max(1, height // blob_px))
    best = np.full((height, width), -np.inf, dtype=np.float32)
    labels = np.zeros((height, width), dtype=np.uint8)
    for class_id in range(n_classes):
        field = generator.random((small[1], small[0])).astype(np.float32)
        field = cv2.resize(field, (width, height), interpolation=cv2.INTER_CUBIC)
        labels[field > best] = class_id
        best = np.maximum(best, field)
    return labels


def erring(reference: NDArray[np.uint8], n_classes: int, seed: int, share: float = 0.02) -> NDArray[np.uint8]:
    """A prediction of the reference: shifted by a pixel, with a ``share`` of pixels at random classes."""
    generator = np.random.default_rng(seed)
    prediction = np.roll(reference, (1, 1), axis=(0, 1))
    wrong = generator.random(reference.shape) < share
    prediction[wrong] = generator.integers(0, n_classes, int(wrong.sum()))
    return prediction
