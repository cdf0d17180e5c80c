"""What every lane costs, and what that buys: quality against latency, parameters, operations, memory."""

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout

from granview.gui.background.feed import Feed
from granview.gui.desk import Desk
from granview.gui.panels.base import PANELS, Panel, Place
from granview.gui.style.lane_colors import lane_color
from granview.gui.style.theme import Theme
from granview.gui.tables.cost_report import AXES, CostReport, points, quantity, read_cost
from granview.gui.widgets.plot_host import PlotHost
from granview.gui.widgets.segmented import Segmented
from granview.gui.widgets.table_view import TableView

if TYPE_CHECKING:
    from granview.gui.plots.cost_plot import CostPlot

_DELAY_MS: Final = 600
_WIDE_PX: Final = 620
PLOT, TABLE = "plot", "table"


@PANELS.register("cost")
class CostPanel(Panel):
    """Plot and table, side by side where there is room, else one of them."""

    place = Place.BOTTOM
    rank = 2
    key = "Ctrl+5"

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self._feed: Feed[CostReport] = Feed(desk.document, self, _DELAY_MS)
        self._report: CostReport | None = None
        self.host: PlotHost[CostPlot] = PlotHost(
            "granview.gui.plots.cost_plot", self._make, desk.jobs, self._explanation()
        )
        self.table = TableView(theme)
        self.choice = Segmented(
            (
                (PLOT, self.tr("Plot"), None, self.tr("Quality against cost")),
                (TABLE, self.tr("Table"), None, self.tr("All costs in numbers")),
            )
        )
        self.choice.set_current(PLOT)
        self.axis = QComboBox()
        self._lay_out()
        self._connect()
        self._feed.ask(read_cost)
        self._show()

    def title(self) -> str:
        """What it is called."""
        return self.tr("Cost")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        super().set_theme(theme)
        self.table.set_theme(theme)
        if self.host.plot is not None:
            self.host.plot.set_theme(theme, self._colors())

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both where there is room for both."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        for name in AXES:
            self.axis.addItem(quantity(name).title, name)
        self.axis.setProperty("quiet", "true")
        self.axis.setToolTip(self.tr("The cost on the horizontal axis"))
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self.choice)
        head.addStretch(1)
        head.addWidget(self.axis)
        self._body = QStackedWidget()
        self._body.addWidget(self.host)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(8, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 4)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(self._row, 1)
        self._arrange()

    def _connect(self) -> None:
        desk = self.desk
        self._feed.ready.connect(self._on_report)
        self._feed.failed.connect(desk.logbook.write_error)
        desk.model.rows_changed.connect(lambda _: self._feed.invalidate())
        desk.model.lanes.lane_changed.connect(lambda _: self._feed.invalidate())
        desk.model.lanes.changed.connect(self._feed.invalidate)
        desk.model.loaded.connect(self._feed.restart)
        self.axis.currentIndexChanged.connect(lambda _: self._show())
        self.choice.chosen.connect(lambda _: self._arrange())

    def _arrange(self) -> None:
        wide = self.width() >= _WIDE_PX
        self.choice.setVisible(not wide)
        self.axis.setVisible(wide or self.choice.current() == PLOT)
        if wide and self._row.indexOf(self.table) < 0:
            self._row.addWidget(self.table, 1)
            self.table.show()
        elif not wide and self._body.indexOf(self.table) < 0:
            self._body.addWidget(self.table)
        self._body.setCurrentWidget(self.host if wide or self.choice.current() == PLOT else self.table)

    def _make(self) -> "CostPlot":
        from granview.gui.plots.cost_plot import CostPlot

        return CostPlot(self.theme)

    def _on_report(self, report: CostReport) -> None:
        self._report = report
        places = {lane.name: lane.place for lane in self.desk.model.lanes.all()}
        self.table.show_table(report.table, places)
        self._show()

    def _show(self) -> None:
        report = self._report
        found = [] if report is None else points(report, self.axis.currentData())
        if report is None or not found:
            self.host.explain(self._explanation())
            return
        titles, colors = (self.axis.currentText(), report.quality_title), self._colors()
        self.host.fill(lambda plot: plot.show_points(found, colors, titles))

    def _colors(self) -> dict[str, str]:
        return {lane.name: lane_color(self.theme, lane.place) for lane in self.desk.model.lanes.all()}

    def _explanation(self) -> str:
        return self.tr(
            "Here every lane becomes a dot: to the right what a pass costs, upwards how good it is. "
            "The dashed line joins the lanes that no other one beats in both. It needs reference masks and a run."
        )
