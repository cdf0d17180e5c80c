"""Metrics of restored pictures, against scikit-image and by hand."""

import numpy as np
import pytest
from skimage.color import rgb2ycbcr
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from granview.analysis.paired_bootstrap import paired_statistics_bootstrap
from granview.core.errors import InputError
from granview.core.labels import LabelSet
from granview.core.predictions.restored_picture import RestoredPicture
from granview.core.run_params import RunParams
from granview.core.truths.mask import ReferenceMask
from granview.core.truths.picture import ReferencePicture
from granview.core.unit import merge_statistics
from granview.tasks.base import TASKS

TASK = TASKS.get("image-to-image")
NO_CLASSES = LabelSet((), ())
SSIM = {"gaussian_weights": True, "sigma": 1.5, "use_sample_covariance": False, "data_range": 255}


@pytest.fixture
def pair():
    """A picture of some structure, (60, 84, 3), and a noisy one."""
    rng = np.random.default_rng(0)
    reference = np.kron(rng.integers(0, 256, (10, 14, 3)), np.ones((6, 6, 1))).astype(np.uint8)
    return np.clip(reference + rng.normal(0, 12, reference.shape), 0, 255).astype(np.uint8), reference


def score(picture, reference, scale=1.0, **chosen):
    params = RunParams(of_task={"image-to-image": chosen})
    return TASK.score(RestoredPicture(picture, scale), NO_CLASSES, ReferencePicture(reference, scale), params)


@pytest.mark.parametrize(("scale", "chosen", "border"), [(2.0, {}, 2), (1.0, {}, 0), (4.0, {}, 4)])
def test_it_agrees_with_scikit_image(pair, scale, chosen, border):
    picture, reference = pair
    metrics = TASK.metrics(score(picture, reference, scale, **chosen).statistics)
    inner = slice(border, -border or None)
    y, y_reference = (rgb2ycbcr(each)[inner, inner, 0] for each in pair)
    assert metrics["psnr_y"] == pytest.approx(peak_signal_noise_ratio(y_reference, y, data_range=255), abs=1e-4)
    assert metrics["ssim_y"] == pytest.approx(structural_similarity(y_reference, y, **SSIM), abs=1e-4)
    assert metrics["psnr_rgb"] == pytest.approx(peak_signal_noise_ratio(reference, picture), abs=1e-4)
    assert metrics["ssim_rgb"] == pytest.approx(
        structural_similarity(reference, picture, channel_axis=2, **SSIM), abs=1e-4
    )


def test_the_border_is_that_of_the_degradation_which_was_to_be_undone(pair):
    params = RunParams(of_task={"image-to-image": {"degradation": "bicubic", "scale": 3}})
    scores = TASK.score(RestoredPicture(pair[0]), NO_CLASSES, ReferencePicture(pair[1]), params)
    y, y_reference = (rgb2ycbcr(each)[3:-3, 3:-3, 0] for each in pair)
    expected = peak_signal_noise_ratio(y_reference, y, data_range=255)
    assert TASK.metrics(scores.statistics)["psnr_y"] == pytest.approx(expected, abs=1e-4)


