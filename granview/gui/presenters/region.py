"""A region of a picture: as a place that is asked about, and as lines about it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF

from granview.core.arrays import pack
from granview.core.explain_query import MaskPlace, Place


@dataclass(frozen=True)
class Region:
    """What belongs together.

    Attributes:
        place: What is asked about.
        lines: Lines about it, in image px.
    """

    place: Place
    lines: tuple[QLineF, ...]


def region_of(mask: NDArray[np.bool_]) -> Region:
    """The pixels that are set in a mask (H, W) of the picture's own size, with lines along their edges."""
    return Region(MaskPlace(pack(mask)), tuple(edges(mask)))


def edges(mask: NDArray[np.bool_]) -> Iterator[QLineF]:
    """Lines about a mask (H, W), each as long as the edge is straight; along the picture's border too."""
    padded = np.pad(mask, 1)
    for y, x0, x1 in _runs(padded[1:, 1:-1] != padded[:-1, 1:-1]):
        yield QLineF(x0, y, x1, y)
    for x, y0, y1 in _runs((padded[1:-1, 1:] != padded[1:-1, :-1]).T):
        yield QLineF(x, y0, x, y1)


def _runs(marked: NDArray[np.bool_]) -> list[list[int]]:
    """Row, first column and the column after the last of every run of True."""
    steps = np.diff(np.pad(marked, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    (rows, starts), (_, ends) = np.nonzero(steps == 1), np.nonzero(steps == -1)
    found: list[list[int]] = np.stack([rows, starts, ends], axis=1).tolist()
    return found
