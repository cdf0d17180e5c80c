from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.core.predictions.instances import Instances
from granview.gui.paint.frame import Frame
from granview.gui.presenters.picture_presenter import DifferenceLayer, DifferenceSide, difference_of, presenter_of
from granview.gui.style.theme import DARK
from tests.helpers.shown_instances import CELLS, discs

SIZE = (100, 500)


def at(*xs: float, scores: tuple[float, ...] | None = None, size: tuple[int, int] = SIZE) -> Instances:
    centres, sure = np.array([(x, 50.0) for x in xs]), None if scores is None else np.array(scores)
    return discs(centres, np.full(len(xs), 20.0), size, scores=sure)


def side(title: str, said: Instances, **others: Any) -> DifferenceSide[Any]:
    return DifferenceSide(title, said, CELLS, **others)


def compared(*sides: DifferenceSide[Any] | None) -> DifferenceLayer:
    job = difference_of(*sides)  # type: ignore[arg-type]
    assert not isinstance(job, str)
    return job()


def rows(layer: DifferenceLayer) -> dict[str, int | None]:
    return {row.text: row.n for row in layer.rows}


LEFT = at(50, 150, 450, scores=(0.9, 0.6, 0.8))
RIGHT = at(51, 249, scores=(0.9, 0.7))
TRUTH = side("Reference", at(50, 150, 250, 350), is_reference=True)


def test_with_a_reference_it_tells_who_has_found_which_object(qapp: QApplication) -> None:
    layer = compared(side("l", LEFT), side("r", RIGHT), TRUTH)
    assert rows(layer) == {
        "Only l finds": 1,
        "Only r finds": 1,
        "Neither finds": 1,
        "l invents": 1,
        "r invents": 0,
        "Both find": 1,
    }


def test_without_one_it_tells_what_both_have(qapp: QApplication) -> None:
    assert rows(compared(side("l", LEFT), side("r", RIGHT), None)) == {"Only l": 2, "Only r": 1, "Both": 1}


def test_a_lane_can_be_compared_with_the_reference_itself(qapp: QApplication) -> None:
    found = rows(compared(side("l", LEFT), TRUTH, TRUTH))
    assert found == {"Only l": 1, "Only Reference": 2, "Both": 2}


def test_filters_act_at_once(qapp: QApplication) -> None:
    layer = compared(side("l", LEFT), side("r", RIGHT), TRUTH)
    presenter_of(LEFT).filter_difference(layer, {"score": 0.75})
    assert rows(layer)["Neither finds"] == 3
    assert rows(layer)["Both find"] == 1


def test_objects_of_pictures_of_different_sizes_are_not_compared(qapp: QApplication) -> None:
    other = at(50, size=(50, 500))
    assert "different sizes" in str(difference_of(side("l", LEFT), side("r", other), None))


def test_it_is_drawn_in_the_colours_of_the_legend(qapp: QApplication) -> None:
    layer = compared(side("l", LEFT), side("r", RIGHT), TRUTH)
    layer.set_colors(DARK, 1.0)
    image = QImage(500, 100, QImage.Format.Format_RGB32)
    image.fill(QColor(0, 0, 0))
    with QPainter(image) as canvas:
        layer.paint(canvas, Frame(QRectF(image.rect()), 500, 100, QPointF(250, 50), 1.0))
    wanted = {150: DARK.only_left, 250: DARK.only_right, 350: DARK.both_wrong, 50: "#000000", 450: "#000000"}
    assert {x: image.pixelColor(x, 50).name() for x in wanted} == wanted
