import numpy as np

from granview.core import rle
from granview.gui.presenters.pictures.instances_ranks import ranked_map


def test_the_surest_lies_on_top() -> None:
    masks = np.zeros((3, 5, 6), bool)
    masks[0, :, :4] = masks[1, 1:4, 2:] = masks[2, 0] = True
    ranks, places = ranked_map(tuple(map(rle.encode, masks)), np.array([0.4, 0.9, 0.6], np.float32), (5, 6))
    assert places.tolist() == [0, 2, 1]
    assert (ranks.dtype, ranks.shape) == (np.uint16, (5, 6))
    assert np.array_equal(ranks == 3, masks[1])
    assert np.array_equal(ranks == 2, masks[2] & ~masks[1])
    assert np.array_equal(ranks == 1, masks[0] & ~masks[1] & ~masks[2])
