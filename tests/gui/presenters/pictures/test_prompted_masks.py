import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QThreadPool
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.core import rle
from granview.core.predictions.prompted_masks import PROMPTED, PromptedMasks
from granview.core.prompt import ObjectPrompt, PointPrompt
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.paint.frame import Frame
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.picture_presenter import DifferenceSide, presenter_of
from tests.helpers.canvas import settle

SIZE = (60, 80)
PROMPTS = (ObjectPrompt((PointPrompt(30, 20),)),)


def _masks(score: float, left: int = 20) -> PromptedMasks:
    pixels = np.zeros(SIZE, bool)
    pixels[10:40, left:60] = True
    return PromptedMasks(PROMPTS, (rle.encode(pixels),), np.zeros(1, np.uint16), np.array([score], np.float32), SIZE)


@pytest.mark.parametrize("score", [0.01, 0.99])
def test_a_mask_is_drawn_however_good_the_model_thinks_it(qapp: QApplication, score: float) -> None:
    masks = _masks(score)
    background = BackgroundPool(QThreadPool.globalInstance())
    painter = presenter_of(masks).painter(masks, PROMPTED, background, lambda: None)
    settle(qapp)
    painter.set_style(OverlayStyle(opacity=1.0, options={"tags": "hovered"}))
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(0, 0, 0))
    with QPainter(image) as canvas:
        painter.paint(canvas, Frame(QRectF(image.rect()), 80, 60, QPointF(40, 30), 1.0))
    inside, outside = image.pixelColor(40, 25), image.pixelColor(5, 5)
    assert (inside.red(), inside.green(), inside.blue()) == PROMPTED.colors[0]
    assert outside == QColor(0, 0, 0)


def test_what_is_read_under_the_cursor_is_the_model_s_own_score(qapp: QApplication) -> None:
    masks = _masks(0.25)
    readout = presenter_of(masks).readout(masks, PROMPTED, QPointF(40, 25))
    assert readout is not None
    assert "25" in str(readout)
    assert presenter_of(masks).readout(masks, PROMPTED, QPointF(2, 2)) is None


def test_two_lanes_are_compared_as_objects_are(qapp: QApplication) -> None:
    ours, theirs = _masks(0.1), _masks(0.2, left=50)
    job = presenter_of(ours).difference(
        DifferenceSide("a", ours, PROMPTED), DifferenceSide("b", theirs, PROMPTED), None
    )
    assert not isinstance(job, str)
    assert [row.text for row in job().rows]
