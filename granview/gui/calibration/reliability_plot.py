"""A reliability diagram: what was right against how sure the lanes were, a dot for each bin of probabilities."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPointF

from granview.gui.style.lane_colors import lane_marker
from granview.gui.style.theme import Theme
from granview.gui.widgets.hover_plot import HoverPlot
from granview.gui.widgets.plot_style import dress, pen
from granview.report.reliability import Reliability

_NEAR_PX: Final = 12.0
_LEAST, _MOST = 4.0, 13.0
"""Diameters of a dot, in px: its area grows with how much was said."""


class ReliabilityPlot(HoverPlot):
    """Both axes go from 0 to 1; the dashed line is where probabilities are what they say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._lanes: Sequence[Reliability] = ()
        self.plot.setXRange(0, 1, padding=0.03)
        self.plot.setYRange(0, 1, padding=0.04)
        self._label()

    def show_lanes(self, lanes: Sequence[Reliability], colors: Mapping[str, str]) -> None:
        """Show these lanes."""
        self._lanes = lanes
        self.plot.clear()
        self.plot.plot([0, 1], [0, 1], pen=pen(self._theme.muted, 1.2, dashed=True))
        for lane in lanes:
            color = colors.get(lane.lane, self._theme.muted)
            self.plot.plot(
                lane.confidence,
                lane.hits,
                pen=pen(color),
                symbol=lane_marker(color).symbol,
                symbolSize=_sizes(lane),
                symbolBrush=color,
                symbolPen=None,
            )

    def words_at(self, position: QPointF) -> str:
        """The lane and the bin of the dot that is near."""
        box = self.plot.getPlotItem().vb
        for lane in self._lanes:
            for sure, right, n in zip(lane.confidence, lane.hits, lane.counts, strict=True):
                place = box.mapViewToScene(QPointF(sure, right))
                if math.hypot(place.x() - position.x(), place.y() - position.y()) < _NEAR_PX:
                    words = self.tr("{lane}: {sure} % sure, {right} % right, n = {n}")
                    return words.format(lane=lane.lane, sure=f"{sure * 100:.0f}", right=f"{right * 100:.0f}", n=n)
        return ""

    def set_theme(self, theme: Theme, colors: Mapping[str, str]) -> None:
        """Use other colours from now on."""
        self._theme = theme
        dress(self.plot, theme)
        self._label()
        self.show_lanes(self._lanes, colors)

    def _label(self) -> None:
        for side, title in (("bottom", self.tr("How sure")), ("left", self.tr("Right"))):
            self.plot.setLabel(side, title, color=self._theme.muted)


def _sizes(lane: Reliability) -> list[float]:
    most = max(lane.counts.max(), 1)
    return [_LEAST + (_MOST - _LEAST) * math.sqrt(n / most) for n in lane.counts.tolist()]
