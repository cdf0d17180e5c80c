import numpy as np
import pytest

from granview.core.errors import ShapeError
from granview.core.label_map import LabelMap


def test_a_label_map_has_two_axes() -> None:
    with pytest.raises(ShapeError, match=r"\(H, W\), but has \(2, 2, 1\)"):
        LabelMap(np.zeros((2, 2, 1), np.uint8))


def test_a_label_map_holds_small_integers() -> None:
    with pytest.raises(TypeError, match="not int64"):
        LabelMap(np.zeros((2, 2), np.int64))


def test_confidence_covers_the_same_pixels() -> None:
    with pytest.raises(ShapeError, match="confidence"):
        LabelMap(np.zeros((2, 2), np.uint8), np.zeros((2, 3), np.uint8))
