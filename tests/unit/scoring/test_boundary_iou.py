import math

import numpy as np
import pytest
from scipy import ndimage

from granview.scoring import ratios
from granview.scoring.boundary_iou import band_counts, band_radius_px, boundary_band
from granview.scoring.label_space import LabelPair
from tests.helpers.label_maps import blobs, erring, label_map


def authors_band(mask: np.ndarray, radius_px: int) -> np.ndarray:
    """Cheng et al.'s own procedure for one mask: what erosion by 3x3, repeated, takes away; zeros outside."""
    eroded = ndimage.binary_erosion(mask, np.ones((3, 3)), iterations=radius_px, border_value=0)
    return mask & ~eroded


@pytest.mark.parametrize("radius_px", [1, 2, 5, 40])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_band_of_each_class_is_the_authors(radius_px: int, dtype: type):
    labels = blobs(60, 47, 4, seed=1, blob_px=20).astype(dtype)
    band = boundary_band(labels, radius_px)
    for class_id in range(4):
        own = labels == class_id
        assert np.array_equal(band & own, authors_band(own, radius_px))


@pytest.mark.parametrize("seed", range(3))
def test_counts_equal_the_authors_iou(seed: int):
    reference = blobs(70, 90, 3, seed, blob_px=24)
    prediction = erring(reference, 3, seed)
    iou = ratios.iou(*band_counts(LabelPair(reference, prediction, 3), 0.03).T)
    radius_px = band_radius_px(70, 90, 0.03)
    for class_id in range(3):
        ours, theirs = (authors_band(labels == class_id, radius_px) for labels in (reference, prediction))
        assert iou[class_id] == pytest.approx((ours & theirs).sum() / (ours | theirs).sum())


def test_radius_is_a_share_of_the_diagonal():
    assert band_radius_px(512, 512) == round(0.02 * math.hypot(512, 512)) == 14
    assert band_radius_px(3, 4) == 1


def test_hand_worked_square():
    """A 4x4 square of class 1 in 8x8, predicted one pixel to the right, with bands of one pixel."""
    rows = [".." + "1111" + ".."] * 4
    reference = label_map(" ".join(["." * 8] * 2 + rows + ["." * 8] * 2))
    prediction = np.roll(reference, 1, axis=1)
    right, own, other = band_counts(LabelPair(reference, prediction, 2), 0.02)[1]
    assert (own, other) == (12, 12)
    assert right == 6


def test_a_perfect_prediction_has_one_whatever_is_void():
    reference = blobs(50, 50, 3, seed=2, blob_px=12)
    reference[20:30, 10:40] = 4
    counts = band_counts(LabelPair(reference, reference.copy(), 3))
    assert np.array_equal(counts[:, 0], counts[:, 1])
    assert np.array_equal(counts[:, 0], counts[:, 2])
    assert counts.sum() <= 3 * (reference != 4).sum()


def test_absent_class_has_no_band():
    empty = np.zeros((20, 20), np.uint8)
    assert band_counts(LabelPair(empty, empty, 2))[1].tolist() == [0, 0, 0]
