"""What models are asked to outline: points on an object, points beside it, boxes, each object with its number."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from granview.core.prompt import ObjectPrompt, PointPrompt
from granview.gui.paint.frame import Frame
from granview.gui.style.theme import Theme

_RADIUS: Final = 6.5
_ARM: Final = 3.0
_DASH: Final = (4.0, 3.0)


def paint_prompts(painter: QPainter, frame: Frame, prompts: Sequence[ObjectPrompt], theme: Theme) -> None:
    """Draw all prompts; what is a point on an object has a plus, what is beside it a minus."""
    if not prompts:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for prompt in prompts:
        if prompt.box_xyxy is not None:
            _paint_box(painter, frame, prompt.box_xyxy, theme)
        for point in prompt.points:
            _paint_point(painter, frame, point, theme)
    painter.restore()


def _paint_box(painter: QPainter, frame: Frame, box_xyxy: tuple[float, float, float, float], theme: Theme) -> None:
    left, top, right, bottom = box_xyxy
    on_screen = QRectF(frame.to_screen(QPointF(left, top)), frame.to_screen(QPointF(right, bottom)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("canvas" if theme.is_dark else "text", 0.8), 3))
    painter.drawRect(on_screen)
    pen = QPen(theme.color("only_left"), 1.5)
    pen.setDashPattern(_DASH)
    painter.setPen(pen)
    painter.drawRect(on_screen)


def _paint_point(painter: QPainter, frame: Frame, point: PointPrompt, theme: Theme) -> None:
    at = frame.to_screen(QPointF(point.x_px, point.y_px))
    painter.setPen(QPen(theme.color("panel"), 1.5))
    painter.setBrush(theme.color("only_left" if point.adds else "both_wrong"))
    painter.drawEllipse(at, _RADIUS, _RADIUS)
    lines = [QLineF(at.x() - _ARM, at.y(), at.x() + _ARM, at.y())]
    if point.adds:
        lines.append(QLineF(at.x(), at.y() - _ARM, at.x(), at.y() + _ARM))
    painter.drawLines(lines)
