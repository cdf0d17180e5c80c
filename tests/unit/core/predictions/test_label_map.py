import numpy as np
import pytest

from granview.core.errors import ShapeError
from granview.core.labels import LabelSet
from granview.core.predictions.label_map import LabelMap

LABELS = LabelSet(("ground", "cell"), ((0, 0, 0), (9, 9, 9)))


def test_a_label_map_has_two_axes() -> None:
    with pytest.raises(ShapeError, match=r"\(H, W\), but has \(2, 2, 1\)"):
        LabelMap(np.zeros((2, 2, 1), np.uint8))


def test_a_label_map_holds_small_integers() -> None:
    with pytest.raises(TypeError, match="not int64"):
        LabelMap(np.zeros((2, 2), np.int64))


def test_confidence_covers_the_same_pixels() -> None:
    with pytest.raises(ShapeError, match="confidence"):
        LabelMap(np.zeros((2, 2), np.uint8), np.zeros((2, 3), np.uint8))


def test_shares_are_parts_of_all_pixels_and_leave_out_what_is_no_class() -> None:
    labels = np.zeros((600, 2), np.uint8)
    labels[:300] = 1
    labels[0, 0] = 255

    amounts = LabelMap(labels).class_amounts(LABELS)

    assert amounts.measure == "share"
    assert amounts.amounts == {"ground": 0.5, "cell": 599 / 1200}


def test_it_fits_a_picture_of_its_own_size_alone() -> None:
    label_map = LabelMap(np.zeros((2, 3), np.uint8))

    assert label_map.fits((2, 3))
    assert not label_map.fits((3, 2))
