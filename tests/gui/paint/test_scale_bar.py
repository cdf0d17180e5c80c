"""The scale bar over a picture: as long as hand-worked cases, at every zoom and pixel ratio."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.core.pixel_size import PixelSize
from granview.gui.paint.frame import Frame
from granview.gui.paint.scale_bar import bar_of, paint_scale_bar

SIZE = PixelSize(0.5e-6, 0.5e-6, "OME-XML")


def frame_of(scale: float, width: float = 400, ratio: float = 1.0) -> Frame:
    return Frame(QRectF(0, 0, width, 300), 1000, 800, QPointF(500, 400), scale, ratio)


@pytest.mark.parametrize(
    ("scale", "ratio", "label", "length_px"),
    [(1, 1, "50 µm", 100), (2, 1, "20 µm", 80), (1, 2, "50 µm", 100), (0.1, 1, "500 µm", 100), (50, 1.25, "1 µm", 100)],
)
def test_a_bar_is_as_long_as_its_length_takes(scale: float, ratio: float, label: str, length_px: float) -> None:
    bar = bar_of(frame_of(scale, ratio=ratio), SIZE)
    assert bar is not None
    assert (bar.label, bar.length_px) == (label, pytest.approx(length_px))


def test_a_bar_is_drawn_so_long_in_the_corner_and_left_out_without_room(qapp: QApplication) -> None:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 30, 30))
    with QPainter(image) as painter:
        area = paint_scale_bar(painter, frame_of(1), SIZE, 20)
        assert paint_scale_bar(painter, frame_of(1, width=60), SIZE).isEmpty()
    row = round(area.bottom() - 5 - 2)
    white = [column for column in range(400) if image.pixelColor(column, row) == QColor(255, 255, 255)]
    assert len(white) == pytest.approx(100, abs=1.5)
    assert area.bottom() == 300 - 8 - 20
    assert area.right() == 392
