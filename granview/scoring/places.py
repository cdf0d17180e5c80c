"""Edges, texture and flat places of a picture, told apart by the gradient of its reference."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

PLACES: Final = ("edges", "texture", "flat")
"""The three sorts of places, the hardest first."""

_EDGE: Final = 0.12
_FLAT: Final = 0.06


def find_places(reference: NDArray[Any]) -> NDArray[np.uint8]:
    """Which sort of place each px is, as an index into ``PLACES``.

    By Li and Bovik (2010, "Content-partitioned structural similarity index", Signal Processing: Image Communication
    25): edges are where the gradient's magnitude is above 0.12 of its greatest, flat places where it is below 0.06.
    They take the greater of the reference's gradient and the picture's; here it is the reference's alone, so that
    places are the same for every lane.

    Args:
        reference: (H, W), values from 0 to 255.

    Returns:
        (H, W) uint8.
    """
    import cv2

    values = reference.astype(np.float64)
    gradient = np.hypot(cv2.Sobel(values, cv2.CV_64F, 1, 0), cv2.Sobel(values, cv2.CV_64F, 0, 1))
    greatest = gradient.max(initial=0.0)
    found = np.ones(reference.shape, np.uint8)
    found[gradient > _EDGE * greatest] = 0
    found[gradient <= _FLAT * greatest] = 2
    return found


def mean_by_place(values: NDArray[np.float64], places: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Sum of values and number of px in each sort of place: (3, 2) float64."""
    flat = places.ravel()
    n = np.bincount(flat, minlength=len(PLACES))
    return np.stack((np.bincount(flat, values.ravel(), len(PLACES)), n), axis=1).astype(np.float64)
