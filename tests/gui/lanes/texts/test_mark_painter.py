"""Labels above spans: as much of them as there is room for, and no dots that say nothing."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.gui.lanes.texts.mark_painter import MarkPainter
from granview.gui.lanes.texts.text_body import TextBody
from granview.gui.model.shown_text import ShownText
from granview.gui.paint.contrast import LEGIBLE, contrast
from granview.gui.presenters.heat_shades import STRONGEST
from granview.gui.presenters.marks import NO_MARKS, Emphasis, TextFormat, marks_of
from granview.gui.style.theme import DARK, LIGHT, Theme
from tests.helpers.canvas import settle


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


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_letters_on_a_strong_shade_stand_out_from_it(qapp: QApplication, theme: Theme) -> None:
    body = TextBody(theme)
    body.resize(300, 60)
    body.set_text_font(QFont(qapp.font()))
    body.setStyleSheet(f"background: {theme.panel}; color: {theme.text};")
    body.show_text(ShownText("████ ████"))
    body.show()
    settle(qapp)
    strong = TextFormat("bad", STRONGEST)
    body.show_marks(marks_of(np.array([[0, 4]], np.int32), [strong]), NO_MARKS, Emphasis())
    settle(qapp)
    box = body.boxes_of((0, 4))[0].center().toPoint()
    plain = body.boxes_of((5, 9))[0].center().toPoint()
    image = body.viewport().grab().toImage()
    colors = MarkPainter(theme, body.font()).letters(strong)
    own = theme.color("text")
    wanted = own if colors is None else colors[1]
    assert abs(image.pixelColor(box).lightness() - wanted.lightness()) < 30
    assert abs(image.pixelColor(plain).lightness() - own.lightness()) < 30
    if theme is LIGHT:
        assert colors is not None
        assert contrast(colors[1], colors[0]) >= LEGIBLE > contrast(own, colors[0])
    body.deleteLater()
