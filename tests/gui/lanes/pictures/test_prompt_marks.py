import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from granview.core.prompt import ObjectPrompt, PointPrompt
from granview.gui.lanes.pictures.prompt_marks import paint_prompts
from granview.gui.paint.frame import Frame
from granview.gui.style.theme import DARK, LIGHT, Theme

FRAME = Frame(QRectF(0, 0, 200, 200), 100, 100, QPointF(50, 50), 2.0, 1.0)


def _drawn(theme: Theme, *prompts: ObjectPrompt) -> NDArray[np.uint8]:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        paint_prompts(painter, FRAME, prompts, theme)
    return np.array(image.constBits(), np.uint8).reshape(200, 200, 4)[..., 2::-1].copy()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_point_on_the_object_and_one_beside_it_are_told_apart(qapp: object, theme: Theme) -> None:
    drawn = _drawn(theme, ObjectPrompt((PointPrompt(20, 30), PointPrompt(70, 80, adds=False))))
    on, beside = drawn[60 + 3, 40 + 3], drawn[160 + 3, 140 + 3]
    assert QColor(*on.tolist()).name() == theme.color("only_left").name()
    assert QColor(*beside.tolist()).name() == theme.color("both_wrong").name()
    assert (drawn[100, 100] == 255).all()


def test_a_box_stands_where_it_was_drawn(qapp: object) -> None:
    drawn = _drawn(LIGHT, ObjectPrompt(box_xyxy=(10, 20, 40, 60)))
    assert (drawn[40, 20:80] != 255).any(axis=1).mean() > 0.9
    assert (drawn[80, 40] == 255).all()


def test_nothing_is_drawn_of_nothing(qapp: object) -> None:
    assert (_drawn(LIGHT) == 255).all()
