"""Does the bigger model see the finer grain? Score against the size of things."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout

from granview.gui.background.feed import Feed
from granview.gui.desk import Desk
from granview.gui.panels.base import PANELS, Panel, Place
from granview.gui.style.lane_colors import lane_color
from granview.gui.style.theme import Theme
from granview.gui.tables.grain_report import GrainReport, read_grain
from granview.gui.widgets.plot_host import PlotHost

if TYPE_CHECKING:
    from granview.gui.plots.grain_plot import GrainPlot

_DELAY_MS = 800


@PANELS.register("grain")
class GrainPanel(Panel):
    """A plot, a key to its lines, and a sentence about what it shows."""

    place = Place.BOTTOM
    rank = 1
    key = "Ctrl+4"

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self._feed: Feed[GrainReport] = Feed(desk.document, self, _DELAY_MS)
        self._report = GrainReport({})
        self.host: PlotHost[GrainPlot] = PlotHost(
            "granview.gui.plots.grain_plot", self._make, desk.jobs, self._explanation()
        )
        self.key_line = QLabel()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 8)
        layout.setSpacing(4)
        layout.addWidget(self.key_line)
        layout.addWidget(self.host, 1)
        layout.addWidget(self.words)
        self._connect()
        self._ask()
        self._show()

    def title(self) -> str:
        """What it is called."""
        return self.tr("Grain")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        super().set_theme(theme)
        if self.host.plot is not None:
            self.host.plot.set_theme(theme, self._colors())
        self._show()

    def dispose(self) -> None:
        """Take the plot apart while the window still stands."""
        self.host.dispose()

    def showEvent(self, event: QShowEvent) -> None:
        """Compute only while somebody looks."""
        super().showEvent(event)
        self._feed.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._feed.set_active(False)

    def _connect(self) -> None:
        desk = self.desk
        self._feed.ready.connect(self._on_report)
        self._feed.failed.connect(desk.logbook.write_error)
        desk.model.rows_changed.connect(lambda _: self._feed.invalidate())
        desk.model.loaded.connect(self._feed.restart)
        desk.view.changed.connect(lambda name: self._ask() if name == "pinned" else None)

    def _ask(self) -> None:
        self._feed.ask(partial(read_grain, pinned=self.desk.view.pinned))

    def _make(self) -> "GrainPlot":
        from granview.gui.plots.grain_plot import GrainPlot

        return GrainPlot(self.theme)

    def _on_report(self, report: GrainReport) -> None:
        self._report = report
        self._show()

    def _show(self) -> None:
        profiles = {name: p for name, p in self._report.profiles.items() if name in self.desk.model.lanes}
        colors = self._colors()
        self.key_line.setVisible(bool(profiles))
        self.words.setVisible(bool(profiles))
        if not profiles:
            self.host.explain(self._explanation())
            return
        self.key_line.setText(
            "&nbsp;&nbsp; ".join(f'<span style="color:{colors[name]}">●</span> {name}' for name in profiles)
        )
        self.words.setText("\n".join(self._report.sentences))
        self.host.fill(lambda plot: plot.show_profiles(profiles, colors))

    def _colors(self) -> dict[str, str]:
        return {lane.name: lane_color(self.theme, lane.place) for lane in self.desk.model.lanes.all()}

    def _explanation(self) -> str:
        return self.tr(
            "Here stands how much of each thing every lane finds, from the finest things on the left to the coarsest "
            "on the right, and from which size on the lanes differ. It needs reference masks and a run."
        )
