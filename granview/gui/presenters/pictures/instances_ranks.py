"""Very many masks as one map: each pixel has the number of the surest object that holds it.

Where a surer object lies on top, leaving out the less sure ones never uncovers anything: so one map serves every least
score, and a change of the threshold is a change of colours (``paint.ranked``).
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.rle import Rle
from granview.gui.presenters.pictures.instances_outlines import spans

_MOST_OF_16_BITS: Final = 32_767
"""Twice the number of an object, and one more for its line, fit into 16 bits."""

Ranks = NDArray[np.unsignedinteger[Any]]


def ranked_map(
    masks: tuple[Rle, ...], scores: NDArray[np.float32], size: tuple[int, int]
) -> tuple[Ranks, NDArray[np.intp]]:
    """A map of objects, and which object each number stands for.

    Args:
        masks: n masks.
        scores: (n,) how sure each is; the surest lies on top.
        size: (height, width) in px.

    Returns:
        (height, width) uint16 or uint32: 0 where nothing is, else 1 for the least sure object to n for the surest; and
        (n,) the place among ``masks`` of each number, from 1 on.
    """
    order = np.argsort(scores, kind="stable")
    columns = np.zeros(size[0] * size[1], np.uint16 if len(masks) < _MOST_OF_16_BITS else np.uint32)
    for rank, place in enumerate(order.tolist(), start=1):
        for start, end in zip(*(edge.tolist() for edge in spans(masks[place])), strict=True):
            columns[start:end] = rank
    return np.ascontiguousarray(columns.reshape(size[1], size[0]).T), order
