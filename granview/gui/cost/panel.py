"""What every lane costs, and what that buys: quality against latency, parameters, operations, memory."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout

from granview.gui.cost.cost_report import CostReport, axes_for, points, quantity, read_cost
from granview.gui.panel import PANELS, DockSide
from granview.gui.report_panel import ReportPanel
from granview.gui.services import Services
from granview.gui.style.theme import Theme
from granview.gui.widgets.plot_host import PlotHost
from granview.gui.widgets.segmented import Segmented
from granview.gui.widgets.table_view import TableView

if TYPE_CHECKING:
    from granview.gui.cost.cost_plot import CostPlot

_DELAY_MS: Final = 600
_WIDE_PX: Final = 620
PLOT, TABLE = "plot", "table"


@PANELS.register("cost")
class CostPanel(ReportPanel[CostReport]):
    """Plot and table, side by side where there is room, else one of them."""

    place = DockSide.BOTTOM
    rank = 2
    key = "Ctrl+5"

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme, _DELAY_MS)
        self._report: CostReport | None = None
        self.host: PlotHost[CostPlot] = PlotHost(
            "granview.gui.cost.cost_plot", self._make, services.jobs, self._explanation()
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
        services.model.lanes.lane_changed.connect(lambda _: self._feed.invalidate())
        services.model.lanes.changed.connect(self._feed.invalidate)
        self.axis.activated.connect(lambda _: self._show())
        self.choice.chosen.connect(lambda _: self._arrange())
        self._ask()
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both where there is room for both."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self.axis.setProperty("quiet", "true")
        self.axis.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.axis.setToolTip(self.tr("The cost on the horizontal axis"))
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self.choice)
        head.addStretch(1)
        head.addWidget(self.task)
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

    def _ask(self) -> None:
        self._fill_axes()
        self._ask_in_focus(partial(read_cost, task=self._task_name()))

    def _fill_axes(self) -> None:
        """Offer the costs that lanes of this task have; the one chosen stays."""
        names, chosen = axes_for(self.services.tasks.current), self.axis.currentData()
        if names != [self.axis.itemData(place) for place in range(self.axis.count())]:
            self.axis.clear()
            for name in names:
                self.axis.addItem(quantity(name).title, name)
            self.axis.setCurrentIndex(max(self.axis.findData(chosen), 0))

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
        from granview.gui.cost.cost_plot import CostPlot

        return CostPlot(self.theme)

    def _on_report(self, report: CostReport) -> None:
        self._report = report
        self.table.show_table(report.table, self._places())
        self._show()

    def _show(self) -> None:
        report = self._report
        found = [] if report is None else points(report, self.axis.currentData())
        if report is None or not found:
            self.host.explain(self._explanation())
            return
        titles, colors = (self.axis.currentText(), report.quality_title), self._colors()
        self.host.fill(lambda plot: plot.show_points(found, colors, titles))

    def _explanation(self) -> str:
        return self.tr(
            "Here every lane becomes a dot: to the right what a pass costs, upwards how good it is. "
            "The dashed line joins the lanes that no other one beats in both. A ring was not scored on all that the "
            "others were, and is not compared. It needs references and a run."
        )
