"""Labels above spans: as much of them as there is room for, and no dots that say nothing."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.gui.lanes.texts.mark_painter import MarkPainter
from granview.gui.presenters.marks import TextFormat
from granview.gui.style.theme import LIGHT


@pytest.mark.parametrize(("room", "is_drawn"), [(0, False), (8, False), (40, True), (400, True)])
def test_a_label_without_room_for_a_letter_is_left_out(qapp: QApplication, room: float, is_drawn: bool) -> None:
    image = QImage(420, 40, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    blank = image.copy()
    draw = MarkPainter(LIGHT, QFont(qapp.font()))
    with QPainter(image) as painter:
        width = draw.label(painter, QRectF(2, 25, 10, 12), "ORGANIZATION ✓", TextFormat("accent"), room)
    assert (image != blank) == is_drawn
    assert (width > 0) == is_drawn
    assert width <= room
