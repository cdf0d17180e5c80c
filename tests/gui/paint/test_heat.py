"""Heat maps over pictures: pixels, scales, values."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from granview.core.colormap import HEAT, SIGNED
from granview.gui.paint.frame import Frame
from granview.gui.paint.heat import Heat, HeatPainter, heat_color, heat_opacity
from tests.helpers.answers import heat, map_answer


def _painted(shown: Heat, opacity: float = 1.0) -> QImage:
    """Drawn over a white picture of 100 px at a scale of 1, in a cell of 120 px."""
    image = QImage(120, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    HeatPainter(shown).paint(painter, Frame(QRectF(0, 0, 120, 120), 100, 100, QPointF(50, 50), 1.0, 1.0), opacity)
    painter.end()
    return image


def _color(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    color = image.pixelColor(x, y)
    return color.red(), color.green(), color.blue()


@pytest.mark.usefixtures("qapp")
def test_cells_are_painted_in_the_scales_colours_at_their_places() -> None:
    image = _painted(heat(map_answer([[0.0, 1.0], [1.0, 0.0]])))
    low, high = tuple(HEAT[0].tolist()), tuple(HEAT[255].tolist())
    assert [_color(image, x, y) for x, y in ((15, 15), (105, 15), (15, 105), (105, 105))] == [low, high, high, low]
    assert _color(image, 5, 5) == (255, 255, 255), "nothing is painted beside the picture"


@pytest.mark.usefixtures("qapp")
def test_a_value_has_the_same_colour_in_every_lane_on_one_scale() -> None:
    weak = _painted(heat(map_answer([[0.25]]), top=1.0))
    strong = _painted(heat(map_answer([[1.0]]), top=1.0))
    assert _color(weak, 60, 60) == tuple(HEAT[64].tolist())
    assert _color(strong, 60, 60) == tuple(HEAT[255].tolist())


@pytest.mark.usefixtures("qapp")
def test_signed_scale_has_nothing_in_its_middle() -> None:
    image = _painted(heat(map_answer([[-1.0, 0.0, 1.0]]), top=1.0, signed=True))
    ends = [_color(image, x, 60) for x in (12, 108)]
    assert ends == [tuple(SIGNED[0].tolist()), tuple(SIGNED[255].tolist())]


@pytest.mark.usefixtures("qapp")
def test_map_lets_the_picture_through_as_the_opacity_says() -> None:
    image = _painted(heat(map_answer([[1.0]])), opacity=0.5)
    expected = [round((255 + channel) / 2) for channel in HEAT[255].tolist()]
    assert _color(image, 60, 60) == pytest.approx(expected, abs=1)


def test_opacity_goes_from_nothing_to_all() -> None:
    assert [heat_opacity(at) for at in (0.0, 0.5, 1.0)] == [0.0, 0.75, 1.0]


def test_raw_value_of_the_cell_under_a_point() -> None:
    shown = heat(map_answer([[0.1, 0.2], [0.3, 0.4]]), top=9.0)
    found = [shown.value_at(x, y) for x, y in ((0, 0), (99.9, 0), (10, 60), (75, 75))]
    assert found == pytest.approx([0.1, 0.2, 0.3, 0.4])
    assert [shown.value_at(x, y) for x, y in ((-1, 5), (100, 5))] == [None, None]


def test_colour_of_a_value_is_that_of_the_map() -> None:
    shown = heat(map_answer([[0.0, 2.0]]))
    assert heat_color(2.0, shown) == tuple(HEAT[255].tolist())
    assert heat_color(0.0, shown) == tuple(HEAT[0].tolist())


def test_equal_looks_are_painted_once() -> None:
    answer = map_answer([[1.0]])
    assert heat(answer) == heat(answer)
    assert heat(answer) != heat(answer, top=2.0)
    assert heat(answer) != heat(answer, signed=True)
    assert heat(answer) != heat(map_answer([[1.0]]))
    assert np.unique([hash(heat(answer)), hash(heat(answer))]).size == 1
