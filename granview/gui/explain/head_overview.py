"""All layers and heads of one lane, small, to choose from; and the box that says whose they are."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from granview.core.colormap import HEAT, colormap_indices
from granview.core.explanation import Explanation, HeatMaps
from granview.gui.background.connections import connect_while
from granview.gui.services import Services
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


class OverviewBox(QWidget):
    """A switch, a choice of lane, and its small multiples."""

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__()
        self._services = services
        self.switch = QCheckBox(self.tr("All heads of"))
        self.lane = QComboBox()
        self.lane.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.lane.setMinimumContentsLength(6)
        self.multiples = Overview(theme)
        row = QHBoxLayout()
        row.addWidget(self.switch)
        row.addWidget(self.lane, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.multiples)
        self.switch.toggled.connect(lambda on: services.explain.choose(overview=on))
        self.lane.activated.connect(lambda _: self._show())
        self.multiples.picked.connect(self._on_picked)
        services.explainer.changed.connect(self._show)
        connect_while(self, services.explain.changed, lambda _: self._show())
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.multiples.set_theme(theme)

    def _show(self) -> None:
        wanted, choice = self.lane.currentText(), self._services.explain.choice
        explanations = self._services.explainer.explanations.by_lane
        lanes = [lane for lane, facts in self._services.explainer.explanations.facts.items() if facts.stacks]
        self.setVisible(bool(lanes) and choice.on and self._has_heads())
        self.switch.setChecked(choice.overview)
        if [self.lane.itemText(index) for index in range(self.lane.count())] != lanes:
            self.lane.clear()
            self.lane.addItems(lanes)
            self.lane.setCurrentIndex(max(self.lane.findText(wanted), 0))
        shown = explanations.get(self.lane.currentText())
        explanation = None if shown is None or not choice.overview else shown.explanation
        self.multiples.setVisible(explanation is not None and explanation.overview is not None)
        self.multiples.show_overview(explanation)

    def _has_heads(self) -> bool:
        """Whether the method that is chosen looks at single heads."""
        methods = (method for facts in self._services.explainer.explanations.facts.values() for method in facts.methods)
        return any(method.has_heads for method in methods if method.name == self._services.explain.choice.method)

    def _on_picked(self, layer: int, head: int) -> None:
        """Show this head, and the layer at the same relative depth in every lane."""
        facts = self._services.explainer.explanations.facts.get(self.lane.currentText())
        if facts is None:
            return
        wanted = self._services.explain.choice.stack
        stack = next((stack for stack in facts.stacks if wanted in (None, stack.name)), None)
        if stack is not None:
            depth = layer / max(len(stack.layers) - 1, 1)
            self._services.explain.choose(depth=depth, head=head)
