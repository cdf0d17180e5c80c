"""How good every lane is: over all samples, on the one shown, and class by class."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from granview.gui.background.feed import Feed
from granview.gui.desk import Desk
from granview.gui.panels.base import PANELS, Panel, Place
from granview.gui.style.theme import Theme
from granview.gui.tables.metrics_tables import CLASS_METRICS, classes_table, lanes_table, sample_table
from granview.gui.tables.tables import Table
from granview.gui.widgets.hint import Hint
from granview.gui.widgets.segmented import Segmented
from granview.gui.widgets.table_view import TableView

_DELAY_MS = 500
ALL, SAMPLE, CLASSES = "all", "sample", "classes"


@PANELS.register("metrics")
class MetricsPanel(Panel):
    """A table of metrics, with the difference to the pinned lane."""

    place = Place.BOTTOM
    rank = 0
    key = "Ctrl+3"

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self._feed: Feed[Table] = Feed(desk.document, self, _DELAY_MS)
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
        self.table = TableView(theme)
        self._hint = Hint()
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setProperty("role", "muted")
        self._lay_out()
        self._connect()
        self._ask()

    def title(self) -> str:
        """What it is called."""
        return self.tr("Metrics")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        super().set_theme(theme)
        self.table.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Compute only while somebody looks."""
        super().showEvent(event)
        self._feed.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._feed.set_active(False)

    def _lay_out(self) -> None:
        for name in CLASS_METRICS:
            self.class_metric.addItem(name.replace("_", " "), name)
        self.pinned.setToolTip(self.tr("The lane that the others are compared with"))
        for combo in (self.class_metric, self.pinned):
            combo.setProperty("quiet", "true")
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self.scope)
        head.addStretch(1)
        head.addWidget(self.class_metric)
        head.addWidget(self.pinned)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self._body())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _body(self) -> QWidget:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._note.setContentsMargins(10, 2, 10, 6)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._note, 0, Qt.AlignmentFlag.AlignBottom)
        return body

    def _connect(self) -> None:
        desk = self.desk
        self._feed.ready.connect(self._on_table)
        self._feed.failed.connect(desk.logbook.write_error)
        self.scope.chosen.connect(lambda _: self._ask())
        self.class_metric.currentIndexChanged.connect(lambda _: self._ask())
        self.pinned.activated.connect(lambda _: setattr(desk.view, "pinned", self.pinned.currentData()))
        desk.model.rows_changed.connect(lambda _: self._feed.invalidate())
        desk.model.loaded.connect(self._feed.restart)
        desk.model.lanes.changed.connect(self._on_lanes_changed)
        desk.model.samples.current_changed.connect(self._on_current_changed)
        desk.view.changed.connect(self._on_view_changed)
        desk.agreements.changed.connect(self._on_agreements_changed)
        self._on_lanes_changed()

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

    def _fill_pinned(self) -> None:
        self.pinned.clear()
        self.pinned.addItem(self.tr("Compare with…"), None)
        for name in self.desk.model.lanes.names():
            self.pinned.addItem(self.tr("Δ to {lane}").format(lane=name), name)
        self.pinned.setCurrentIndex(max(self.pinned.findData(self.desk.view.pinned), 0))

    def _ask(self) -> None:
        scope, pinned = self.scope.current(), self.desk.view.pinned
        self.class_metric.setVisible(scope == CLASSES)
        self.pinned.setVisible(scope != CLASSES)
        sample = self.desk.model.samples.current
        if scope == SAMPLE and sample is not None:
            self._feed.ask(partial(sample_table, sample=sample, pinned=pinned))
        elif scope == CLASSES:
            self._feed.ask(partial(classes_table, sample=None, metric=self.class_metric.currentData()))
        else:
            self._feed.ask(partial(lanes_table, pinned=pinned, agreement=self.desk.agreements.of_lanes()))

    def _on_table(self, table: Table) -> None:
        places = {lane.name: lane.place for lane in self.desk.model.lanes.all()}
        self.table.show_table(table, places)
        self._note.setText(table.note)
        self._note.setVisible(bool(table.note))
        if table.note and self.scope.current() == ALL:
            self.desk.agreements.want()
        self._hint.setText(self._explanation())
        self._stack.setCurrentIndex(1 if table.rows else 0)

    def _explanation(self) -> str:
        if len(self.desk.model.lanes) == 0:
            return self.tr("Add models to compare; each becomes a lane with a row here.")
        if not self.desk.model.has_results:
            return self.tr(
                "Press Run. Each lane gets a row: how well its masks match the reference, and what it costs.\n"
                "The best value of a column is bold. Pin a lane to see every difference to it, with its interval."
            )
        if self.scope.current() == SAMPLE:
            return self.tr("No lane has a result for this sample yet.")
        return self.tr("No reference masks, so nothing to score against. Add references to see metrics.")
