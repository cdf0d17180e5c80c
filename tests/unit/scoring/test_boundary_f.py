import numpy as np
import pytest
from scipy import ndimage

from granview.core.errors import ArgumentError
from granview.scoring.boundary_f import contour_counts, contour_map
from granview.scoring.label_space import LabelPair
from tests.helpers.label_maps import blobs, erring, label_map

CROSS = ndimage.generate_binary_structure(2, 1)


def contour(mask: np.ndarray) -> np.ndarray:
    return mask & ~ndimage.binary_erosion(mask, CROSS, border_value=1)


def brute_force(reference: np.ndarray, prediction: np.ndarray, n_classes: int, tolerance_px: float) -> list[list[int]]:
    rows = []
    for class_id in range(n_classes):
        ours, theirs = contour(reference == class_id), contour(prediction == class_id)
        row = []
        for own, other in ((ours, theirs), (theirs, ours)):
            distance = ndimage.distance_transform_edt(~other) if other.any() else np.full(own.shape, np.inf)
            row += [int((own & (distance <= tolerance_px)).sum()), int(own.sum())]
        rows.append(row)
    return rows


@pytest.mark.parametrize("tolerance_px", [0, 1, 1.5, 2, 3.2, 9])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_equals_distance_transforms(tolerance_px: float, dtype: type):
    reference = blobs(60, 71, 4, seed=3, blob_px=14)
    prediction = erring(reference, 4, seed=3)
    counts = contour_counts(LabelPair(reference.astype(dtype), prediction.astype(dtype), 4), tolerance_px)
    assert counts.tolist() == brute_force(reference, prediction, 4, tolerance_px)


def test_contour_is_inside_the_class_and_not_at_the_image_edge():
    labels = label_map("1111 1111 1111 2222")
    expected = [[255] * 4, [255] * 4, [1] * 4, [2] * 4]
    assert contour_map(labels, 3).tolist() == expected


def test_a_hairline_is_all_contour():
    assert (contour_map(label_map("..1.. ..1.. ..1.."), 2) == 1).sum() == 3


@pytest.mark.parametrize(("tolerance_px", "found"), [(1, 0), (1.9, 0), (2, 5), (3, 5)])
def test_hand_worked_line(tolerance_px: float, found: int):
    """A vertical line of five pixels, predicted two pixels to the right."""
    reference, prediction = label_map(" ".join(["..1....."] * 5)), label_map(" ".join(["....1..."] * 5))
    assert contour_counts(LabelPair(reference, prediction, 2), tolerance_px)[1].tolist() == [found, 5, found, 5]


def test_rows_do_not_wrap_round():
    """A point at the right edge is not near one at the left edge of the next row."""
    reference, prediction = label_map("....1 ..... ....."), label_map("..... 1.... .....")
    assert contour_counts(LabelPair(reference, prediction, 2), 2)[1].tolist() == [0, 1, 0, 1]


def test_a_perfect_prediction_has_one_whatever_is_void():
    reference = blobs(50, 50, 3, seed=2, blob_px=12)
    reference[20:30, 10:40] = 4
    counts = contour_counts(LabelPair(reference, reference.copy(), 3), 0)
    assert np.array_equal(counts[:, 0], counts[:, 1])
    assert np.array_equal(counts[:, 2], counts[:, 3])


def test_other_and_ignored_have_no_contours():
    pair = LabelPair(label_map("0033 0033"), label_map("0233 2233"), 2)
    assert contour_counts(pair, 1)[1].tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize("tolerance_px", [-1.0, 65.0, float("nan")])
def test_tolerance_out_of_range(tolerance_px: float):
    pair = LabelPair(label_map("01"), label_map("01"), 2)
    with pytest.raises(ArgumentError, match="between 0 and 64"):
        contour_counts(pair, tolerance_px)
