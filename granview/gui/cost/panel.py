"""What every lane costs, and what that buys: quality against latency, parameters, operations, memory."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout

from granview.gui.background.connections import connect_while
from granview.gui.cost.cost_report import CostReport, points, quantity, read_cost
from granview.gui.model.panel_lines import panel_line
from granview.gui.panel import PANELS, DockSide
from granview.gui.report_panel import ReportPanel
from granview.gui.services import Services
from granview.gui.style.theme import Theme
from granview.gui.widgets.choice_tip import set_choice_tip
from granview.gui.widgets.column_chooser import ColumnChooser
from granview.gui.widgets.plot_host import PlotHost
from granview.gui.widgets.segmented import Segmented
from granview.gui.widgets.table_view import TableView
from granview.report.hourly_prices import hourly_prices
from granview.report.lane_costs import MONEY

if TYPE_CHECKING:
    from granview.gui.cost.cost_plot import CostPlot

_DELAY_MS: Final = 600
_WIDE_PX: Final = 620
_LEAST_CHARACTERS: Final = 9
PLOT, TABLE = "plot", "table"


@PANELS.register("cost")
class CostPanel(ReportPanel[CostReport]):
    """Plot and table, side by side where there is room, else one of them."""

    place = DockSide.BOTTOM
    rank = 2
    key = "Ctrl+5"
    guide = "guide/window.md"

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme, _DELAY_MS)
        self._report: CostReport | None = None
        self.host: PlotHost[CostPlot] = PlotHost(
            "granview.gui.cost.cost_plot", self._make, services.jobs, self._explanation()
        )
        self.table = TableView(theme, services.memory)
        self.choice = Segmented(
            (
                (PLOT, self.tr("Plot"), None, self.tr("Quality against cost")),
                (TABLE, self.tr("Table"), None, self.tr("All costs in numbers")),
            )
        )
        self.choice.set_current(PLOT)
        self.axis, self.quality = QComboBox(), QComboBox()
        self.lacking = QLabel()
        self._lay_out()
        connect_while(self, services.model.lanes.lane_changed, lambda _: self._feed.invalidate())
        services.model.lanes.changed.connect(self._feed.invalidate)
        connect_while(self, services.preferences.changed, lambda _: self._ask())
        self._picked: dict[QComboBox, str] = {}
        for each in (self.axis, self.quality):
            each.activated.connect(partial(self._on_picked, each))
        self.choice.chosen.connect(lambda _: self._arrange())
        services.model.lanes.changed.connect(self._show)  # a report may come before the lanes that it is about
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
        for choice in (self.axis, self.quality):
            choice.setProperty("quiet", "true")
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(_LEAST_CHARACTERS)
        set_choice_tip(self.axis, self.tr("The cost on the horizontal axis"))
        set_choice_tip(self.quality, self.tr("The quality on the vertical axis: a metric, or the score in a bucket"))
        self.lacking.setWordWrap(True)
        self.lacking.setProperty("role", "muted")
        self.lacking.setContentsMargins(8, 0, 8, 0)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self.choice)
        head.addStretch(1)
        head.addWidget(self.task)
        self.columns = ColumnChooser(self.table, self.services.memory, "cost", self.services.icons)
        head.addWidget(self.columns)
        self._body = QStackedWidget()
        self._body.addWidget(self.host)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(8, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 4)
        layout.setSpacing(4)
        choices = QHBoxLayout()
        choices.setContentsMargins(0, 0, 8, 0)
        choices.setSpacing(0)
        choices.addWidget(self.quality, 1)
        choices.addWidget(self.axis, 1)
        layout.addLayout(head)
        layout.addLayout(choices)
        layout.addLayout(self._row, 1)
        layout.addWidget(self.lacking)
        self._arrange()

    def _ask(self) -> None:
        self._ask_in_focus(
            partial(read_cost, task=self._task_name(), prices=hourly_prices(self.services.preferences.settings))
        )

    def _fill_choices(self, report: CostReport) -> None:
        """Offer the costs and the qualities that are known of lanes of this task."""
        self._refill(self.axis, [(quantity(name).title, name) for name in report.axes])
        self._refill(self.quality, [(each.title, f"{each.metric}/{each.bucket}") for each in report.qualities])

    def _refill(self, choice: QComboBox, items: list[tuple[str, str]]) -> None:
        """Offer other items, each a title and what it stands for: what the user picked stays, else it is the first."""
        if items == [(choice.itemText(place), choice.itemData(place)) for place in range(choice.count())]:
            return
        choice.clear()
        for title, data in items:
            choice.addItem(title, data)
        choice.setCurrentIndex(max(choice.findData(self._picked.get(choice)), 0))

    def _on_picked(self, choice: QComboBox, _: int) -> None:
        self._picked[choice] = str(choice.currentData())
        self._show()

    def _arrange(self) -> None:
        wide = self.width() >= _WIDE_PX
        self.choice.setVisible(not wide)
        for each in (self.axis, self.quality):
            each.setVisible(self.quality.count() > 0 and (wide or self.choice.current() == PLOT))
        if wide and self._row.indexOf(self.table) < 0:
            self._row.addWidget(self.table, 1)
            self.table.show()
        elif not wide and self._body.indexOf(self.table) < 0:
            self._body.addWidget(self.table)
        self._body.setCurrentWidget(self.host if wide or self.choice.current() == PLOT else self.table)
        self.columns.refresh()

    def _make(self) -> "CostPlot":
        from granview.gui.cost.cost_plot import CostPlot

        return CostPlot(self.theme)

    def _on_report(self, report: CostReport) -> None:
        self._report = report
        self._fill_choices(report)
        self.table.show_table(report.table, self._places())
        self._arrange()
        self._show()

    def _show(self) -> None:
        report, place = self._report, self.quality.currentIndex()
        shown = None
        if report is not None and 0 <= place < len(report.qualities):
            shown = points(report, self.axis.currentData(), report.qualities[place])
        self.lacking.setVisible(shown is not None and bool(shown.points) and bool(shown.lacking))
        if report is None or shown is None or not shown.points:
            self.host.explain(self._explanation() if self.axis.currentData() != MONEY else self._no_price())
            return
        words = self.tr("Not in the plot, since one of the two is not known: {lanes}.")
        self.lacking.setText(words.format(lanes=", ".join(shown.lacking)))
        titles = self.axis.currentText(), self.quality.currentText()
        self.host.fill(lambda plot: plot.show_points(shown, self._colors(), titles))

    def _no_price(self) -> str:
        if self._report is None or not self._report.costs:
            return self._explanation()
        if "forward_ms_p50" not in self._report.axes:
            return self.tr("No lane here was timed, so that none has a price: saved predictions have no times.")
        return self.tr(
            "Say in Edit ▸ Preferences what an hour of the CPU or the GPU costs, and here stands what a million "
            "samples cost with every lane."
        )

    def _explanation(self) -> str:
        return panel_line("cost", self.services.model) or self.tr(
            "Here every lane becomes a dot: to the right what a pass costs, upwards how good it is. "
            "The dashed line joins the lanes that no other one beats in both, the grey one the sizes of one model. A "
            "ring was not scored on all that the others were, and is not compared. It needs references and a run."
        )
