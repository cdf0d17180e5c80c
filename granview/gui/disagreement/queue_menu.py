"""What a right click on a unit of the queue offers: go there, mark it, copy it; and the queue as a table."""

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from granview.core.mark import MARK_KINDS, MarkKind, UnitId
from granview.gui.disagreement.queue_columns import QueueColumn
from granview.gui.disagreement.queue_table import queue_table
from granview.gui.disagreement.queue_view import QueueView
from granview.gui.services import Services
from granview.gui.slices.slice_words import MARK_KEYS, mark_title
from granview.gui.widgets.table_menu import TableMenu, separated
from granview.report.report_table import ReportTable


class QueueMenu(TableMenu):
    """The menu of every table, after what can be done with the unit that was clicked.

    Args:
        view: The queue.
        services: What shows units and marks them.
        columns: What is written of each unit; asked when it is.
    """

    def __init__(self, view: QueueView, services: Services, columns: Callable[[], tuple[QueueColumn, ...]]) -> None:
        super().__init__(view, folders=services.memory)
        self._queue = view
        self._services = services
        self._columns = columns

    def has_rows(self) -> bool:
        """Whether there is a unit."""
        return self._queue.items.rowCount() > 0

    def maker(self) -> Callable[[], ReportTable]:
        """What makes the whole queue."""
        report = self._queue.items.report
        rows = np.empty(0, np.int32) if report is None else report.rows
        return partial(queue_table, self._columns(), rows)

    def add_first(self, menu: QMenu, at: QPoint) -> None:
        """What can be done with the unit under the mouse, or else with that which is chosen."""
        index = self._queue.indexAt(at)
        place = (index if index.isValid() else self._queue.currentIndex()).row()
        if place < 0:
            return
        menu.addAction(self.tr("Go there"), partial(self._services.queue.show_at, place))
        for kind in MARK_KINDS:
            menu.addAction(self._mark_action(menu, place, kind))
        menu.addAction(self.tr("Copy this unit"), partial(self._copy_unit, place))
        menu.addSeparator()

    def _mark_action(self, menu: QMenu, place: int, kind: MarkKind) -> QAction:
        title = self.tr("Mark: {mark}").format(mark=mark_title(kind))
        action = QAction(f"{title}\t{MARK_KEYS[kind]}", menu)
        unit = self._services.queue.unit(place)
        mark = None if unit is None else self._services.marks.of(UnitId(unit.sample, unit.task, unit.place))
        action.setCheckable(True)
        action.setChecked(mark is not None and mark.mark == kind)
        action.setEnabled(not self._services.document.is_read_only)
        action.triggered.connect(lambda _: self._mark(place, kind))
        return action

    def _mark(self, place: int, kind: MarkKind) -> None:
        """What is marked is looked at, so that everybody sees what was marked."""
        self._services.queue.show_at(place)
        self._services.marker.toggle(kind)

    def _copy_unit(self, place: int) -> None:
        report = self._queue.items.report
        if report is not None and place < len(report.rows):
            one = queue_table(self._columns(), report.rows[place : place + 1])
            QGuiApplication.clipboard().setText(separated(one, "\t"))
