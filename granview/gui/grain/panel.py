"""Does the bigger model see the finer grain? Score against the size of things."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from granview.analysis.grain_profile import GrainProfile
from granview.gui.background.connections import connect_while
from granview.gui.grain.bucket_tip import bucket_tip
from granview.gui.grain.grain_report import GrainQuery, GrainReport, axis_title, read_grain
from granview.gui.grain.wrapped_text import WrappedText
from granview.gui.model.panel_lines import panel_line
from granview.gui.panel import PANELS, DockSide
from granview.gui.report_panel import ReportPanel
from granview.gui.services import Services
from granview.gui.style.theme import Theme
from granview.gui.unit_previews.previews_by_kind import PreviewsByKind
from granview.gui.widgets.choice_tip import set_choice_tip
from granview.gui.widgets.key_line import KeyLine
from granview.gui.widgets.plot_host import PlotHost
from granview.gui.widgets.text_preview import as_tip
from granview.report.bucketing import CATEGORY, COCO, LOG, OWN, QUANTILE
from granview.report.grain_units import BucketedUnits

if TYPE_CHECKING:
    from granview.gui.grain.grain_plot import GrainPlot

translate = QCoreApplication.translate

_DELAY_MS: Final = 800
_LEAST_PLOT_PX: Final = 96
_WIDE_PX: Final = 560
_LOW_PX: Final = 300
_FEW_LINES, _MOST_LINES = 2, 4
_LEAST_CHARACTERS: Final = 9
"""So much of a choice is shown at least; its list shows all of it."""


@PANELS.register("grain")
class GrainPanel(ReportPanel[GrainReport]):
    """A plot, a key to its lines, and what it shows in words; the tool tip of these says how they were found."""

    place = DockSide.BOTTOM
    rank = 1
    key = "Ctrl+4"
    guide = "guide/reading-the-numbers.md#measures-of-grain"

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme, _DELAY_MS)
        self._report = GrainReport()
        self.host: PlotHost[GrainPlot] = PlotHost(
            "granview.gui.grain.grain_plot", self._make, services.jobs, self._explanation()
        )
        self.key_line = KeyLine()
        self.axis = QComboBox()
        self.buckets = QComboBox()
        self.measure = QLabel()
        self.words = WrappedText()
        self._previews = PreviewsByKind(services, self)
        self._previews.changed.connect(self._on_preview)
        self._lay_out()
        connect_while(self, services.view.changed, lambda name: self._ask() if name == "pinned" else None)
        self.axis.activated.connect(lambda _: self._ask())
        self.buckets.activated.connect(lambda _: self._ask())
        services.model.lanes.changed.connect(self._show)  # a report may come before the lanes that it is about
        self.words.asked_for_all.connect(self._show_all_words)
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
        for choice in (self.axis, self.buckets):
            choice.setProperty("quiet", "true")
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(_LEAST_CHARACTERS)
            choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            choice.view().setTextElideMode(Qt.TextElideMode.ElideNone)
        self.axis.setAccessibleName(self.tr("Measure"))
        self.buckets.setAccessibleName(self.tr("Buckets"))
        set_choice_tip(
            self.buckets,
            self.tr(
                "How the measure is divided into buckets. Under each stands how many things / in how many samples."
            ),
        )
        self.host.setMinimumHeight(_LEAST_PLOT_PX)
        for label in (self.words.label, self.measure):
            label.setProperty("role", "muted")
        self._head = head = QHBoxLayout()
        head.addWidget(self.task)
        head.addWidget(self.measure)
        head.addWidget(self.axis, 3)
        head.addWidget(self.buckets, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 4)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.host, 1)
        layout.addWidget(self.words)
        layout.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the key beside the choices where there is room, else below them; few sentences where there is little."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= _WIDE_PX
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        if is_wide and self._head.indexOf(self.key_line) < 0:
            self._head.insertWidget(0, self.key_line, 3)
        elif not is_wide and layout.indexOf(self.key_line) < 0:
            layout.insertWidget(1, self.key_line)
        self.words.set_most_lines(_FEW_LINES if event.size().height() < _LOW_PX else _MOST_LINES)

    def _show_all_words(self, on: bool) -> None:
        """Give what is said the room of the plot, or give it back."""
        self.host.setVisible(not on)

    def _ask(self) -> None:
        asked = GrainQuery(
            self._task_name(),
            self.axis.currentData(),
            self.buckets.currentData() or "",
            self.services.view.pinned,
            self.services.focus.slice,
        )
        self._feed.ask(partial(read_grain, asked=asked))

    def _make(self) -> "GrainPlot":
        from granview.gui.grain.grain_plot import GrainPlot

        plot = GrainPlot(self.theme)
        plot.clicked.connect(self._on_bucket)
        return plot

    def _on_preview(self) -> None:
        """A unit of the bucket under the mouse may have its picture now."""
        if self.host.plot is not None:
            self.host.plot.say_again()

    def _on_bucket(self, bucket: int) -> None:
        """Narrow everything to a bucket; a second click ends that."""
        units, focus = self._report.units, self.services.focus
        if units is None:
            return
        is_in_focus = bucket in self._in_focus(units)
        focus.set_slice(units.widened(focus.slice) if is_in_focus else units.narrowed(focus.slice, bucket))

    def _in_focus(self, units: BucketedUnits) -> list[int]:
        conditions = self.services.focus.slice.conditions
        return [bucket for bucket, each in enumerate(units.buckets.conditions) if each in conditions]

    def _on_report(self, report: GrainReport) -> None:
        self._report = report
        self.axis.clear()
        for axis in report.axes:
            self.axis.addItem(axis_title(axis), axis.name)
            self.axis.setItemData(self.axis.count() - 1, as_tip(axis.description), Qt.ItemDataRole.ToolTipRole)
        self.axis.setCurrentIndex(-1 if report.units is None else self.axis.findData(report.units.axis.name))
        self.buckets.clear()
        for name in report.bucketings:
            self.buckets.addItem(self._bucketing_title(name), name)
        self.buckets.setCurrentIndex(-1 if report.units is None else self.buckets.findData(report.units.buckets.name))
        self._show()

    def _bucketing_title(self, name: str) -> str:
        titles = {
            OWN: self.tr("Usual buckets"),
            QUANTILE: self.tr("Fifths"),
            LOG: self.tr("Powers of two"),
            COCO: self.tr("COCO: 32², 96²"),
            CATEGORY: self.tr("Categories"),
        }
        return titles.get(name, name)

    def _show(self) -> None:
        report = self._report
        units = report.units
        profiles = {name: p for name, p in report.profiles.items() if name in self.services.model.lanes}
        colors = self._colors()
        several = len(report.axes) > 1
        self.axis.setVisible(several)
        self.buckets.setVisible(len(report.bucketings) > 1)
        self.measure.setVisible(units is not None and not several)
        self.key_line.setVisible(bool(profiles))
        self.words.setVisible(bool(profiles))
        if not profiles or units is None:
            self.words.more.setChecked(False)
            self.host.explain(self._explanation() if units is None else self.tr("Nothing in focus has such units."))
            return
        self.key_line.show_entries((colors[name], name) for name in profiles)
        self.words.setText("\n".join(report.sentences))
        self.words.setToolTip(as_tip(report.tip))
        self.measure.setText(axis_title(units.axis))
        set_choice_tip(self.axis, units.axis.description or self.tr("By which measure"))
        self._say_what_scores_are()
        self.host.fill(partial(self._fill, units, profiles, colors))

    def _fill(
        self, units: BucketedUnits, profiles: Mapping[str, GrainProfile], colors: Mapping[str, str], plot: "GrainPlot"
    ) -> None:
        listed = self._report.listed
        plot.show_profiles(
            profiles,
            colors,
            units.buckets,
            units.n_samples,
            lambda bucket: bucket_tip(units, bucket, profiles, listed[bucket], self._previews.html),
        )
        plot.mark(self._in_focus(units))

    def _say_what_scores_are(self) -> None:
        task = self.services.tasks.current
        words = "" if task is None else translate("Columns", task.unit_score.description)
        for label in (self.key_line, self.measure):
            label.setToolTip(as_tip(self.tr("Score: {words}").format(words=words)))

    def _explanation(self) -> str:
        return panel_line("grain", self.services.model) or self.tr(
            "Here stands how well every lane does on things of each size: objects, regions and details from small to "
            "large, texts and entities from short to long, or by contrast, class or any column of the data; and where "
            "the lanes begin to differ. It needs references and a run."
        )
