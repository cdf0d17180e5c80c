"""Score against grain: one line per lane, with its interval, over buckets of size."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QResizeEvent

from granview.analysis.grain_profile import GrainProfile
from granview.gui.grain.grain_sentences import bucket_words
from granview.gui.style.theme import Theme
from granview.gui.widgets.hover_plot import HoverPlot
from granview.gui.widgets.plot_style import dress, pen

_SPREAD: Final = 0.16
_LOW_PX: Final = 160
"""Height of a plot below which the axis of scores has room for three numbers alone."""

_FEW_TICKS: Final = [[(0.0, "0"), (0.5, "0.5"), (1.0, "1")]]


class GrainPlot(HoverPlot):
    """Buckets that no lane has units in are left out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._profiles: Mapping[str, GrainProfile] = {}
        self._colors: Mapping[str, str] = {}
        self._buckets: NDArray[np.intp] = np.empty(0, np.intp)
        self._title = ""
        self.plot.setYRange(0, 1, padding=0.04)

    def show_profiles(self, profiles: Mapping[str, GrainProfile], colors: Mapping[str, str], title: str) -> None:
        """Show these lanes' profiles; ``title`` is what is measured, with its unit."""
        self._profiles, self._colors, self._title = profiles, colors, title
        self.plot.clear()
        self._buckets = _filled(list(profiles.values()))
        for place, (name, profile) in enumerate(profiles.items()):
            self._draw(profile, colors[name], _SPREAD * (place - (len(profiles) - 1) / 2))
        self._label()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many scores beside the axis as there is room for."""
        super().resizeEvent(event)
        left: Any = self.plot.getAxis("left")
        left.setTicks(_FEW_TICKS if self.height() < _LOW_PX else None)

    def words_at(self, position: QPointF) -> str:
        """The lanes' means in the bucket that is near."""
        point = self.plot.getPlotItem().vb.mapSceneToView(position)
        place = round(point.x())
        is_bucket = 0 <= place < len(self._buckets) and bool(self._profiles)
        return self._words(int(self._buckets[place])) if is_bucket else ""

    def set_theme(self, theme: Theme, colors: Mapping[str, str]) -> None:
        """Use other colours from now on; lanes without one are gone."""
        self._theme = theme
        dress(self.plot, theme)
        self.show_profiles(
            {name: profile for name, profile in self._profiles.items() if name in colors}, colors, self._title
        )

    def _draw(self, profile: GrainProfile, color: str, shift: float) -> None:
        mean, low, high = (array[self._buckets] for array in (profile.mean, profile.low, profile.high))
        places = np.arange(len(self._buckets)) + shift
        known = ~np.isnan(low)
        bars: Any = pyqtgraph.ErrorBarItem(
            x=places[known],
            y=mean[known],
            top=(high - mean)[known],
            bottom=(mean - low)[known],
            beam=0.06,
            pen=pen(color, 1.2),
        )
        self.plot.addItem(bars)
        self.plot.plot(
            places, mean, pen=pen(color), symbol="o", symbolSize=6, symbolBrush=color, symbolPen=None, connect="finite"
        )

    def _label(self) -> None:
        profiles = list(self._profiles.values())
        if not profiles:
            return
        titles = profiles[0].titles
        counts = np.max([profile.n for profile in profiles], axis=0)
        ticks = [(place, f"{titles[bucket]}\n{counts[bucket]}") for place, bucket in enumerate(self._buckets)]
        bottom: Any = self.plot.getAxis("bottom")
        bottom.setTicks([ticks])
        bottom.setHeight(self.fontMetrics().height() * 2 + 8)
        self.plot.setXRange(-0.5, len(self._buckets) - 0.5, padding=0)

    def _words(self, bucket: int) -> str:
        first = next(iter(self._profiles.values()))
        lines = [f"{self._title}: {first.titles[bucket]}"]
        lines += [bucket_words(name, profile, bucket) for name, profile in self._profiles.items()]
        return "\n".join(lines)


def _filled(profiles: Sequence[GrainProfile]) -> NDArray[np.intp]:
    if not profiles:
        return np.empty(0, np.intp)
    return np.flatnonzero(np.sum([profile.n for profile in profiles], axis=0))
