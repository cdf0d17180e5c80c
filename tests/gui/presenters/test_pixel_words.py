"""A px in words."""

from PySide6.QtCore import QPointF

from granview.gui.presenters.pixel_words import named_values, position_words, value_words, zoom_words


def test_place_values_and_zoom_stand_in_this_order() -> None:
    assert position_words(QPointF(120.9, 64.2), (4095,), 2.0) == "120, 64 · 4095 · 200 %"
    assert position_words(QPointF(0, 0), (), 0.125) == "0, 0 · 12.5 %"


def test_values_are_those_of_the_file() -> None:
    assert value_words((12, 40, 65535)) == "12 40 65535"
    assert value_words((0.1234567,)) == "0.123457"
    assert named_values((12, 40, 255), ("R", "G", "B")) == "R 12  G 40  B 255"
    assert named_values((0.5,), ("V",)) == "0.5"
    assert [zoom_words(zoom) for zoom in (1.0, 0.333, 0.0625, 64.0)] == ["100 %", "33 %", "6.2 %", "6400 %"]
