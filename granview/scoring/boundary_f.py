"""Boundary F-score: how much of each class's contour is found within a tolerance, and how much is invented.

After Csurka, Larlus and Perronnin, "What is a good evaluation measure for semantic segmentation?" (BMVC 2013), with
precision and recall per class as in Perazzi et al. (CVPR 2016). A contour pixel is a pixel of the class with at least
one of its four neighbours in another class; the image's edge is no contour. It is found when the other map has a
contour pixel of the same class at a Euclidean distance of at most the tolerance.
"""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import ArgumentError
from granview.scoring.confusion import Counts, class_counts
from granview.scoring.label_space import LabelPair, Labels

MAX_TOLERANCE_PX: Final = 64.0
"""The search tries every offset within the tolerance, so its cost grows with the tolerance's square."""


def contour_map(labels: Labels, n_classes: int) -> Labels:
    """The map with every pixel that is no contour of a class set to the dtype's largest value: (H, W), a new array.

    Args:
        labels: (H, W) uint8 or uint16; values of ``n_classes`` and above are no class.
        n_classes: Number of classes.
    """
    import cv2

    pixels = np.ascontiguousarray(labels)
    cross = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    inside = (cv2.morphologyEx(pixels, cv2.MORPH_GRADIENT, cross) == 0) | (pixels >= n_classes)
    nothing = pixels.dtype.type(np.iinfo(pixels.dtype).max)
    return np.maximum(pixels, np.where(inside, nothing, pixels.dtype.type(0)))


def contour_counts(pair: LabelPair, tolerance_px: float) -> Counts:
    """What the boundary F-score is made of: (n_classes, 4) int64, additive over images.

    Columns are, for each class, the reference's contour pixels that the prediction found, all of the reference's, the
    prediction's that lie near the reference's, and all of the prediction's. Where the reference is void the prediction
    is taken as void too, so that both have the same contour there, as in Gated-SCNN (Takikawa et al. 2019).

    Raises:
        ArgumentError: the tolerance is negative, or more than ``MAX_TOLERANCE_PX``.
    """
    if not 0 <= tolerance_px <= MAX_TOLERANCE_PX:
        raise ArgumentError(
            f"The boundary tolerance is {tolerance_px} px.", f"It must lie between 0 and {MAX_TOLERANCE_PX:g} px."
        )
    margin = math.floor(tolerance_px)
    ours, theirs = (
        _padded(contour_map(labels, pair.n_classes), margin) for labels in (pair.reference, pair.prediction)
    )
    offsets = _offsets(tolerance_px, ours.shape[1])
    found = _contour_counts(ours.ravel(), theirs.ravel(), pair.n_classes, offsets)
    near = _contour_counts(theirs.ravel(), ours.ravel(), pair.n_classes, offsets)
    return np.concatenate([found, near], axis=1)


def _padded(contours: Labels, margin: int) -> Labels:
    return np.pad(contours, margin, constant_values=np.iinfo(contours.dtype).max)


def _contour_counts(contours: Labels, others: Labels, n_classes: int, offsets: NDArray[np.intp]) -> Counts:
    """Contour pixels of each class that have one of the same class at an offset, and all: (n_classes, 2)."""
    at = np.flatnonzero(contours < n_classes)
    classes = contours[at]
    all_px = class_counts(classes, n_classes)
    missed = _missed(at, classes, others, offsets)
    return np.stack([all_px - class_counts(missed, n_classes), all_px], axis=1)


def _missed(at: NDArray[np.intp], classes: Labels, around: Labels, offsets: NDArray[np.intp]) -> Labels:
    """Classes of those positions that find no equal at any offset; those that do leave the search early."""
    for offset in offsets:
        if not at.size:
            break
        missed = around.take(at + offset) != classes
        at, classes = at[missed], classes[missed]
    return classes


def _offsets(tolerance_px: float, row_px: int) -> NDArray[np.intp]:
    """Flat offsets of every pixel within the tolerance, the nearest first, in an image with rows of ``row_px``."""
    reach = math.floor(tolerance_px)
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    squared = (y * y + x * x).ravel()
    order = np.argsort(squared, kind="stable")
    inside = order[squared[order] <= tolerance_px**2]
    return np.asarray((y * row_px + x).ravel()[inside], dtype=np.intp)
