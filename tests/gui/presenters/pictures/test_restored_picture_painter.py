import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QThreadPool
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.core.predictions.restored_picture import RestoredPicture
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.paint.frame import Frame
from granview.gui.presenters.pictures import restored_picture_painter
from granview.gui.presenters.pictures.restored_picture_painter import RestoredPicturePainter, drawn_picture, own_frame
from tests.helpers.canvas import settle


@pytest.fixture
def background(qapp: QApplication) -> BackgroundPool:
    return BackgroundPool(QThreadPool.globalInstance())


def random_pixels(height: int, width: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)


def painted(painter: RestoredPicturePainter, width: int, height: int, scale: float) -> np.ndarray:
    """What is drawn on black over a sample of that size, (h, w, 3) uint8."""
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(0, 0, 0))
    with QPainter(image) as canvas:
        painter.paint(canvas, Frame(QRectF(image.rect()), width, height, QPointF(width / 2, height / 2), scale))
    array = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return array[:, : image.width(), 2::-1].copy()


def ready(picture: RestoredPicture, background: BackgroundPool, app: QApplication) -> RestoredPicturePainter:
    painter = RestoredPicturePainter(picture, background, lambda: None)
    settle(app)
    return painter


def test_its_own_px_are_seen_where_the_screen_shows_them(qapp: QApplication, background: BackgroundPool) -> None:
    pixels = random_pixels(20, 28)
    painter = ready(RestoredPicture(pixels, 2.0), background, qapp)
    np.testing.assert_array_equal(painted(painter, 14, 10, 2.0), pixels)


def test_close_up_px_are_squares(qapp: QApplication, background: BackgroundPool) -> None:
    pixels = random_pixels(4, 6)
    painter = ready(RestoredPicture(pixels, 2.0), background, qapp)
    np.testing.assert_array_equal(painted(painter, 3, 2, 8.0), pixels.repeat(4, 0).repeat(4, 1))


def test_what_was_left_out_of_the_picture_is_not_drawn(qapp: QApplication, background: BackgroundPool) -> None:
    pixels = np.full((8, 8, 3), 200, np.uint8)
    shown = painted(ready(RestoredPicture(pixels), background, qapp), 10, 9, 1.0)
    assert (shown[:8, :8] == 200).all()
    assert (shown[8:] == 0).all()
    assert (shown[:, 8:] == 0).all()


def test_what_cannot_be_prepared_is_said(
    qapp: QApplication, background: BackgroundPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(restored_picture_painter, "drawn_picture", full)
    painter = ready(RestoredPicture(random_pixels(4, 4)), background, qapp)
    assert painter.notice
    assert (painted(painter, 4, 4, 1.0) == 0).all()
    painter.close()


def test_from_afar_a_smaller_level_is_drawn() -> None:
    drawn = drawn_picture(random_pixels(600, 900))
    assert [level.array.shape[:2] for level in drawn.levels] == [(600, 900), (300, 450), (150, 225)]
    assert [level.scale for level in drawn.levels] == [1.0, 2.0, 4.0]


def test_a_place_stays_where_it_is() -> None:
    frame = Frame(QRectF(0, 0, 100, 80), 50, 40, QPointF(20, 10), 3.0)
    own = own_frame(frame, (160, 200), 4.0)
    assert own.origin == frame.origin
    assert own.to_screen(QPointF(40, 40)) == frame.to_screen(QPointF(10, 10))
