"""Outlines of an indexed image: the inner border of each class, one image px wide."""

import numpy as np
from numpy.typing import NDArray


def outline(indices: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The px of (H, W) uint8 indices that touch a smaller index (above, below, left or right); all others are 0.

    Between two classes the line runs on the side of the rarer one, the one with the larger index, in its index; so it
    is one px wide, and a hairline is its own outline. The picture's edge is no border.
    """
    lowest = indices.copy()
    np.minimum(lowest[1:], indices[:-1], out=lowest[1:])
    np.minimum(lowest[:-1], indices[1:], out=lowest[:-1])
    np.minimum(lowest[:, 1:], indices[:, :-1], out=lowest[:, 1:])
    np.minimum(lowest[:, :-1], indices[:, 1:], out=lowest[:, :-1])
    return indices * (indices > lowest)
