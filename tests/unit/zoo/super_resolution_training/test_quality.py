import numpy as np
import pytest
from skimage.color import rgb2ycbcr
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from granview.zoo.super_resolution_training.quality import quality


def test_psnr_and_ssim_agree_with_scikit_image() -> None:
    rng = np.random.default_rng(5)
    one = rng.integers(0, 256, (60, 71, 3), np.uint8)
    other = np.clip(one + rng.normal(0, 20, one.shape), 0, 255).astype(np.uint8)
    found = quality(one, other)
    first, second = (rgb2ycbcr(image)[2:-2, 2:-2, 0] for image in (one, other))
    assert found.psnr_db == pytest.approx(peak_signal_noise_ratio(first, second, data_range=255), abs=1e-4)
    _, ssim = structural_similarity(
        first, second, data_range=255, gaussian_weights=True, use_sample_covariance=False, full=True
    )
    assert found.ssim == pytest.approx(ssim[5:-5, 5:-5].mean(), abs=1e-5)
