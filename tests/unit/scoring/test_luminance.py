import numpy as np
from skimage.color import rgb2ycbcr

from granview.scoring.luminance import luminance


def test_it_is_the_y_of_matlab():
    pixels = np.random.default_rng(0).integers(0, 256, (9, 7, 3), dtype=np.uint8)
    np.testing.assert_allclose(luminance(pixels), rgb2ycbcr(pixels)[..., 0], atol=1e-9)


def test_black_is_16_and_white_235():
    assert luminance(np.zeros((1, 1, 3), np.uint8)).item() == 16
    np.testing.assert_allclose(luminance(np.full((1, 1, 3), 255, np.uint8)), 235)
