"""Where do lanes differ? The units that only one of two lanes has right, one after the other."""

from functools import partial
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from granview.core.slices import Condition
from granview.gui.background.connections import connect_while
from granview.gui.disagreement.errors_view import ErrorsView
from granview.gui.disagreement.group_bar import GroupBar, group_titles
from granview.gui.disagreement.mark_bar import MarkBar
from granview.gui.disagreement.queue_columns import QueueColumn, file_columns, queue_columns
from granview.gui.disagreement.queue_menu import QueueMenu
from granview.gui.disagreement.queue_report import QueueReport, QueueRequest, read_queue
from granview.gui.disagreement.queue_view import QueueView
from granview.gui.model.panel_lines import panel_line
from granview.gui.panel import PANELS, DockSide
from granview.gui.report_panel import ReportPanel
from granview.gui.services import Services
from granview.gui.style.theme import Theme
from granview.gui.widgets.flow_layout import FlowRow
from granview.gui.widgets.hint import Hint
from granview.gui.widgets.number_format import samples_in_words
from granview.gui.widgets.segmented import Segmented
from granview.gui.widgets.text_preview import as_tip
from granview.report.disagreement import Group, SortKey
from granview.report.unit_columns import IS
from granview.report.verdicts import RIGHT, WRONG

_DELAY_MS: Final = 250
_HIGH_PX: Final = 300
_WIDE_PX: Final = 640
QUEUE, ERRORS = "queue", "errors"
_FALLING: Final = frozenset({"difference", "sure", "first", "second"})
"""What is ordered by at first from the greatest down."""

_OF_GROUP: Final[dict[Group, tuple[str, str]]] = {
    "only second": (WRONG, RIGHT),
    "only first": (RIGHT, WRONG),
    "both wrong": (WRONG, WRONG),
    "both right": (RIGHT, RIGHT),
}
"""What a group is to the left lane, and to the right."""


