import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from granview.gui.paint.frame import Frame
from granview.gui.paint.picture import PicturePainter
from tests.helpers.canvas import StillLevel, StillPicture, still_picture


def drawn(painter: PicturePainter, frame: Frame) -> QImage:
    image = QImage(frame.rect.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(0, 0, 0))
    canvas = QPainter(image)
    painter.paint(canvas, frame)
    canvas.end()
    return image


def rgb(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    color = QColor(image.pixel(x, y))
    return color.red(), color.green(), color.blue()


def test_one_to_one_is_exact() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (30, 50, 3), np.uint8)
    image = drawn(PicturePainter(still_picture(pixels)), Frame(QRectF(0, 0, 50, 30), 50, 30, QPointF(25, 15), 1.0))
    assert all(rgb(image, x, y) == tuple(pixels[y, x]) for x in range(50) for y in range(30))


def test_pixels_are_squares_close_up() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (4, 4, 3), np.uint8)
    image = drawn(PicturePainter(still_picture(pixels)), Frame(QRectF(0, 0, 40, 40), 4, 4, QPointF(2, 2), 10.0))
    for y in range(4):
        for x in range(4):
            corners = {rgb(image, 10 * x + dx, 10 * y + dy) for dx in (0, 9) for dy in (0, 9)}
            assert corners == {tuple(pixels[y, x])}


@pytest.mark.parametrize(("zoom", "level"), [(2.0, 0), (1.0, 0), (0.7, 0), (0.5, 1), (0.3, 1), (0.25, 2), (0.01, 2)])
def test_the_level_is_the_smallest_that_is_no_coarser_than_the_screen(zoom: float, level: int) -> None:
    shades = (50, 100, 150)
    levels = tuple(
        StillLevel(np.full((400 >> n, 400 >> n, 4), shade, np.uint8), 1 << n) for n, shade in enumerate(shades)
    )
    painter = PicturePainter(StillPicture(400, 400, levels))
    image = drawn(painter, Frame(QRectF(0, 0, 8, 8), 400, 400, QPointF(200, 200), zoom))
    assert rgb(image, 4, 4) == (shades[level],) * 3


def test_outside_the_picture_nothing_is_drawn() -> None:
    painter = PicturePainter(still_picture(np.full((10, 10, 3), 255, np.uint8)))
    image = drawn(painter, Frame(QRectF(0, 0, 40, 40), 10, 10, QPointF(0, 0), 1.0))
    assert rgb(image, 19, 25) == (0, 0, 0)
    assert rgb(image, 20, 20) == (255, 255, 255)
    assert rgb(image, 30, 25) == (0, 0, 0)


def test_device_pixels_count_not_logical_ones() -> None:
    frame = Frame(QRectF(0, 0, 100, 100), 400, 400, QPointF(200, 200), 0.5, device_pixel_ratio=2.0)
    assert frame.zoom == 1.0
    assert frame.to_image(frame.to_screen(QPointF(123, 45))) == QPointF(123, 45)
