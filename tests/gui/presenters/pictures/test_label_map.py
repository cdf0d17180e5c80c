"""What the window asks of the presenter of label maps: values, regions, and that nothing is asked of void."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from granview.core.arrays import unpack
from granview.core.explain_query import MaskPlace
from granview.core.labels import LabelSet
from granview.core.predictions.label_map import LabelMap
from granview.gui.presenters.pictures.label_map import LabelMapPresenter
from tests.helpers.canvas import SHAPES

LABELS = np.array([[1, 1, 0, 1], [0, 1, 0, 1], [0, 0, 0, 255]], np.uint8)


def test_region_is_the_connected_part_of_one_class() -> None:
    region = LabelMapPresenter().region(LabelMap(LABELS), SHAPES, QPointF(0.9, 0.1))
    assert region is not None
    assert isinstance(region.place, MaskPlace)
    assert unpack(region.place.mask).tolist() == [
        [True, True, False, False],
        [False, True, False, False],
        [False, False, False, False],
    ]


@pytest.mark.parametrize("point", [QPointF(3.5, 2.5), QPointF(-0.1, 0), QPointF(4.0, 0), QPointF(0, 3.0)])
def test_void_and_what_lies_outside_have_no_region(point: QPointF) -> None:
    assert LabelMapPresenter().region(LabelMap(LABELS), SHAPES, point) is None


def test_a_value_that_is_not_void_is_read_though_it_is_no_class() -> None:
    none_void = LabelSet(SHAPES.names, SHAPES.colors, void=None)
    found = LabelMapPresenter().readout(LabelMap(LABELS), none_void, QPointF(3.5, 2.5))
    assert found is not None
    assert found.name == "255"


def test_confidence_is_read_beside_the_class() -> None:
    said = LabelMap(LABELS, np.full(LABELS.shape, 51, np.uint8))
    found = LabelMapPresenter().readout(said, SHAPES, QPointF(0, 0))
    assert found is not None
    assert (found.name, found.confidence, found.color) == ("disc", pytest.approx(0.2), SHAPES.colors[1])
