import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from granview.gui.lanes.pictures.loupe import SIDE, loupe_frame, paint_loupe
from granview.gui.paint.frame import Frame
from granview.gui.style.theme import LIGHT

FRAME = Frame(QRectF(0, 0, 400, 300), 100, 75, QPointF(50, 37.5), 1.0, 1.0)


def test_its_middle_is_the_image_point_and_px_are_large() -> None:
    inner = loupe_frame(FRAME, QPointF(50, 37))
    assert (inner.rect.width(), inner.zoom) == (SIDE, 8.0)
    middle = inner.to_image(inner.rect.center())
    assert (middle.x(), middle.y()) == pytest.approx((50, 37), abs=1 / 8)


def test_close_up_it_is_twice_as_close() -> None:
    near = Frame(FRAME.rect, 100, 75, FRAME.centre, 10.0, 2.0)
    assert loupe_frame(near, QPointF(1, 1)).scale == 20.0


@pytest.mark.parametrize("point", [QPointF(0, 0), QPointF(99, 74)])
def test_it_stays_within_the_canvas(point: QPointF) -> None:
    far = Frame(FRAME.rect, 100, 75, FRAME.centre, 4.0, 1.0)
    assert far.rect.contains(loupe_frame(far, point).rect)


class _Halves:
    """A picture whose left half is red and whose right half is blue."""

    def paint(self, painter: QPainter, frame: Frame) -> None:
        whole = frame.image_rect
        painter.fillRect(whole, QColor("blue"))
        painter.fillRect(QRectF(whole.x(), whole.y(), whole.width() / 2, whole.height()), QColor("red"))


def test_it_shows_what_is_there_within_its_own_bounds(qapp: object) -> None:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        paint_loupe(painter, _Halves(), FRAME, QPointF(50, 37), LIGHT)
    seen = np.array(image.constBits(), np.uint8).reshape(300, 400, 4)[..., 2::-1]
    assert seen[150, 160].tolist() == [255, 0, 0]
    assert seen[150, 240].tolist() == [0, 0, 255]
    assert (seen[20, 20] == 255).all()
