"""Indexed images brought to a number of px that is a little smaller than their own, without losing a line."""

import numpy as np
from numpy.typing import NDArray


def fitted(indices: NDArray[np.uint8], rows: int, columns: int) -> NDArray[np.uint8]:
    """(h, w) uint8 as (rows, columns) of the same, each px the largest index of those it stands for.

    The px of the image are shared out among those of the result, each going to one of them, so that a line one px wide
    is still a line, and one px wide. Exact from half the size on; a smaller result skips px.

    Args:
        indices: The larger index is that which matters more.
        rows: At least 1; where it is more than ``h``, rows are repeated.
        columns: As ``rows``.
    """
    top, bottom = _shares(indices.shape[0], rows)
    left, right = _shares(indices.shape[1], columns)
    lines = np.maximum(indices.take(top, axis=0), indices.take(bottom, axis=0))
    return np.maximum(lines.take(left, axis=1), lines.take(right, axis=1))


def _shares(size: int, wanted: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The first and the last px of each share."""
    edges = np.arange(wanted + 1, dtype=np.intp) * size // wanted
    return edges[:-1], np.maximum(edges[1:] - 1, edges[:-1])
