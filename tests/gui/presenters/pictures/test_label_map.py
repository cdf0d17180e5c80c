"""What the window asks of the presenter of label maps: values and how sure a lane is."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from granview.core.labels import LabelSet
from granview.core.predictions.label_map import LabelMap
from granview.gui.presenters.pictures.label_map import LabelMapPresenter
from tests.helpers.canvas import SHAPES

LABELS = np.array([[1, 1, 0, 1], [0, 1, 0, 1], [0, 0, 0, 255]], np.uint8)


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
