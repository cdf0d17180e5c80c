"""Which class was taken for which, counted in pixels."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import VOID
from granview.scoring.label_space import Labels, check_same_shape

Counts = NDArray[np.int64]

_EXACT_PIXELS: Final = 1 << 24
"""OpenCV counts in float32, which is exact up to here: larger maps are counted in blocks of rows."""

_MAX_8BIT_CLASSES: Final = 254
"""So many classes, "other" and one value that is not counted fit into 8 bits."""

_MAX_DENSE_CLASSES: Final = 1024
"""A confusion matrix of more classes than these costs more than three histograms."""


def confusion_matrix(reference: Labels, prediction: Labels, n_classes: int, void: int | None = VOID) -> Counts:
    """Pixels of each reference class by predicted class: (n_classes, n_classes + 1) int64.

    Rows are the reference, columns the prediction; the last column counts predictions of ``n_classes`` or more, which
    stand for classes that the reference does not have. Reference pixels that are ``void``, or beyond the classes, are
    not counted, whatever was predicted there.

    Args:
        reference: (H, W) uint8 or uint16.
        prediction: (H, W) uint8 or uint16, in the reference's label space.
        n_classes: Number of classes of the reference.
        void: Reference value that is not scored; None when there is none.

    Raises:
        ShapeError: the maps are not (H, W), or differ in size.
    """
    check_same_shape(reference, prediction)
    count = _joint_histogram if n_classes <= _MAX_8BIT_CLASSES else _joint_bincount
    rows = max(1, _EXACT_PIXELS // max(1, reference.shape[1]))
    matrix = np.zeros((n_classes, n_classes + 1), dtype=np.int64)
    for top in range(0, reference.shape[0], rows):
        matrix += count(reference[top : top + rows], prediction[top : top + rows], n_classes)
    if void is not None and void < n_classes:
        matrix[void] = 0
    return matrix


def _joint_histogram(reference: Labels, prediction: Labels, n_classes: int) -> Counts:
    """Of at most 2^24 pixels and 254 classes, by OpenCV."""
    import cv2

    if prediction.max(initial=0) > n_classes:
        prediction = np.minimum(prediction, n_classes)
    pair = [_as_8bit(reference), _as_8bit(prediction)]
    sizes = [n_classes, n_classes + 1]
    histogram = cv2.calcHist(pair, [0, 1], None, sizes, [0, n_classes, 0, n_classes + 1])
    return np.asarray(histogram).reshape(sizes).astype(np.int64)


def _as_8bit(labels: Labels) -> NDArray[np.uint8]:
    """Contiguous, with values beyond 8 bits at 255, which no class has."""
    if labels.dtype != np.uint8:
        labels = np.minimum(labels, 255).astype(np.uint8)
    return np.ascontiguousarray(labels, dtype=np.uint8)


def _joint_bincount(reference: Labels, prediction: Labels, n_classes: int) -> Counts:
    """Of any number of classes, by numpy."""
    scored = reference < n_classes
    columns = n_classes + 1
    joint = reference[scored].astype(np.int64) * columns + np.minimum(prediction[scored], n_classes)
    return np.bincount(joint, minlength=n_classes * columns).reshape(n_classes, columns)


def class_counts(labels: Labels, n_classes: int, mask: NDArray[np.bool_] | None = None) -> Counts:
    """Pixels of each class: (n_classes,) int64, over the whole map or where ``mask`` is set; other values don't count.

    Args:
        labels: uint8 or uint16, of any shape; ``mask`` is of the same shape.
        n_classes: Values from here on are not counted.
        mask: Where to count.
    """
    if labels.dtype == np.uint8 and labels.ndim == 2 and 0 < n_classes <= _MAX_8BIT_CLASSES:
        return _histogram(labels, n_classes, mask)
    selected: NDArray[Any] = labels.ravel() if mask is None else labels[mask]
    return np.bincount(selected, minlength=n_classes)[:n_classes].astype(np.int64)


def _histogram(labels: Labels, n_classes: int, mask: NDArray[np.bool_] | None) -> Counts:
    """``class_counts`` of a map of 8 bits, by OpenCV, which picks out what is masked while it counts."""
    import cv2

    counts = np.zeros(n_classes, np.int64)
    chosen = None if mask is None else np.ascontiguousarray(mask).view(np.uint8)
    rows = max(1, _EXACT_PIXELS // max(1, labels.shape[1]))
    for top in range(0, labels.shape[0], rows):
        part = np.ascontiguousarray(labels[top : top + rows])
        within = None if chosen is None else chosen[top : top + rows]
        counts += np.asarray(cv2.calcHist([part], [0], within, [n_classes], [0, n_classes])).ravel().astype(np.int64)
    return counts


def pixel_counts(reference: Labels, prediction: Labels, n_classes: int) -> Counts:
    """What IoU, Dice, recall, precision and pixel accuracy are made of: (n_classes, 3) int64, additive over images.

    Columns are the pixels that are right, the reference's and the prediction's, for each class. Pixels at which the
    reference has no class (``n_classes`` or more) are left out of all three.
    """
    if n_classes <= _MAX_DENSE_CLASSES:
        matrix = confusion_matrix(reference, prediction, n_classes, void=None)
        return np.stack([matrix.diagonal(), matrix.sum(axis=1), matrix.sum(axis=0)[:-1]], axis=1)
    scored = reference < n_classes
    right = class_counts(reference, n_classes, scored & (reference == prediction))
    ours, theirs = (class_counts(labels, n_classes, scored) for labels in (reference, prediction))
    return np.stack([right, ours, theirs], axis=1)
