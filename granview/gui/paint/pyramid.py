"""Indexed images reduced for painting from afar: each level keeps the largest index of every 2 by 2 px.

As ``compaction`` gives the larger index to the rarer class, a hairline one px wide is still a line on every level; the
price is that rare classes look up to one screen px larger from afar than they are. (Nearest-neighbour reduction, the
other choice, breaks such lines into dots and hides specks, which is what one looks for from afar.) From a level to the
screen's px goes ``fitting``.
"""

import numpy as np
from numpy.typing import NDArray

_SMALLEST_EDGE = 16


def pyramid(indices: NDArray[np.uint8]) -> list[NDArray[np.uint8]]:
    """Levels of (h, w) uint8, the first as given, each next half the size (rounded up), until the edge is small."""
    levels = [indices]
    while max(levels[-1].shape) > _SMALLEST_EDGE:
        levels.append(_halved(levels[-1]))
    return levels


def _halved(indices: NDArray[np.uint8]) -> NDArray[np.uint8]:
    rows = indices[0::2].copy()
    below = indices[1::2]
    np.maximum(rows[: len(below)], below, out=rows[: len(below)])
    columns = rows[:, 0::2].copy()
    right = rows[:, 1::2]
    np.maximum(columns[:, : right.shape[1]], right, out=columns[:, : right.shape[1]])
    return columns
