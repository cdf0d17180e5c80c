"""Are probabilities what they say? The share that is right against how sure each lane was."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from granview.gui.language.below import localized
from granview.gui.model.panel_lines import panel_line
from granview.gui.panel import PANELS, DockSide
from granview.gui.report_panel import ReportPanel
from granview.gui.services import Services
from granview.gui.style.theme import Theme
from granview.gui.widgets.key_line import KeyLine
from granview.gui.widgets.plot_host import PlotHost
from granview.report.reliability import Reliability, counts_calibration, reliabilities
from granview.store.reader import SessionReader

if TYPE_CHECKING:
    from granview.gui.calibration.reliability_plot import ReliabilityPlot

_DELAY_MS: Final = 800
_LEAST_PLOT_PX: Final = 110


def read_reliabilities(session: SessionReader, task: str | None) -> list[Reliability]:
    """Those of the lanes of a task; none where it counts no calibration."""
    return [] if task is None else reliabilities(session, task)


@PANELS.register("calibration")
class CalibrationPanel(ReportPanel[list[Reliability]]):
    """A reliability diagram, and a key to its lines with each lane's calibration error."""

    place = DockSide.BOTTOM
    rank = 3
    guide = "guide/window.md"

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme, _DELAY_MS)
        self._report: list[Reliability] = []
        self.host: PlotHost[ReliabilityPlot] = PlotHost(
            "granview.gui.calibration.reliability_plot", self._make, services.jobs, self._explanation()
        )
        self.host.setMinimumHeight(_LEAST_PLOT_PX)
        self.key_line = KeyLine()
        head = QHBoxLayout()
        head.addWidget(self.key_line, 1)
        head.addStretch(0)
        head.addWidget(self.task)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.host, 1)
        services.model.lanes.changed.connect(self._show)
        self._ask()
        self._show()

    def title(self) -> str:
        """What it is called."""
        return self.tr("Calibration")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        super().set_theme(theme)
        if self.host.plot is not None:
            self.host.plot.set_theme(theme, self._colors())
        self._show()

    def dispose(self) -> None:
        """Take the plot apart while the window still stands."""
        self.host.dispose()

    def _ask(self) -> None:
        self._ask_in_focus(partial(read_reliabilities, task=self._task_name()))

    def _make(self) -> "ReliabilityPlot":
        from granview.gui.calibration.reliability_plot import ReliabilityPlot

        return ReliabilityPlot(self.theme)

    def _on_report(self, report: list[Reliability]) -> None:
        self._report = report
        self._show()

    def _show(self) -> None:
        colors = self._colors()
        shown = [each for each in self._report if each.lane in colors]
        self.key_line.setVisible(bool(shown))
        if not shown:
            self.host.explain(self._explanation())
            return
        self.key_line.show_entries((colors[each.lane], f"{each.lane} {self._error(each)}") for each in shown)
        self.host.fill(lambda plot: plot.show_lanes(shown, colors))

    def _error(self, of_lane: Reliability) -> str:
        return self.tr("ECE {error}").format(error="n/a" if of_lane.error is None else f"{of_lane.error:.3f}")

    def _explanation(self) -> str:
        if line := panel_line("calibration", self.services.model):
            return line
        task = self.services.tasks.current
        if task is not None and not counts_calibration(task):
            words = self.tr(
                "{task}: no calibration is counted. It is where models say the classes of a whole picture or text."
            )
            return words.format(task=localized(task.title))
        return self.tr(
            "Here stands how often each lane is right when it is so sure: on the dashed line probabilities are what "
            "they say, below it a lane is too sure of itself. It needs classes, references and a run."
        )
