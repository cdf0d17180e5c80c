"""Where a label map is right and where it is wrong: two colours, and lines across what is wrong."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from granview.core.predictions.label_map import LabelMap
from granview.gui.paint.frame import Frame
from granview.gui.paint.indexed import IndexedPainter, pyramid
from granview.gui.paint.overlay_style import OverlayStyle, argb
from granview.gui.presenters.picture_presenter import DifferenceSide
from granview.gui.presenters.pictures.label_map_difference import right_and_wrong

RIGHT: Final = 1
WRONG: Final = 2
"""The larger index, so that what is wrong is seen from afar."""

_FAINT: Final = 0.4
"""Of the opacity: what is right leaves the picture to be seen."""

_LINES: Final = QColor(20, 20, 24, 210)


@dataclass(frozen=True, eq=False)
class Outcome:
    """A label map against its reference.

    Attributes:
        levels: Pyramid of (h, w) uint8: 0 where nothing is scored, ``RIGHT`` and ``WRONG``.
        right: Part of the scored px that is right, 0 to 1; None where none is scored.
    """

    levels: list[NDArray[np.uint8]]
    right: float | None


def outcome_of(side: DifferenceSide[LabelMap], reference: DifferenceSide[LabelMap]) -> Outcome | None:
    """What is right of a lane's map; None where it has another size than the reference."""
    if side.prediction.size != reference.prediction.size:
        return None
    is_right, is_scored = right_and_wrong(side, reference)
    indices = np.where(is_scored, np.where(is_right, RIGHT, WRONG), 0).astype(np.uint8)
    n = int(np.count_nonzero(is_scored))
    return Outcome(pyramid(indices), int(np.count_nonzero(is_right & is_scored)) / n if n else None)


class OutcomePainter:
    """Draws right and wrong through the colours of a theme, and hatches what is wrong on the screen's own px."""

    def __init__(self, outcome: Outcome, style: OverlayStyle) -> None:
        self._fill = IndexedPainter(outcome.levels)
        self._mask = IndexedPainter(outcome.levels)
        self._mask.set_table([0, 0, 0xFF000000] + [0] * 253)
        self.set_style(style)

    def set_style(self, style: OverlayStyle) -> None:
        """Draw at this opacity, in these colours."""
        none = (127, 127, 127)
        right, wrong = style.roles.get("right", none), style.roles.get("missed", none)
        table = [0, argb(right, style.opacity * _FAINT), argb(wrong, style.opacity)] + [0] * 253
        self._fill.set_table(table)

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is in the frame."""
        self._fill.paint(painter, frame)
        hatched = self._hatched(frame)
        painter.drawImage(frame.rect.topLeft(), hatched)

    def _hatched(self, frame: Frame) -> QImage:
        """Lines where the map is wrong, as large as the cell, in px of the device."""
        ratio = frame.device_pixel_ratio
        size = (frame.rect.size() * ratio).toSize()
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        area = QRectF(QPointF(), frame.rect.size())
        shifted = Frame(area, frame.image_width, frame.image_height, frame.centre, frame.scale, ratio)
        with QPainter(image) as onto:
            self._mask.paint(onto, shifted)
            onto.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            onto.fillRect(area, QBrush(_LINES, Qt.BrushStyle.BDiagPattern))
        return image
