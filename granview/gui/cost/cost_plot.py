"""Quality against cost: one dot per lane, the sizes of a family joined, and the front that no other lane beats in both.

A lane that rests on fewer samples than the others is a ring, and not on the front.
"""

import math
from collections.abc import Mapping
from typing import Any, Final

import pyqtgraph
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QGraphicsLineItem

from granview.gui.background.timers import once
from granview.gui.cost.axis_ticks import linear_ticks, log_ticks
from granview.gui.cost.cost_report import CostPoint, CostPoints
from granview.gui.style.lane_colors import lane_marker
from granview.gui.style.theme import Theme
from granview.gui.widgets.hover_plot import HoverPlot
from granview.gui.widgets.label_placement import Placed, place_labels
from granview.gui.widgets.number_format import fixed, significant
from granview.gui.widgets.plot_style import dress, pen

_NEAR_PX: Final = 14.0
_BELOW_AXIS_PX: Final = 6
"""Below the name of the cost, whose letters reach beyond what the axis takes for it."""

_BESIDE_AXIS_PX: Final = 50
"""So much of the height is above and below the quality's axis."""
_DOT_PX: Final = 11
_NAME_MARGIN_PX: Final = 1
"""About a name within its box, which hides what is behind it."""

_END_PX: Final = 9
"""The axis of the quality goes on for so long beyond its last number: room for a dot, and for that number."""

_TICK_PX: Final = 24
"""The axis of the quality has a number for each so many px."""


def quality_range(qualities: list[float], top: float | None) -> tuple[float, float]:
    """The ends of the quality's axis: some room beyond the dots, but never beyond what is possible."""
    room = max((max(qualities) - min(qualities)) * 0.25, 0.03 * (top or max(map(abs, qualities)) or 1.0))
    low, high = min(qualities) - room, max(qualities) + room
    if min(qualities) >= 0:
        low = max(low, 0.0)
    return low, high if top is None else min(high, top)


