"""What a cell of a picture has to say, and what it gives to be compared."""

import dataclasses

import pytest
from PySide6.QtCore import QPointF

from granview.core.labels import ClassMap
from granview.gui.model.cell_content import REFERENCE_KEY
from tests.helpers.canvas import SHAPES, Sketch, flat_map, grey_picture, lane

PICTURE = grey_picture(64, 64)


def test_readout_of_a_pixel() -> None:
    content = lane("a", flat_map(8, 4, 2, confidence=255), PICTURE)
    found = content.readout(QPointF(7.9, 3.9))
    assert found is not None
    assert (found.name, found.confidence, found.color, found.text) == ("line", 1.0, SHAPES.colors[2], "line  100 %")
    assert content.readout(QPointF(8.0, 0)) is None
    assert content.readout(QPointF(-0.1, 0)) is None
    assert lane("a", None, PICTURE).readout(QPointF(1, 1)) is None


@pytest.mark.parametrize(("value", "name"), [(255, "not labelled"), (77, "77")])
def test_readout_of_a_pixel_without_a_class(value: int, name: str) -> None:
    found = lane("a", flat_map(4, 4, value), PICTURE).readout(QPointF(1, 1))
    assert found is not None
    assert (found.name, found.confidence, found.color) == (name, None, None)


def test_nothing_is_read_of_what_nobody_can_read() -> None:
    assert lane("a", Sketch(), PICTURE).readout(QPointF(1, 1)) is None


def test_a_prediction_in_its_classes_can_be_compared_and_nothing_else() -> None:
    said = flat_map(4, 4, 1)
    content = lane("a", said, PICTURE, class_map=ClassMap((0, 2, 1)))
    assert content.side is not None
    assert (content.side.title, content.side.prediction, content.side.labels) == ("a", said, SHAPES)
    assert content.side.class_map == ClassMap((0, 2, 1))
    reference = lane(REFERENCE_KEY, said, PICTURE, is_reference=True).side
    assert reference is not None
    assert reference.is_reference
    assert lane("a", None, PICTURE).side is None
    assert dataclasses.replace(content, labels=None).side is None
