import numpy as np
import pytest

from granview.core.run_params import RunParams
from granview.core.task_traits.image_to_image import DEGRADATIONS as NAMES
from granview.models.images.degradations import DEGRADATIONS, degradation_notice, degraded, degraded_size
from granview.models.images.imresize import imresize
from granview.models.images.restoration import restoration_params


def params(**chosen):
    return restoration_params(RunParams(of_task={"image-to-image": chosen}))


@pytest.fixture
def pixels():
    return np.random.default_rng(0).integers(0, 256, (33, 46, 3), dtype=np.uint8)


def test_every_name_that_is_offered_is_there():
    assert set(DEGRADATIONS) == set(NAMES) - {"none"}


@pytest.mark.parametrize("name", DEGRADATIONS)
def test_sides_become_so_many_times_smaller(pixels, name):
    own = params(degradation=name, scale=4)
    assert degraded(pixels, own).shape == (8, 11, 3)
    assert degraded_size((33, 46), own) == (8, 11)


def test_without_any_the_picture_is_given_as_it_is(pixels):
    assert degraded(pixels, params()) is pixels
    assert degraded_size((33, 46), params(scale=4)) == (33, 46)
    assert degradation_notice((33, 46), params()) == ""


def test_bicubic_is_imresize_of_what_the_scale_divides(pixels):
    expected = imresize(pixels[:32, :44], 8, 11)
    np.testing.assert_array_equal(degraded(pixels, params(degradation="bicubic", scale=4)), expected)


def test_area_is_the_mean(pixels):
    small = degraded(pixels, params(degradation="area", scale=2))
    assert abs(int(small[0, 0, 0]) - pixels[:2, :2, 0].mean()) <= 0.5


def test_noise_is_the_same_for_every_lane_and_another_for_another_picture_or_seed(pixels):
    own = params(degradation="blur-noise", scale=1, blur_sigma=0, noise_sigma=10)
    noisy = degraded(pixels, own)
    np.testing.assert_array_equal(noisy, degraded(pixels.copy(), own))
    assert 8 < (noisy.astype(float) - pixels)[(pixels > 60) & (pixels < 195)].std() < 12
    other = degraded(pixels, params(degradation="blur-noise", scale=1, blur_sigma=0, noise_sigma=10, noise_seed=1))
    assert (other != noisy).any()
    shifted = degraded(255 - pixels, own).astype(int) - (255 - pixels)
    assert (shifted != noisy.astype(int) - pixels).any()


def test_a_lower_quality_is_farther_from_the_picture():
    smooth = np.tile(np.linspace(0, 255, 64).astype(np.uint8)[None, :, None], (64, 1, 3))
    smooth[::7] = 255 - smooth[::7]
    far, near = (
        np.abs(degraded(smooth, params(degradation="jpeg", scale=1, jpeg_quality=quality)).astype(int) - smooth).mean()
        for quality in (5, 95)
    )
    assert far > near


def test_what_was_done_is_said_in_words():
    assert "MATLAB's imresize" in degradation_notice((32, 32), params(degradation="bicubic"))
    noisy = degradation_notice((33, 32), params(degradation="blur-noise", noise_sigma=12.5))
    assert "noise of 12.5 levels" in noisy
    assert "1 rows were left out" in noisy