class CostPlot(HoverPlot):
    """The cost's axis is logarithmic: lanes differ by factors."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown = CostPoints()
        self._colors: Mapping[str, str] = {}
        self._titles = ("", "")
        self._names: list[Any] = []
        self._naming = once(self, 0, self._place_names)
        self.plot.setLogMode(x=True, y=False)
        self.plot.getPlotItem().layout.setContentsMargins(0, 0, 0, _BELOW_AXIS_PX)

    def dispose(self) -> None:
        """Take the plot apart, and place no names any more."""
        self._naming.stop()
        super().dispose()

    def show_points(self, shown: CostPoints, colors: Mapping[str, str], titles: tuple[str, str]) -> None:
        """Show these lanes; ``titles`` are those of cost and quality."""
        self._shown, self._colors = shown, colors
        if titles != self._titles:
            self._label(titles)
        self.plot.clear()
        self._names = []
        self.plot.setAccessibleDescription("; ".join(self._words(point).replace("\n", ", ") for point in shown.points))
        if not shown.points:
            return
        self._fit()
        self._join()
        for point in shown.points:
            self._draw_dot(point)
        self._naming.start()

    def words_at(self, position: QPointF) -> str:
        """The lane of the dot that is near, and where it stands."""
        box = self.plot.getPlotItem().vb
        for point in self._shown.points:
            place = box.mapViewToScene(_place(point))
            if math.hypot(place.x() - position.x(), place.y() - position.y()) < _NEAR_PX:
                return self._words(point)
        return ""

    def _words(self, point: CostPoint) -> str:
        """A lane and where it stands, in lines."""
        cost, quality = self._titles
        words = f"{point.lane}\n{cost}: {significant(point.cost)}\n{quality}: {fixed(point.quality, 3)}"
        return f"{words}\n{point.note}" if point.note else words

    def set_theme(self, theme: Theme, colors: Mapping[str, str]) -> None:
        """Use other colours from now on."""
        self._theme = theme
        dress(self.plot, theme)
        self._label(self._titles)
        self.show_points(self._shown, colors, self._titles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the names new places."""
        super().resizeEvent(event)
        self._fit_label()
        self._naming.start()

    def _label(self, titles: tuple[str, str]) -> None:
        self._titles = titles
        for side, title in zip(("bottom", "left"), titles, strict=True):
            self.plot.setLabel(side, title, color=self._theme.muted)
        self._fit_label()

    def _fit_label(self) -> None:
        """Name the quality beside its axis where there is room for the name; the panel names it above anyway."""
        _, title = self._titles
        room = self.height() - _BESIDE_AXIS_PX
        self.plot.getAxis("left").showLabel(bool(title) and self.fontMetrics().horizontalAdvance(title) <= room)

    def _join(self) -> None:
        """Join the sizes of each family, and, dashed, the front."""
        by_lane = {point.lane: point for point in self._shown.points}
        lines = [(family, pen(self._theme.border, 2.4)) for family in self._shown.families]
        lines.append((self._shown.front, pen(self._theme.muted, 1.2, dashed=True)))
        for lanes, line in lines:
            joined = [by_lane[lane] for lane in lanes if lane in by_lane]
            if len(joined) > 1:
                self.plot.plot([each.cost for each in joined], [each.quality for each in joined], pen=line)

    def _draw_dot(self, point: CostPoint) -> None:
        color = self._colors.get(point.lane, self._theme.muted)
        look: dict[str, Any] = {"brush": QColor(color), "pen": None, "symbol": lane_marker(color).symbol}
        if point.note:
            look |= {"brush": None, "pen": pen(color, 1.6)}
        dot: Any = pyqtgraph.ScatterPlotItem([math.log10(point.cost)], [point.quality], size=_DOT_PX, **look)
        self.plot.addItem(dot)

    def _fit(self) -> None:
        """Bring all dots into view, whole ones at the ends too; numbers end where nothing more is possible."""
        costs = [math.log10(point.cost) for point in self._shown.points]
        room = max((max(costs) - min(costs)) * 0.15, 0.2)
        low, high = min(costs) - room, max(costs) + room
        box = self.plot.getPlotItem().vb
        bottom, left = self.plot.getAxis("bottom"), self.plot.getAxis("left")
        bottom.setTicks([log_ticks(low, high, box.width(), self.fontMetrics().horizontalAdvance)])
        self.plot.setXRange(low, high, padding=0)
        ends = quality_range([point.quality for point in self._shown.points], self._shown.top)
        left.setTicks([linear_ticks(*ends, int(box.height() / _TICK_PX))])
        margin = (ends[1] - ends[0]) * _END_PX / max(box.height() - 2 * _END_PX, 1)
        self.plot.setYRange(ends[0] - margin, ends[1] + margin, padding=0)
        box.invertY(self._shown.better == "lower")

    def _place_names(self) -> None:
        """Write the lanes' names where they hide nothing; lines lead to those that are far from their dots.

        One for which there is no such place is left to the tip of its dot.
        """
        for item in self._names:
            self.plot.removeItem(item)
        self._names = []
        if not self._shown.points:
            return
        self._fit()
        box = self.plot.getPlotItem().vb
        origin = box.mapToScene(QPointF(0, 0))
        places = [box.mapViewToScene(_place(point)) - origin for point in self._shown.points]
        font = self.fontMetrics()
        sizes = [
            (font.horizontalAdvance(point.lane) + 8.0, font.height() + 2.0 * _NAME_MARGIN_PX)
            for point in self._shown.points
        ]
        placed = place_labels([(at.x(), at.y()) for at in places], sizes, (box.width(), box.height()))
        for point, size, where in zip(self._shown.points, sizes, placed, strict=True):
            if where.is_free:
                self._write(point, size, where, origin)

    def _write(self, point: CostPoint, size: tuple[float, float], where: Placed, origin: QPointF) -> None:
        box = self.plot.getPlotItem().vb
        middle = QPointF(where.left + size[0] / 2, where.top + size[1] / 2)
        at = box.mapSceneToView(origin + middle)
        if where.has_leader:
            start = _place(point)
            leader = QGraphicsLineItem(QLineF(start, at))
            leader.setPen(pen(self._theme.muted, 0.8))
            leader.setZValue(-5)
            self._add(leader)
        fill = self._theme.color("panel", 0.8)
        name: Any = pyqtgraph.TextItem(point.lane, color=self._theme.text, anchor=(0.5, 0.5), fill=fill)
        name.textItem.document().setDocumentMargin(_NAME_MARGIN_PX)
        name.updateTextPos()
        self._add(name)
        name.setPos(at.x(), at.y())

    def _add(self, item: Any) -> None:
        self.plot.addItem(item, ignoreBounds=True)
        self._names.append(item)


def _place(point: CostPoint) -> QPointF:
    return QPointF(math.log10(point.cost), point.quality)
