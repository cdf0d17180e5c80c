import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QThreadPool
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.core.labels import LabelSet
from granview.core.palette import class_colors
from granview.core.predictions.label_map import LabelMap
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.paint.frame import Frame
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.picture_presenter import presenter_of
from granview.gui.presenters.pictures.label_map_painter import LabelMapPainter
from tests.helpers.canvas import SHAPES, settle


@pytest.fixture
def background(qapp: QApplication) -> BackgroundPool:
    return BackgroundPool(QThreadPool.globalInstance())


def prepared(label_map: LabelMap, labels: LabelSet, background: BackgroundPool, app: QApplication) -> LabelMapPainter:
    painter = LabelMapPainter(label_map, labels, background, lambda: None)
    settle(app)
    return painter


def painted(painter: LabelMapPainter, width: int, height: int, scale: float, style: OverlayStyle) -> QImage:
    """What the painter draws on black."""
    painter.set_style(style)
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(0, 0, 0))
    canvas = QPainter(image)
    painter.paint(canvas, Frame(QRectF(image.rect()), width, height, QPointF(width / 2, height / 2), scale))
    canvas.end()
    return image


def pixels(image: QImage) -> np.ndarray:
    """(h, w, 3) uint8 RGB."""
    array = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return array[:, : image.width(), 2::-1].copy()


def test_every_pixel_has_its_classs_colour(qapp: QApplication, background: BackgroundPool) -> None:
    labels = np.random.default_rng(0).integers(0, 3, (40, 61)).astype(np.uint8)
    painter = prepared(LabelMap(labels), SHAPES, background, qapp)
    shown = pixels(painted(painter, 61, 40, 1.0, OverlayStyle(opacity=1.0)))
    assert np.array_equal(shown, np.array(SHAPES.colors, np.uint8)[labels])


def test_pixels_are_squares_close_up(qapp: QApplication, background: BackgroundPool) -> None:
    labels = np.array([[0, 1], [2, 1]], np.uint8)
    painter = prepared(LabelMap(labels), SHAPES, background, qapp)
    shown = pixels(painted(painter, 2, 2, 16.0, OverlayStyle(opacity=1.0)))
    assert np.array_equal(shown, np.array(SHAPES.colors, np.uint8)[labels].repeat(16, 0).repeat(16, 1))


def test_void_is_clear(qapp: QApplication, background: BackgroundPool) -> None:
    painter = prepared(LabelMap(np.full((4, 4), 255, np.uint8)), SHAPES, background, qapp)
    assert not pixels(painted(painter, 4, 4, 1.0, OverlayStyle(opacity=1.0))).any()


@pytest.mark.parametrize("outline_only", [False, True])
@pytest.mark.parametrize("scale", [0.9, 0.5, 0.23, 0.06])
def test_a_hairline_never_vanishes(
    qapp: QApplication, background: BackgroundPool, outline_only: bool, scale: float
) -> None:
    labels = np.zeros((1200, 1200), np.uint8)
    labels[:, 701] = 2
    painter = prepared(LabelMap(labels), SHAPES, background, qapp)
    style = OverlayStyle(opacity=1.0, outline_only=outline_only)
    painter.set_style(style)
    settle(qapp)
    shown = pixels(painted(painter, 1200, 1200, scale, style))
    assert np.all(np.any(np.all(shown == SHAPES.colors[2], axis=2), axis=1))


@pytest.mark.parametrize("size", [232, 257, 300, 480, 512])
def test_from_afar_no_pixel_is_larger_than_the_devices(
    qapp: QApplication, background: BackgroundPool, size: int
) -> None:
    labels = np.tri(512, dtype=np.uint8)
    labels[-8:] = 255
    painter = prepared(LabelMap(labels), SHAPES, background, qapp)
    shown = pixels(painted(painter, 512, 512, size / 512, OverlayStyle(opacity=1.0)))
    border = np.all(shown == SHAPES.colors[1], axis=2).sum(axis=1)[:-8]
    assert len(border) == size - 8
    assert np.mean(np.diff(border) == 1) > 0.9
    assert np.abs(border - np.arange(1, size - 7)).max() <= 2


def test_a_change_of_colour_after_a_change_of_zoom_is_drawn(qapp: QApplication, background: BackgroundPool) -> None:
    labels = np.random.default_rng(0).integers(0, 3, (64, 64)).astype(np.uint8)
    painter = prepared(LabelMap(labels), SHAPES, background, qapp)
    clear = painted(painter, 64, 64, 0.7, OverlayStyle(opacity=0.0))
    for scale in (0.7, 0.6, 0.7):
        assert pixels(painted(painter, 64, 64, scale, OverlayStyle(opacity=1.0))).any()
    assert painted(painter, 64, 64, 0.7, OverlayStyle(opacity=0.0)) == clear


def test_outlines_leave_the_inside_clear(qapp: QApplication, background: BackgroundPool) -> None:
    labels = np.zeros((20, 20), np.uint8)
    labels[5:15, 5:15] = 1
    painter = prepared(LabelMap(labels), SHAPES, background, qapp)
    style = OverlayStyle(opacity=1.0, outline_only=True)
    painter.set_style(style)
    settle(qapp)
    shown = pixels(painted(painter, 20, 20, 1.0, style))
    assert tuple(shown[5, 9]) == SHAPES.colors[1]
    assert not shown[6:14, 6:14].any()
    assert not shown[:5].any()


def test_opacity_touches_no_pixels(qapp: QApplication, background: BackgroundPool) -> None:
    labels = np.random.default_rng(0).integers(0, 3, (300, 300)).astype(np.uint8)
    painter = prepared(LabelMap(labels), SHAPES, background, qapp)
    before = painted(painter, 300, 300, 1.0, OverlayStyle(opacity=1.0))
    assert painter.layer is not None
    images = painter.layer.images
    memory = [image.constBits() for image in images]
    bits = [bytes(part) for part in memory]
    addresses = [np.frombuffer(part, np.uint8).ctypes.data for part in memory]
    after = painted(painter, 300, 300, 1.0, OverlayStyle(opacity=0.2, hidden=frozenset({"line"})))
    assert before != after
    assert painter.layer.images is images
    assert [np.frombuffer(image.constBits(), np.uint8).ctypes.data for image in images] == addresses
    assert [bytes(image.constBits()) for image in images] == bits


def test_nothing_is_drawn_before_it_is_ready_and_readiness_is_told(
    qapp: QApplication, background: BackgroundPool
) -> None:
    told: list[bool] = []
    ones = LabelMap(np.ones((3, 3), np.uint8))
    painter = presenter_of(ones).painter(ones, SHAPES, background, lambda: told.append(True))
    assert isinstance(painter, LabelMapPainter)
    assert painter.layer is None
    settle(qapp)
    assert told == [True]
    assert painter.layer is not None


def test_more_classes_than_colours_is_said(qapp: QApplication, background: BackgroundPool) -> None:
    names = tuple(f"class {n}" for n in range(1000))
    many = LabelSet(names, class_colors(names), void=None)
    labels = np.arange(1000, dtype=np.uint16).reshape(20, 50)
    painter = prepared(LabelMap(labels), many, background, qapp)
    assert "1000 classes" in painter.notice
    assert "254" in painter.notice
    few = prepared(LabelMap(labels % 200), many, background, qapp)
    assert few.notice == ""
