import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QThreadPool
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.core.colormap import HEAT
from granview.core.predictions.depth_map import DepthMap
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.paint.frame import Frame
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.pictures.depth_map_painter import DepthMapPainter
from granview.scoring.depth_alignment import Alignment
from granview.scoring.depth_colors import DepthShade
from tests.helpers.canvas import settle

VALUES = np.array([[1, 4], [np.nan, 16]], np.float32)


@pytest.fixture
def background(qapp: QApplication) -> BackgroundPool:
    return BackgroundPool(QThreadPool.globalInstance())


def painted(painter: DepthMapPainter) -> np.ndarray:
    """What is drawn on black, (2, 2, 3) uint8."""
    image = QImage(2, 2, QImage.Format.Format_RGB32)
    image.fill(QColor(0, 0, 0))
    with QPainter(image) as canvas:
        painter.paint(canvas, Frame(QRectF(image.rect()), 2, 2, QPointF(1, 1), 1.0))
    return np.frombuffer(image.constBits(), np.uint8).reshape(2, 2, 4)[..., 2::-1].copy()


def test_near_is_yellow_far_is_violet_and_the_unknown_is_clear(qapp: QApplication, background: BackgroundPool) -> None:
    painter = DepthMapPainter(DepthMap(VALUES), background, lambda: None)
    painter.set_style(OverlayStyle(opacity=1.0))
    assert (painted(painter) == 0).all()
    settle(qapp)
    shown = painted(painter)
    assert shown[0, 0].tolist() == HEAT[255].tolist()
    assert shown[1, 1].tolist() == HEAT[1].tolist()
    assert (shown[1, 0] == 0).all()
    painter.set_style(OverlayStyle(opacity=0.0))
    assert (painted(painter) == 0).all()


def test_another_scale_has_it_drawn_anew(qapp: QApplication, background: BackgroundPool) -> None:
    painter = DepthMapPainter(DepthMap(VALUES), background, lambda: None)
    painter.set_style(OverlayStyle(opacity=1.0))
    painter.set_shade(DepthShade(16.0, 64.0, Alignment(), is_shared=True))
    settle(qapp)
    assert (painted(painter)[[0, 0, 1], [0, 1, 1]] == HEAT[255]).all()
    painter.close()
