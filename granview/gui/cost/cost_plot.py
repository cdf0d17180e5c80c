"""Quality against cost: one dot per lane, and the front of those that no other lane beats in both.

A lane that rests on fewer samples than the others is a ring, and not on the front.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyqtgraph
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from granview.analysis.pareto_front import pareto_front
from granview.gui.cost.cost_report import CostPoint
from granview.gui.style.theme import Theme
from granview.gui.widgets.hover_plot import HoverPlot
from granview.gui.widgets.number_format import count_in_short, fixed, significant
from granview.gui.widgets.plot_style import dress, pen

_NEAR_PX = 14.0
_FEW_DECADES = 1.6


def _ticks(low: float, high: float) -> list[tuple[float, str]]:
    """Ticks of a logarithmic axis between two powers of ten: 1, 2, 5, 10, …; only decades where there are many."""
    steps = (1, 2, 5) if high - low < _FEW_DECADES else (1,)
    values = [step * 10.0**power for power in range(math.floor(low), math.ceil(high) + 1) for step in steps]
    return [(math.log10(value), count_in_short(value)) for value in values if low <= math.log10(value) <= high]


class CostPlot(HoverPlot):
    """The cost's axis is logarithmic: lanes differ by factors."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._points: Sequence[CostPoint] = ()
        self._titles = ("", "")
        self.plot.setLogMode(x=True, y=False)

    def show_points(self, points: Sequence[CostPoint], colors: Mapping[str, str], titles: tuple[str, str]) -> None:
        """Show these lanes; ``titles`` are those of cost and quality."""
        self._points = points
        if titles != self._titles:
            self._label(titles)
        self.plot.clear()
        if not points:
            return
        self._draw_front()
        self._draw_dots(colors, *self._fit())

    def words_at(self, position: QPointF) -> str:
        """The lane of the dot that is near, and where it stands."""
        box = self.plot.getPlotItem().vb
        for point in self._points:
            place = box.mapViewToScene(QPointF(math.log10(point.cost), point.quality))
            if math.hypot(place.x() - position.x(), place.y() - position.y()) < _NEAR_PX:
                cost, quality = self._titles
                words = f"{point.lane}\n{cost}: {significant(point.cost)}\n{quality}: {fixed(point.quality, 3)}"
                return f"{words}\n{point.note}" if point.note else words
        return ""

    def set_theme(self, theme: Theme, colors: Mapping[str, str]) -> None:
        """Use other colours from now on."""
        self._theme = theme
        dress(self.plot, theme)
        self._label(self._titles)
        self.show_points(self._points, colors, self._titles)

    def _label(self, titles: tuple[str, str]) -> None:
        self._titles = titles
        for side, title in zip(("bottom", "left"), titles, strict=True):
            self.plot.setLabel(side, title, color=self._theme.muted)

    def _draw_front(self) -> None:
        cost = np.array([point.cost for point in self._points if not point.note])
        quality = np.array([point.quality for point in self._points if not point.note])
        front = pareto_front(cost, quality)
        front = front[np.argsort(cost[front])]
        if len(front) > 1:
            self.plot.plot(cost[front], quality[front], pen=pen(self._theme.muted, 1.2, dashed=True))

    def _draw_dots(self, colors: Mapping[str, str], low: float, high: float) -> None:
        """Dots with the lanes' names over them; between the ends of the axis, so that no name is cut off."""
        for point in self._points:
            color = colors.get(point.lane, self._theme.muted)
            look = {"brush": None, "pen": pen(color, 1.6)} if point.note else {"brush": QColor(color), "pen": None}
            dot: Any = pyqtgraph.ScatterPlotItem([math.log10(point.cost)], [point.quality], size=11, **look)
            self.plot.addItem(dot)
            across = (math.log10(point.cost) - low) / (high - low)
            name: Any = pyqtgraph.TextItem(point.lane, color=self._theme.text, anchor=(across, 1.35))
            self.plot.addItem(name, ignoreBounds=True)
            name.setPos(math.log10(point.cost), point.quality)

    def _fit(self) -> tuple[float, float]:
        """Bring all dots into view; the ends of the cost's axis, in decades."""
        costs = [math.log10(point.cost) for point in self._points]
        qualities = [point.quality for point in self._points]
        room_x = max((max(costs) - min(costs)) * 0.18, 0.25)
        room_y = max((max(qualities) - min(qualities)) * 0.3, 0.03)
        low, high = min(costs) - room_x, max(costs) + room_x
        bottom: Any = self.plot.getAxis("bottom")
        bottom.setTicks([_ticks(low, high)])
        self.plot.setXRange(low, high, padding=0)
        self.plot.setYRange(min(qualities) - room_y, max(qualities) + room_y * 1.3, padding=0)
        return low, high
