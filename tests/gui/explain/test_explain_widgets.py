"""The panel's own widgets: scale, numbers, all layers and heads."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from granview.core.colormap import HEAT
from granview.core.explanation import HeatMaps
from granview.gui.explain.color_bar import ColorBar
from granview.gui.explain.explain_numbers import ExplainNumbers
from granview.gui.explain.head_overview import Overview
from granview.gui.style.theme import DARK
from tests.helpers.answers import map_answer


def _overview(qapp: QApplication) -> Overview:
    """Two layers, of one head and of two: all but the last head are dark throughout."""
    values = np.zeros((2, 2, 1, 1), np.float32)
    values[0, 1] = np.nan
    values[1, 1] = 1
    widget = Overview(DARK)
    widget.resize(220, 100)
    widget.show()
    whole = HeatMaps(values, (0, 0, 1, 1))
    widget.show_overview(replace(map_answer([[0.0]]), overview=whole, layer=1, head=None))
    qapp.processEvents()
    return widget


def test_all_heads_are_drawn_on_one_scale_at_their_places(qapp: QApplication) -> None:
    widget = _overview(qapp)
    image = widget.grab().toImage()
    drawn = [image.pixelColor(widget._cell(*place).center().toPoint()).getRgb()[:3] for place in ((0, 0), (1, 1))]
    assert drawn == [tuple(HEAT[0].tolist()), tuple(HEAT[255].tolist())]
    assert image.pixelColor(widget._cell(0, 1).center().toPoint()).getRgb()[:3] != tuple(HEAT[0].tolist())


def test_click_picks_layer_and_head(qapp: QApplication) -> None:
    widget, picked = _overview(qapp), []
    widget.picked.connect(lambda layer, head: picked.append((layer, head)))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(widget, left, none, widget._cell(1, 1).center().toPoint())
    QTest.mouseClick(widget, left, none, QPoint(1, 1))
    assert picked == [(1, 1)]


def test_nothing_is_left_of_an_answer_without_an_overview(qapp: QApplication) -> None:
    widget = _overview(qapp)
    high = widget.height()
    widget.show_overview(None)
    assert widget.height() < high


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("top", "signed", "whose", "name"),
    [
        (0.25, False, "all lanes", "0 – 0.25, all lanes"),
        (0.25, True, "all lanes", "-0.25 – 0.25, all lanes"),
        (None, False, "each lane's own", "0 – highest, each lane's own"),
    ],
)
def test_scale_says_its_ends_and_whose_it_is(top: float | None, signed: bool, whose: str, name: str) -> None:
    bar = ColorBar(DARK)
    bar.show_scale(top, signed, whose)
    assert bar.accessibleName() == name


def test_scale_is_drawn_from_its_first_to_its_last_colour(qapp: QApplication) -> None:
    bar = ColorBar(DARK)
    bar.resize(256, 40)
    bar.show()
    bar.show_scale(1.0, False, "all lanes")
    image = bar.grab().toImage()
    ends = [image.pixelColor(x, 8).getRgb()[:3] for x in (0, 255)]
    assert ends == [tuple(HEAT[0].tolist()), tuple(HEAT[255].tolist())]


def test_numbers_stand_side_by_side_and_what_is_missing_is_a_dash(qapp: QApplication) -> None:
    numbers = ExplainNumbers()
    numbers.show_numbers({"a": {"entropy_normalised": 0.5, "pointing": 1.0}, "b": {"entropy_normalised": 0.25}})
    texts = [label.text() for label in numbers.findChildren(QLabel)]
    words = texts.pop(0)
    assert texts == ["Spread", "Hit", "a", "0.5", "yes", "b", "0.25", "–"]
    assert [line.split(":")[0] for line in words.splitlines()] == ["Spread", "Hit"], "what is shown is said in words"
    numbers.show_numbers({})
    assert numbers.isHidden()
