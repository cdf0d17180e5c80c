import numpy as np
import pytest
from sklearn.metrics import confusion_matrix as sklearn_confusion

from granview.core.errors import ShapeError
from granview.scoring import confusion
from granview.scoring.confusion import class_counts, confusion_matrix, pixel_counts
from tests.helpers.label_maps import label_map


def random_pair(n_classes: int, dtype: type, shape: tuple[int, int] = (37, 53), seed: int = 0):
    generator = np.random.default_rng(seed)
    reference = generator.integers(0, n_classes, shape).astype(dtype)
    prediction = generator.integers(0, n_classes + 1, shape).astype(dtype)
    return reference, prediction


@pytest.mark.parametrize("n_classes", [1, 2, 19, 254])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_equals_scikit_learn(n_classes: int, dtype: type):
    reference, prediction = random_pair(n_classes, dtype)
    expected = sklearn_confusion(reference.ravel(), prediction.ravel(), labels=range(n_classes + 1))[:n_classes]
    assert np.array_equal(confusion_matrix(reference, prediction, n_classes, void=None), expected)


@pytest.mark.parametrize("n_classes", [255, 300, 1000])
def test_many_classes_equal_scikit_learn(n_classes: int):
    reference, prediction = random_pair(n_classes, np.uint16)
    expected = sklearn_confusion(reference.ravel(), prediction.ravel(), labels=range(n_classes + 1))[:n_classes]
    assert np.array_equal(confusion_matrix(reference, prediction, n_classes, void=None), expected)


def test_void_pixels_are_not_counted():
    reference, prediction = label_map("01#\n1##"), label_map("011\n010")
    assert confusion_matrix(reference, prediction, 2).tolist() == [[1, 0, 0], [1, 1, 0]]


def test_void_within_the_classes_is_not_counted():
    reference, prediction = label_map("012"), label_map("000")
    assert confusion_matrix(reference, prediction, 3, void=1).sum(axis=1).tolist() == [1, 0, 1]


def test_predictions_beyond_the_classes_are_other():
    reference, prediction = label_map("0011"), label_map("0213")
    assert confusion_matrix(reference, prediction, 2).tolist() == [[1, 0, 1], [0, 1, 1]]


def test_blocks_of_rows_add_up(monkeypatch: pytest.MonkeyPatch):
    reference, prediction = random_pair(5, np.uint8)
    whole = confusion_matrix(reference, prediction, 5)
    monkeypatch.setattr(confusion, "_EXACT_PIXELS", 100)
    assert np.array_equal(confusion_matrix(reference, prediction, 5), whole)


def test_exact_beyond_float32():
    pixels = np.zeros((4097, 4097), dtype=np.uint8)
    assert confusion_matrix(pixels, pixels, 2)[0, 0] == 4097 * 4097


def test_reads_views_and_read_only_arrays():
    reference, prediction = random_pair(4, np.uint8)
    reference.flags.writeable = prediction.flags.writeable = False
    expected = confusion_matrix(reference[:, ::2].copy(), prediction[:, ::2].copy(), 4)
    assert np.array_equal(confusion_matrix(reference[:, ::2], prediction[:, ::2], 4), expected)


def test_sizes_must_agree():
    with pytest.raises(ShapeError, match="prediction"):
        confusion_matrix(np.zeros((2, 3), np.uint8), np.zeros((3, 2), np.uint8), 2)
    with pytest.raises(ShapeError, match="reference"):
        confusion_matrix(np.zeros(6, np.uint8), np.zeros(6, np.uint8), 2)


def test_class_counts_with_a_mask():
    labels = label_map("0122\n9900")
    assert class_counts(labels, 3).tolist() == [3, 1, 2]
    assert class_counts(labels, 3, labels == 2).tolist() == [0, 0, 2]


@pytest.mark.parametrize("n_classes", [7, 2000])
def test_pixel_counts_are_the_confusion_matrix_margins(n_classes: int):
    reference, prediction = random_pair(n_classes, np.uint16, (90, 90))
    reference[:5] = n_classes + 1
    matrix = confusion_matrix(reference, prediction, n_classes, void=None)
    expected = np.stack([matrix.diagonal(), matrix.sum(axis=1), matrix[:, :-1].sum(axis=0)], axis=1)
    assert np.array_equal(pixel_counts(reference, prediction, n_classes), expected)
