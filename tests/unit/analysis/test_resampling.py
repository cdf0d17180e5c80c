import numpy as np

from granview.analysis.resampling import resamples


def test_drawing_in_blocks_makes_no_difference():
    whole, blocks = (np.concatenate(list(resamples(50, 60, 4, cells))) for cells in (10_000, 500))
    np.testing.assert_array_equal(whole, blocks)
    assert (whole.sum(axis=1) == 50).all()
    assert whole.shape == (60, 50)
