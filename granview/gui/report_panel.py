"""What the panels share that tell what a report says: computed off the window's thread, for the lanes of one task."""

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from granview.core.slices import Slice
from granview.gui.background.connections import connect_while
from granview.gui.language.below import localized
from granview.gui.model.task_in_view import TaskInView
from granview.gui.panel import Panel
from granview.gui.services import Services
from granview.gui.session.live_query import LiveQuery
from granview.gui.style.lane_colors import lane_color
from granview.gui.style.theme import Theme
from granview.report.focused import narrowed
from granview.report.unit_columns import MARK
from granview.store.reader import SessionReader

R = TypeVar("R")


class ReportPanel(Panel, Generic[R]):
    """Asks for its report again when results, lanes, the task in view or the focus change, while somebody looks.

    Args:
        services: What the panel may use.
        theme: The colours.
        delay_ms: How long changes are gathered before the report is made again.
    """

    def __init__(self, services: Services, theme: Theme, delay_ms: int) -> None:
        super().__init__(services, theme)
        self._feed: LiveQuery[R] = LiveQuery(services.document, self, delay_ms)
        self._feed.ready.connect(self._on_report)
        self._feed.failed.connect(services.event_log.write_error)
        self.task = TaskChoice(services.tasks, self)
        self.task.setToolTip(self.tr("The task whose lanes are compared here"))
        connect_while(self, services.model.rows_changed, lambda _: self._feed.invalidate())
        services.model.loaded.connect(self._feed.restart)
        services.tasks.changed.connect(self._on_task_changed)
        services.focus.slice_changed.connect(self._on_focus_changed)
        services.marks.written.connect(self._on_marks_written)

    def showEvent(self, event: QShowEvent) -> None:
        """Compute only while somebody looks."""
        super().showEvent(event)
        self._feed.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._feed.set_active(False)

    def _ask(self) -> None:
        """Say what is to be reported from now on."""
        raise NotImplementedError

    def _on_focus_changed(self) -> None:
        """Report about what is in focus now."""
        self._ask()

    def _on_marks_written(self) -> None:
        """What is in focus may be another thing where marks are asked for."""
        if self.services.focus.slice.asks_for(MARK):
            self._feed.invalidate()

    def _ask_in_focus(self, query: Callable[[SessionReader], R]) -> None:
        """Ask this, of the samples alone that have units in the slice that everything is narrowed to."""
        self._feed.ask(partial(_in_focus, query, self._task_name(), self.services.focus.slice))

    def _on_task_changed(self) -> None:
        """Report about the task that is in view now."""
        self._ask()

    def _on_report(self, report: R) -> None:
        """Show it."""
        raise NotImplementedError

    def _task_name(self) -> str | None:
        task = self.services.tasks.current
        return None if task is None else task.name

    def _colors(self) -> dict[str, str]:
        return {lane.name: lane_color(self.theme, lane.place) for lane in self.services.model.lanes.all()}

    def _places(self) -> dict[str, int]:
        return {lane.name: lane.place for lane in self.services.model.lanes.all()}


def _in_focus(query: Callable[[SessionReader], R], task: str | None, wanted: Slice, session: SessionReader) -> R:
    return query(narrowed(session, task, wanted))


class TaskChoice(QComboBox):
    """Chooses the task in view; hidden while there is but one."""

    def __init__(self, tasks: TaskInView, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.setProperty("quiet", "true")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda _: tasks.choose(self.currentData()))
        tasks.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.clear()
        for task in self._tasks.choices:
            self.addItem(localized(task.title), task.name)
        current = self._tasks.current
        self.setCurrentIndex(-1 if current is None else self.findData(current.name))
        self.setVisible(len(self._tasks.choices) > 1)
