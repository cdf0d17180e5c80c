"""All layers and heads of one lane as small multiples; a click picks one."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from granview.core.colormap import HEAT, colormap_indices
from granview.core.explanation import Explanation, HeatMaps
from granview.gui.style.theme import Theme

_GAP: Final = 2.0
_MOST: Final = 56.0
_LABEL: Final = 22.0


class Overview(QWidget):
    """Draws a row of heads for each layer, the first layer at the top, all on one scale."""

    picked = Signal(int, int)
    """Layer and head, from 0."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._images: list[list[QImage | None]] = []
        self._chosen: tuple[int | None, int | None] = (None, None)
        self._hovered: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("All layers and heads"))

    def show_overview(self, explanation: Explanation | None) -> None:
        """Show what an answer holds of all layers and heads; nothing where it holds nothing."""
        values = None if explanation is None or explanation.overview is None else explanation.overview
        self._images = [] if values is None else _images(_as_maps(values.values, isinstance(values, HeatMaps)))
        self._chosen = (None, None) if explanation is None else (explanation.layer, explanation.head)
        self._fit()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The wider, the larger the maps."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(round(len(self._images) * (self._side() + _GAP)) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the maps, the chosen one with a frame."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            for layer, row in enumerate(self._images):
                painter.setPen(self._theme.color("muted"))
                label = QRectF(0, self._cell(layer, 0).top(), _LABEL - 4, self._side())
                painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(layer + 1))
                for head, image in enumerate(row):
                    if image is not None:
                        self._draw(painter, layer, head, image)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name what is under the mouse."""
        self._hovered = self._at(event.position())
        if self._hovered is not None:
            layer, head = self._hovered
            words = self.tr("Layer {layer}, head {head}").format(layer=layer + 1, head=head + 1)
            QToolTip.showText(event.globalPosition().toPoint(), words, self)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse."""
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick what was clicked on."""
        found = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self.picked.emit(*found)

    def _draw(self, painter: QPainter, layer: int, head: int, image: QImage) -> None:
        cell = self._cell(layer, head)
        painter.drawImage(cell, image)
        chosen_layer, chosen_head = self._chosen
        is_chosen = layer == chosen_layer and chosen_head in (None, head)
        if is_chosen or (layer, head) == self._hovered:
            painter.setPen(QPen(self._theme.color("accent" if is_chosen else "text"), 2))
            painter.drawRect(cell)

    def _side(self) -> float:
        heads = max((len(row) for row in self._images), default=1)
        return max(min((self.width() - _LABEL) / heads - _GAP, _MOST), 8.0)

    def _cell(self, layer: int, head: int) -> QRectF:
        step = self._side() + _GAP
        return QRectF(_LABEL + head * step, 1 + layer * step, self._side(), self._side())

    def _at(self, point: QPointF) -> tuple[int, int] | None:
        places = ((layer, head) for layer, row in enumerate(self._images) for head in range(len(row)))
        return next((place for place in places if self._cell(*place).contains(point)), None)


def _as_maps(values: NDArray[np.float32], over_image: bool) -> NDArray[np.float32]:
    """(layers, heads, rows, columns); weights over tokens as one row of columns."""
    return values if over_image else values[:, :, None, :]


def _images(maps: NDArray[np.float32]) -> list[list[QImage | None]]:
    top = float(np.nanmax(maps, initial=0))
    return [[None if np.isnan(one).any() else _image(one, top) for one in row] for row in maps]


def _image(values: NDArray[np.float32], top: float) -> QImage:
    colors = np.ascontiguousarray(HEAT[colormap_indices(values, top)])
    rows, columns = values.shape
    return QImage(colors.tobytes(), columns, rows, 3 * columns, QImage.Format.Format_RGB888).copy()
