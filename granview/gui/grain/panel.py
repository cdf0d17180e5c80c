"""Does the bigger model see the finer grain? Score against the size of things."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout

from granview.gui.grain.grain_report import GrainQuestion, GrainReport, axis_title, read_grain
from granview.gui.grain.wrapped_text import WrappedText
from granview.gui.panel import PANELS, DockSide
from granview.gui.report_panel import ReportPanel
from granview.gui.services import Services
from granview.gui.style.theme import Theme
from granview.gui.widgets.key_line import KeyLine
from granview.gui.widgets.plot_host import PlotHost
from granview.gui.widgets.text_preview import as_tip

if TYPE_CHECKING:
    from granview.gui.grain.grain_plot import GrainPlot

translate = QCoreApplication.translate

_DELAY_MS: Final = 800
_LEAST_PLOT_PX: Final = 110


@PANELS.register("grain")
class GrainPanel(ReportPanel[GrainReport]):
    """A plot, a key to its lines, and what it shows in words; the tool tip of these says how they were found."""

    place = DockSide.BOTTOM
    rank = 1
    key = "Ctrl+4"

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme, _DELAY_MS)
        self._report = GrainReport()
        self.host: PlotHost[GrainPlot] = PlotHost(
            "granview.gui.grain.grain_plot", self._make, services.jobs, self._explanation()
        )
        self.key_line = KeyLine()
        self.axis = QComboBox()
        self.measure = QLabel()
        self.words = WrappedText()
        self._lay_out()
        services.view.changed.connect(lambda name: self._ask() if name == "pinned" else None)
        self.axis.activated.connect(lambda _: self._ask())
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

    def _lay_out(self) -> None:
        self.axis.setProperty("quiet", "true")
        self.axis.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.axis.setToolTip(self.tr("By which measure of size"))
        self.host.setMinimumHeight(_LEAST_PLOT_PX)
        for label in (self.words.label, self.measure):
            label.setProperty("role", "muted")
        head = QHBoxLayout()
        head.addWidget(self.key_line, 1)
        head.addStretch(0)
        head.addWidget(self.task)
        head.addWidget(self.measure)
        head.addWidget(self.axis)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.host, 1)
        layout.addWidget(self.words)

    def _ask(self) -> None:
        asked = GrainQuestion(self._task_name(), self.axis.currentData(), "", self.services.view.pinned)
        self._feed.ask(partial(read_grain, asked=asked))

    def _make(self) -> "GrainPlot":
        from granview.gui.grain.grain_plot import GrainPlot

        return GrainPlot(self.theme)

    def _on_report(self, report: GrainReport) -> None:
        self._report = report
        self.axis.clear()
        for axis in report.axes:
            self.axis.addItem(axis_title(axis), axis.name)
        self.axis.setCurrentIndex(-1 if report.units is None else self.axis.findData(report.units.axis.name))
        self._show()

    def _show(self) -> None:
        axis = None if self._report.units is None else self._report.units.axis
        profiles = {name: p for name, p in self._report.profiles.items() if name in self.services.model.lanes}
        colors = self._colors()
        several = len(self._report.axes) > 1
        self.axis.setVisible(several)
        self.measure.setVisible(axis is not None and not several)
        self.key_line.setVisible(bool(profiles))
        self.words.setVisible(bool(profiles))
        if not profiles or axis is None:
            self.host.explain(self._explanation())
            return
        self.key_line.show_entries((colors[name], name) for name in profiles)
        self.words.setText("\n".join(self._report.sentences))
        self.words.setToolTip(as_tip(self._report.tip))
        title = axis_title(axis)
        self.measure.setText(title)
        self._say_what_scores_are()
        self.host.fill(lambda plot: plot.show_profiles(profiles, colors, title))

    def _say_what_scores_are(self) -> None:
        task = self.services.tasks.current
        words = "" if task is None else translate("Columns", task.unit_score.description)
        for label in (self.key_line, self.measure):
            label.setToolTip(as_tip(self.tr("Score: {words}").format(words=words)))

    def _explanation(self) -> str:
        return self.tr(
            "Here stands how well every lane does on things of each size: objects, regions and details from small to "
            "large, texts and entities from short to long, and at which size the lanes begin to differ. It needs "
            "references and a run."
        )
