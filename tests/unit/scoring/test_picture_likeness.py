import math

import numpy as np
import pytest
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from granview.scoring.picture_likeness import psnr_db, squared_error, ssim_map


@pytest.fixture
def pair():
    rng = np.random.default_rng(0)
    one = rng.integers(0, 256, (40, 56)).astype(np.float64)
    return one, np.clip(one + rng.normal(0, 20, one.shape), 0, 255)


def test_psnr_agrees_with_scikit_image(pair):
    one, other = pair
    ours = psnr_db(squared_error(one, other), one.size)
    assert ours == pytest.approx(peak_signal_noise_ratio(one, other, data_range=255), abs=1e-9)


def test_psnr_by_hand():
    assert psnr_db(2.0 * 255**2, 2) == 0
    assert psnr_db(255**2, 100) == pytest.approx(20)
    assert psnr_db(0.0, 5) == math.inf


def test_squared_error_does_not_wrap_around():
    assert squared_error(np.zeros((1, 2), np.uint8), np.full((1, 2), 255, np.uint8)) == 2 * 255**2


def test_ssim_agrees_with_scikit_image(pair):
    one, other = pair
    options = {"gaussian_weights": True, "sigma": 1.5, "use_sample_covariance": False, "data_range": 255}
    assert ssim_map(one, other).mean() == pytest.approx(structural_similarity(one, other, **options), abs=1e-9)


def test_a_picture_is_wholly_like_itself(pair):
    np.testing.assert_allclose(ssim_map(pair[0], pair[0]), 1)
    assert ssim_map(pair[0], pair[0]).shape == (30, 46)
