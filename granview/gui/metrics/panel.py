"""How good every lane of the task in view is: over all samples, on the one shown, and class by class."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from granview.gui.language.below import localized
from granview.gui.metrics.class_table import classes_table
from granview.gui.metrics.confusion_table import confusion_table
from granview.gui.metrics.metrics_tables import lanes_table, sample_table
from granview.gui.model.panel_lines import panel_line
from granview.gui.panel import PANELS, DockSide
from granview.gui.report_panel import ReportPanel
from granview.gui.services import Services
from granview.gui.style.theme import Theme
from granview.gui.widgets.column_chooser import ColumnChooser
from granview.gui.widgets.flow_layout import FlowRow
from granview.gui.widgets.hint import Hint
from granview.gui.widgets.segmented import Segmented
from granview.gui.widgets.table import Table
from granview.gui.widgets.table_view import TableView

_DELAY_MS = 500
ALL, SAMPLE, CLASSES = "all", "sample", "classes"
CONFUSION = "confusion"


@PANELS.register("metrics")
class MetricsPanel(ReportPanel[Table]):
    """A table of metrics, with the difference to the pinned lane. A click on a head sorts."""

    place = DockSide.BOTTOM
    rank = 0
    key = "Ctrl+3"
    guide = "guide/reading-the-numbers.md"

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme, _DELAY_MS)
        self.scope = Segmented(
            (
                (ALL, self.tr("All samples"), None, self.tr("Over all samples together")),
                (SAMPLE, self.tr("This sample"), None, self.tr("On the sample that is shown")),
                (CLASSES, self.tr("Classes"), None, self.tr("Class by class, over all samples")),
            )
        )
        self.scope.set_current(ALL)
        self.class_metric = QComboBox()
        self.pinned = QComboBox()
        self.table = TableView(theme, services.memory)
        self.table.let_sort()
        self._hint = Hint()
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setProperty("role", "muted")
        self.further = QAction(self)
        self.further.setCheckable(True)
        self.further.setVisible(False)
        self.columns = ColumnChooser(self.table, services.memory, "metrics", services.icons, (self.further,))
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """What it is called."""
        return self.tr("Metrics")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        super().set_theme(theme)
        self.table.set_theme(theme)

    def _lay_out(self) -> None:
        self.pinned.setToolTip(self.tr("The lane that the others are compared with"))
        for combo in (self.class_metric, self.pinned):
            combo.setProperty("quiet", "true")
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        head = FlowRow(2)
        for widget in (self.scope, self.task, self.class_metric, self.pinned):
            head.flow.addWidget(widget)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self._body())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        framed = QHBoxLayout()
        framed.setContentsMargins(6, 0, 6, 0)
        framed.setSpacing(2)
        framed.addWidget(head, 1)
        framed.addWidget(self.columns, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(framed)
        layout.addWidget(self._stack, 1)

    def _body(self) -> QWidget:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._note.setContentsMargins(10, 2, 10, 6)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._note)
        return body

    def _connect(self) -> None:
        services = self.services
        self.scope.chosen.connect(lambda _: self._ask())
        self.class_metric.activated.connect(lambda _: self._ask())
        self.further.toggled.connect(lambda _: self._ask())
        self.pinned.activated.connect(lambda _: setattr(services.view, "pinned", self.pinned.currentData()))
        services.model.lanes.changed.connect(self._on_lanes_changed)
        services.model.samples.current_changed.connect(self._on_current_changed)
        services.view.changed.connect(self._on_view_changed)
        services.agreements.changed.connect(self._on_agreements_changed)
        self._on_lanes_changed()
        self._on_task_changed()

    def _on_view_changed(self, name: str) -> None:
        if name == "pinned":
            self._fill_pinned()
            self._ask()

    def _on_current_changed(self) -> None:
        if self.scope.current() == SAMPLE:
            self._ask()

    def _on_agreements_changed(self) -> None:
        if self.scope.current() == ALL:
            self._ask()

    def _on_lanes_changed(self) -> None:
        self._fill_pinned()
        self._hint.setText(self._explanation())
        self._feed.invalidate()

    def _on_task_changed(self) -> None:
        """Offer what the classes of the task in view are measured by."""
        task = self.services.tasks.current
        self.class_metric.clear()
        for column in () if task is None else task.class_columns:
            self.class_metric.addItem(localized(column.title), column.name)
        if task is not None and task.has_confusion:
            self.class_metric.addItem(self.tr("Taken for"), CONFUSION)
        self.scope.set_enabled(CLASSES, self.class_metric.count() > 0)
        if self.scope.current() == CLASSES and not self.class_metric.count():
            self.scope.set_current(ALL)
        self._fill_pinned()
        self._ask()

    def _fill_pinned(self) -> None:
        self.pinned.clear()
        self.pinned.addItem(self.tr("Compare with…"), None)
        for lane in self.services.model.lanes.all():
            if lane.spec.task == self._task_name():
                self.pinned.addItem(self.tr("Δ to {lane}").format(lane=lane.name), lane.name)
        self.pinned.setCurrentIndex(max(self.pinned.findData(self.services.view.pinned), 0))

    def _ask(self) -> None:
        scope, pinned, task = self.scope.current(), self.services.view.pinned, self._task_name()
        self.class_metric.setVisible(scope == CLASSES)
        self.pinned.setVisible(scope != CLASSES)
        sample, further = self.services.model.samples.current, self.further.isChecked()
        self.columns.set_scope(f"{task}/{scope}")
        if task is None:
            self._feed.ask(lambda _: Table(""))
        elif scope == SAMPLE and sample is not None:
            self._feed.ask(partial(sample_table, task=task, sample=sample, pinned=pinned, further=further))
        elif scope == CLASSES and self.class_metric.currentData() == CONFUSION:
            self._ask_in_focus(partial(confusion_table, task=task))
        elif scope == CLASSES:
            self._ask_in_focus(partial(classes_table, task=task, metric=self.class_metric.currentData()))
        else:
            agreed = self.services.agreements.of_lanes()
            self._ask_in_focus(partial(lanes_table, task=task, pinned=pinned, agreement=agreed, further=further))

    def _on_report(self, report: Table) -> None:
        self.table.show_table(report, self._places())
        self._note.setText(report.note)
        self._note.setVisible(bool(report.note))
        self._show_further(report.n_further)
        if report.is_unscored and self.scope.current() == ALL:
            self.services.agreements.want()
        self._hint.setText(self._explanation())
        self._stack.setCurrentIndex(1 if report.rows else 0)

    def _show_further(self, n: int) -> None:
        """Offer the columns for a second look, or to leave them out again."""
        words = self.tr("Fewer columns") if self.further.isChecked() else self.tr("{n} more columns").format(n=n)
        self.further.setText(words)
        self.further.setToolTip(self.tr("CSV files have every column"))
        self.further.setVisible(n > 0)

    def _explanation(self) -> str:
        if line := panel_line("metrics", self.services.model):
            return line
        if len(self.services.model.lanes) == 0:
            return self.tr("Add models to compare; each becomes a lane with a row here.")
        if self.scope.current() == SAMPLE:
            return self.tr("No lane has a result for this sample yet.")
        return self.table.table.note or self.tr(
            "No references, so nothing to score against. Add references to see metrics."
        )