def test_means_are_over_pictures(pair):
    picture, reference = pair
    near = ((picture.astype(int) + reference) // 2).astype(np.uint8)
    scores = [score(picture, reference), score(near, reference)]
    metrics = [TASK.metrics(each.statistics) for each in scores]
    merged = TASK.metrics(merge_statistics(each.statistics for each in scores))
    for name in ("psnr_y", "ssim_y", "psnr_rgb", "ssim_rgb", "fine_detail"):
        assert merged[name] == pytest.approx(np.mean([each[name] for each in metrics]))
    assert metrics[1]["psnr_y"] > metrics[0]["psnr_y"]


def test_a_picture_that_equals_its_reference_has_no_psnr_and_is_said(pair):
    _, reference = pair
    scores = score(reference, reference)
    metrics = TASK.metrics(scores.statistics)
    assert metrics["psnr_y"] is None
    assert metrics["psnr_rgb"] is None
    assert metrics["ssim_y"] == pytest.approx(1)
    assert metrics["equal"] == 1
    assert "infinite" in scores.notices[0]
    merged = TASK.metrics(merge_statistics([scores.statistics, score(*pair).statistics]))
    assert merged["psnr_y"] == TASK.metrics(score(*pair).statistics)["psnr_y"]


def test_a_lane_is_not_compared_by_psnr_where_it_or_the_other_is_perfect(pair):
    picture, reference = pair
    equal, near = (score(each, reference).statistics for each in (reference, picture))
    others = TASK.counted(near) - TASK.counted(equal)
    assert others == {"psnr_y", "psnr_rgb"}
    found = paired_statistics_bootstrap([equal, near], [near, near], TASK.metrics, TASK.counted)
    assert (found["psnr_y"].mean, found["psnr_y"].n) == (0.0, 1)
    assert found["ssim_y"].mean > 0
    assert found["ssim_y"].n == 2


def test_a_blur_loses_the_finest_octave_first_and_edges_more_than_flat_places(pair):
    import cv2

    _, reference = pair
    scores = score(cv2.GaussianBlur(reference, (0, 0), 1.5), reference)
    octaves = scores.units.score[scores.units.kind == 0]
    assert octaves[0] < octaves[1] < octaves[2]
    metrics = TASK.metrics(scores.statistics)
    assert metrics["fine_detail"] == pytest.approx(octaves[0])
    assert metrics["ssim_edges"] < metrics["ssim_flat"]


def test_units_are_the_same_rows_for_every_lane(pair):
    picture, reference = pair
    one, other = score(picture, reference).units, score(reference, reference).units
    np.testing.assert_array_equal(one.grain, other.grain)
    np.testing.assert_array_equal(one.kind, other.kind)
    assert (other.score[np.isfinite(other.score)] == 1).all()
    assert np.isnan(one.grain[one.kind > 0]).all()


def test_px_of_the_reference_without_a_counterpart_are_left_out_and_said(pair):
    picture, reference = pair
    scores = score(picture[:58, :83], reference)
    assert scores.statistics
    assert "last 1 columns and 2 rows" in scores.notices[0]


def test_a_picture_of_another_size_is_not_compared_and_says_what_to_do(pair):
    picture, reference = pair
    scores = score(picture[:30, :42], reference)
    assert scores.statistics == {}
    assert len(scores.units) == 0
    assert "42 x 30 px and its reference 84 x 60 px" in scores.notices[0]
    assert set(TASK.metrics(scores.statistics).values()) == {None}
    assert TASK.counted(scores.statistics) == frozenset()


def test_a_picture_too_small_for_its_window_is_not_compared(pair):
    scores = score(pair[0][:12, :40], pair[1][:12, :40], scale=2.0)
    assert "both sides need 15 px" in scores.notices[0]


def test_a_plain_reference_has_octaves_without_a_score():
    plain = np.full((32, 32, 3), 90, np.uint8)
    scores = score(plain + np.uint8(3), plain)
    assert np.isnan(scores.units.score[scores.units.kind == 0]).all()
    assert TASK.metrics(scores.statistics)["fine_detail"] is None


def test_a_mask_is_refused(pair):
    mask = ReferenceMask(np.zeros((60, 84), np.uint8), NO_CLASSES)
    with pytest.raises(InputError, match="this task compares with a picture"):
        TASK.score(RestoredPicture(pair[0]), NO_CLASSES, mask, RunParams())


def test_agreement_is_the_psnr_of_two_lanes_by_50_db(pair):
    one, other = (RestoredPicture(each) for each in pair)
    counts = TASK.agreement_counts(one, NO_CLASSES, other, NO_CLASSES)
    expected = peak_signal_noise_ratio(pair[1], pair[0]) / 50
    assert TASK.agreement(counts).value == pytest.approx(expected)
    assert TASK.agreement(counts).disagreement == pytest.approx(1 - expected)
    same = TASK.agreement_counts(one, NO_CLASSES, one, NO_CLASSES)
    assert TASK.agreement(same).value == 1
    smaller = RestoredPicture(pair[0][:20])
    assert TASK.agreement_counts(one, NO_CLASSES, smaller, NO_CLASSES) is None
    assert TASK.agreement(np.zeros(2)).value is None