@PANELS.register("disagreement")
class DisagreementPanel(ReportPanel[QueueReport]):
    """Two lanes, the groups of units by who has them right, and a queue; or what their errors have in common."""

    place = DockSide.BOTTOM
    rank = 5
    key = "Ctrl+D"
    guide = "guide/window.md#where-models-differ"

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme, _DELAY_MS)
        self._report: QueueReport | None = None
        self._group: Group | None = "only second"
        self._sort_by: SortKey = "difference"
        self._falling = True
        self.first, self.second, self.kind, self.group = (QComboBox() for _ in range(4))
        self._picked: dict[QComboBox, str | None] = {}
        self.scope = Segmented(
            (
                (QUEUE, self.tr("Queue"), None, self.tr("One unit after the other")),
                (ERRORS, self.tr("Errors"), None, self.tr("What the errors of both have in common")),
            )
        )
        self.scope.set_current(QUEUE)
        self.groups = GroupBar()
        self.narrow = QToolButton()
        self.table = QueueView(theme)
        self.menu = QueueMenu(self.table, services, self._file_columns)
        self.errors = ErrorsView(theme, self._narrow_by, services.memory)
        self.marks = MarkBar(services)
        self.note = QLabel(wordWrap=True)
        self._hint = Hint()
        self._lay_out()
        self._connect()
        self._ask()
        self._show()

    def title(self) -> str:
        """What it is called."""
        return self.tr("Disagreement")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        super().set_theme(theme)
        self.table.set_theme(theme)
        self.errors.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, groups are chosen from a list, and marks are icons beside it."""
        super().resizeEvent(event)
        self._place_marks()
        self._show_choices()
        if self._report is not None:
            self._say(self._report)

    def _place_marks(self) -> None:
        """Have marks in a line below the queue where there is room for one, else among the choices."""
        is_low = self.height() < _HIGH_PX
        flow, page = self._choices.flow, self._page.layout()
        assert isinstance(page, QVBoxLayout)
        if is_low and flow.indexOf(self.marks) < 0:
            page.removeWidget(self.marks)
            flow.addWidget(self.marks)
        elif not is_low and page.indexOf(self.marks) < 0:
            flow.removeWidget(self.marks)
            page.addWidget(self.marks)
        self.marks.set_compact(is_low)
        style = Qt.ToolButtonStyle
        self.narrow.setToolButtonStyle(style.ToolButtonIconOnly if is_low else style.ToolButtonTextBesideIcon)

    def _show_choices(self) -> None:
        """Show what chooses among what there is, as buttons where there is room for them."""
        report, is_wide = self._report, self.width() >= _WIDE_PX
        compared = None if report is None else report.compared
        is_queue = compared is not None and self.scope.current() == QUEUE
        self.groups.setVisible(is_wide)
        self.group.setVisible(is_queue and not is_wide)
        has_group = report is not None and report.asked.group is not None
        self.narrow.setVisible(is_queue and has_group and compared is not None and compared.has_verdicts)
        self.kind.setVisible(report is not None and len(report.kinds) > 1)
        for widget in (self.scope, self.first, self.second):
            widget.setVisible(compared is not None)
        self.marks.setVisible(is_queue)

    def sort_by_column(self, section: int) -> None:
        """Order the queue by a column, and turn the order at the next click."""
        columns = self.table.items.columns
        key = columns[section].sort_by if section < len(columns) else None
        if key is None:
            return
        self._falling = not self._falling if key == self._sort_by else key in _FALLING
        self._sort_by = key
        self._ask()

    def _lay_out(self) -> None:
        for combo, tip in (
            (self.first, self.tr("The lane on the left: the smaller one")),
            (self.second, self.tr("The lane on the right: the larger one")),
            (self.kind, self.tr("Which units")),
            (self.group, self.tr("Who has them right")),
        ):
            combo.setProperty("quiet", "true")
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.setToolTip(tip)
        self.narrow.setText(self.tr("Narrow to these"))
        self.narrow.setIcon(self.services.icons.icon("narrow"))
        self.narrow.setIconSize(QSize(16, 16))
        self.narrow.setToolTip(as_tip(self.tr("Narrow metrics, grain, cost and inputs to the units of this group")))
        self.note.setProperty("role", "muted")
        self.note.setContentsMargins(10, 0, 10, 0)
        self._choices = FlowRow(2)
        self._choices.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._choices.show_widgets([self.scope, self.first, self.second, self.narrow, self.kind, self.group])
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self._choices, 1)
        head.addWidget(self.task)
        self._stack = QStackedWidget()
        self._page = self._queue_page()
        for page in (self._hint, self._page, self.errors):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _queue_page(self) -> QWidget:
        page = QWidget()
        self.groups.setContentsMargins(8, 0, 8, 0)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.groups)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        layout.addWidget(self.marks)
        return page

    def _connect(self) -> None:
        services = self.services
        self.scope.chosen.connect(lambda _: self._ask())
        for combo in (self.first, self.second, self.kind):
            combo.activated.connect(partial(self._on_picked, combo))
        self.groups.chosen.connect(self._on_group)
        self.group.activated.connect(lambda _: self._on_group(self.group.currentData()))
        self.narrow.clicked.connect(lambda _=False: self._narrow_to_group())
        self.table.horizontalHeader().sectionClicked.connect(self.sort_by_column)
        self.table.chosen.connect(services.queue.show_at)
        connect_while(self, services.queue.changed, lambda: self.table.choose(services.queue.place))
        services.marks.changed.connect(self._on_marks_changed)
        self.marks.note.returnPressed.connect(self.table.setFocus)
        services.model.lanes.changed.connect(self._ask)
        connect_while(self, services.view.changed, lambda name: self._on_pinned() if name == "pinned" else None)

    def _on_pinned(self) -> None:
        """The pinned lane is the one on the left."""
        self._picked[self.first] = self.services.view.pinned
        self._ask()

    def _on_picked(self, combo: QComboBox, _: int) -> None:
        """What was picked stays; the rest follows the lanes that there are, as they become known."""
        self._picked[combo] = combo.currentData()
        self._ask()

    def _on_marks_changed(self) -> None:
        self.table.refresh_marks()
        if self._report is not None:
            self._say(self._report)

    def _say(self, report: QueueReport) -> None:
        self.note.setText(self._note(report))
        self.note.setVisible(bool(self.note.text()))

    def _on_group(self, group: Group | None) -> None:
        self._group = group
        self._ask()

    def _on_task_changed(self) -> None:
        self._picked.clear()
        for combo in (self.first, self.second, self.kind):
            combo.clear()
        self._ask()

    def _ask(self) -> None:
        task = self._task_name()
        if task is None:
            self._feed.ask(lambda _: QueueReport(QueueRequest("")))
            return
        asked = QueueRequest(
            task,
            self._picked.get(self.first) or self.services.view.pinned,
            self._picked.get(self.second),
            self._by_size(),
            self._picked.get(self.kind),
            self._group,
            self._sort_by,
            self._falling,
            self.services.focus.slice,
            self.services.focus.unit,
            self.scope.current() == ERRORS,
        )
        self._feed.ask(partial(read_queue, asked=asked))

    def _by_size(self) -> tuple[str, ...]:
        """The lanes of the task by their parameters; those never loaded as they stand."""
        lanes = [lane for lane in self.services.model.lanes.all() if lane.spec.task == self._task_name()]
        params = {lane.name: None if lane.facts is None else lane.facts.params for lane in lanes}
        if any(n is None for n in params.values()):
            return tuple(params)
        return tuple(sorted(params, key=lambda name: params[name] or 0))

    def _on_report(self, report: QueueReport) -> None:
        self._report = report
        self._fill(report)
        self._show()
        if report.compared is not None:
            self.services.queue.fill(len(report.rows), report.unit_at, report.place)
        else:
            self.services.queue.fill(0, report.unit_at, None)

    def _fill(self, report: QueueReport) -> None:
        """Offer the lanes and kinds that there are, and show those that are compared."""
        compared = report.compared
        for combo, names, current in (
            (self.first, report.lanes, None if compared is None else compared.first),
            (self.second, report.lanes, None if compared is None else compared.second),
            (self.kind, report.kinds, None if compared is None else compared.kind),
        ):
            if [combo.itemData(place) for place in range(combo.count())] != list(names):
                combo.clear()
                for name in names:
                    combo.addItem(name, name)
            combo.setCurrentIndex(combo.findData(current))
        self.group.clear()
        for group, (title, _) in group_titles(compared).items() if compared is not None else ():
            self.group.addItem(f"{title}  {report.count(group):,}", group)
        self.group.setCurrentIndex(max(self.group.findData(report.asked.group), 0))

    def _show(self) -> None:
        report = self._report
        compared = None if report is None else report.compared
        self._show_choices()
        if report is None or compared is None:
            self._hint.setText(self._explanation())
            self._stack.setCurrentIndex(0)
            return
        self.groups.show_groups(compared, report.asked.group)
        self.table.show_report(report, queue_columns(compared, self.services.marks))
        self._say(report)
        if report.errors is not None and self.scope.current() == ERRORS:
            self.errors.show_report(report.errors, self._places())
            self._stack.setCurrentIndex(2)
        elif self.scope.current() == QUEUE:
            self._stack.setCurrentIndex(1)

    def _note(self, report: QueueReport) -> str:
        compared = report.compared
        if compared is None:
            return ""
        lines = []
        if not len(report.rows):
            lines.append(self.tr("No unit is in this group."))
        if compared.n_unscored:
            words = self.tr("Left out, since one of the lanes has no score of them: {n}.")
            lines.append(words.format(n=f"{compared.n_unscored:,}"))
        for lane, n in compared.units.unpaired.items():
            words = self.tr("{lane} was scored against other references in {samples}, left out here.")
            lines.append(words.format(lane=lane, samples=samples_in_words(n)))
        wrong = sum(mark.mark == "reference is wrong" for mark in self.services.marks.all())
        if wrong:
            whole = self.tr("{n} marked as 'reference is wrong' count in all metrics; a slice can leave them out.")
            short = self.tr("{n} marked as wrong, and still counted.")
            lines.append((short if self.height() < _HIGH_PX else whole).format(n=f"{wrong:,}"))
        return " ".join(lines)

    def _file_columns(self) -> tuple[QueueColumn, ...]:
        compared = None if self._report is None else self._report.compared
        return () if compared is None else file_columns(compared, self.services.marks)

    def _narrow_to_group(self) -> None:
        report = self._report
        if report is None or report.compared is None or report.asked.group is None:
            return
        of_first, of_second = _OF_GROUP[report.asked.group]
        lanes = ((report.compared.first, of_first), (report.compared.second, of_second))
        kind = (Condition("kind", (report.compared.kind,)),) if len(report.kinds) > 1 else ()
        self._narrow_by((*kind, *(Condition(f"{lane}{IS}", (value,)) for lane, value in lanes)))

    def _narrow_by(self, conditions: tuple[Condition, ...]) -> None:
        focus = self.services.focus
        wanted = focus.slice
        for condition in conditions:
            wanted = wanted.with_condition(condition)
        focus.set_slice(replace(wanted, name=""))

    def _explanation(self) -> str:
        if line := panel_line("disagreement", self.services.model):
            return line
        if self._report is not None and len(self._report.lanes) == 1:
            return self.tr("Only {lane} has units with scores here. Run a second model of the same task.").format(
                lane=self._report.lanes[0]
            )
        return self.tr(
            "Here stand the objects, regions, entities and texts on which two lanes differ: what only the larger one "
            "has right, what only the smaller one has, what both have wrong. J and K go through them. "
            "It needs references and a run of two models of one task."
        )
