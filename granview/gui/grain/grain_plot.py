"""Score against a measure of units: one line per lane, with its interval, over buckets that can be clicked."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QResizeEvent

from granview.analysis.grain_profile import GrainProfile
from granview.gui.grain.bucket_labels import BucketNames, bucket_labels
from granview.gui.style.lane_colors import lane_marker
from granview.gui.style.theme import Theme
from granview.gui.widgets.hover_plot import HoverPlot
from granview.gui.widgets.plot_style import dress, pen
from granview.report.bucketing import CATEGORY, Buckets

_SPREAD: Final = 0.16
_LOW_PX: Final = 160
"""Height of a plot below which the axis of scores has room for three numbers alone."""

_FEW_TICKS: Final = [[(0.0, "0"), (0.5, "0.5"), (1.0, "1")]]
_PADDING, _LOW_PADDING = 0.04, 0.12
"""Of the axis of scores, so that its ends have room for their numbers."""

_MARKED, _HOVERED = 0.16, 0.07
"""Opacity of what lies behind a bucket."""


class GrainPlot(HoverPlot):
    """Buckets that no lane has units in are left out."""

    clicked = Signal(int)
    """The bucket that was clicked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._profiles: Mapping[str, GrainProfile] = {}
        self._colors: Mapping[str, str] = {}
        self._names = BucketNames()
        self._shown: NDArray[np.intp] = np.empty(0, np.intp)
        self._marked: Collection[int] = ()
        self._shades: dict[int, Any] = {}
        self._hovered: int | None = None
        self._words: Callable[[int], str] = lambda _: ""
        self.plot.setYRange(0, 1, padding=_PADDING)
        self.plot.setCursor(Qt.CursorShape.PointingHandCursor)
        self.plot.scene().sigMouseClicked.connect(self._on_click)
        self.plot.getPlotItem().vb.sigResized.connect(self._on_room)

    def dispose(self) -> None:
        """Take the plot apart."""
        self.plot.scene().sigMouseClicked.disconnect(self._on_click)
        self.plot.getPlotItem().vb.sigResized.disconnect(self._on_room)
        super().dispose()

    def show_profiles(
        self,
        profiles: Mapping[str, GrainProfile],
        colors: Mapping[str, str],
        buckets: Buckets,
        n_samples: tuple[int, ...],
        words: Callable[[int], str],
    ) -> None:
        """Show these lanes' profiles.

        Args:
            profiles: By lane.
            colors: By lane.
            buckets: What the profiles are over.
            n_samples: Of each bucket, how many samples have units in it.
            words: What to say about a bucket under the mouse.
        """
        n_units = np.bincount(buckets.place[buckets.place >= 0], minlength=len(buckets))
        self._shown = np.flatnonzero(n_units)
        are_names = buckets.name == CATEGORY
        every = BucketNames(buckets.titles, buckets.short_titles, n_units.tolist(), n_samples, are_names)
        self._names = every.taken(self._shown.tolist())
        self._words = words
        self._draw_all(profiles, colors)

    def mark(self, buckets: Collection[int]) -> None:
        """Shade some buckets: what everything is narrowed to."""
        self._marked = frozenset(buckets)
        self._shade()

    def bucket_at(self, position: QPointF) -> int | None:
        """The bucket at a place in the scene; None beside them."""
        box = self.plot.getPlotItem().vb
        place = round(box.mapSceneToView(position).x())
        is_one = box.sceneBoundingRect().contains(position) and 0 <= place < len(self._shown)
        return int(self._shown[place]) if is_one else None

    def words_at(self, position: QPointF) -> str:
        """What is said of the bucket that is near, which is shaded."""
        bucket = self.bucket_at(position)
        if bucket != self._hovered:
            self._hovered = bucket
            self._shade()
        return "" if bucket is None else self._words(bucket)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many scores beside the axis as there is room for, and as much of the buckets' names."""
        super().resizeEvent(event)
        left: Any = self.plot.getAxis("left")
        is_low = self.height() < _LOW_PX
        left.setTicks(_FEW_TICKS if is_low else None)
        self.plot.setYRange(0, 1, padding=_LOW_PADDING if is_low else _PADDING)
        self._label()

    def set_theme(self, theme: Theme, colors: Mapping[str, str]) -> None:
        """Use other colours from now on; lanes without one are gone."""
        self._theme = theme
        dress(self.plot, theme)
        self._draw_all({name: profile for name, profile in self._profiles.items() if name in colors}, colors)

    def _draw_all(self, profiles: Mapping[str, GrainProfile], colors: Mapping[str, str]) -> None:
        self._profiles, self._colors = profiles, colors
        self.plot.clear()
        self._shades, self._hovered = {}, None
        for place, (name, profile) in enumerate(profiles.items()):
            self._draw(profile, colors[name], _SPREAD * (place - (len(profiles) - 1) / 2))
        self._shade()
        self._label()

    def _draw(self, profile: GrainProfile, color: str, shift: float) -> None:
        mean, low, high = (array[self._shown] for array in (profile.mean, profile.low, profile.high))
        places = np.arange(len(self._shown)) + shift
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
        look = {"symbol": lane_marker(color).symbol, "symbolSize": 7, "symbolBrush": color, "symbolPen": None}
        self.plot.plot(places, mean, pen=pen(color), connect="finite", **look)

    def _shade(self) -> None:
        """Lay a band behind the buckets that are marked, and a fainter one behind that under the mouse."""
        wanted = dict.fromkeys(self._marked, _MARKED)
        if self._hovered is not None:
            wanted.setdefault(self._hovered, _HOVERED)
        for band in self._shades.values():
            self.plot.removeItem(band)
        places = {int(bucket): place for place, bucket in enumerate(self._shown)}
        self._shades = {
            bucket: self._band(places[bucket], opacity) for bucket, opacity in wanted.items() if bucket in places
        }

    def _band(self, place: int, opacity: float) -> Any:
        band: Any = pyqtgraph.LinearRegionItem(
            (place - 0.5, place + 0.5), brush=self._theme.color("accent", opacity), pen=pen("#00000000"), movable=False
        )
        band.setZValue(-10)
        self.plot.addItem(band, ignoreBounds=True)
        return band

    def _label(self) -> None:
        if not len(self._shown):
            return
        font = self.fontMetrics()
        left: Any = self.plot.getAxis("left")
        labels = bucket_labels(self._names, (self.width() - left.width()) / len(self._shown), font)
        ticks = [(place, words.rstrip("\n")) for place, words in labels]
        bottom: Any = self.plot.getAxis("bottom")
        bottom.setTicks([ticks])
        lines = max(words.count("\n") + 1 for _, words in ticks)
        bottom.setHeight(font.height() * lines + 8)
        self.plot.setXRange(-0.5, len(self._shown) - 0.5, padding=0)

    def _on_room(self, _: object) -> None:
        """The axis of scores takes more or less of the width once its numbers are other ones."""
        self._label()

    def _on_click(self, event: Any) -> None:
        bucket = self.bucket_at(event.scenePos())
        if bucket is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(bucket)
