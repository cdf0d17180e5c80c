"""A right-click on a table: copy it, or save it as a file."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from granview.core.errors import GranViewError
from granview.core.file_names import unique_name
from granview.gui.background.jobs import Jobs
from granview.gui.widgets.table import Table

if TYPE_CHECKING:
    from granview.report.report_table import ReportTable

_SUFFIXES: Final = (".csv", ".tsv", ".parquet", ".md")


class TableMenu(QObject):
    """The menu of a table.

    Args:
        view: The widget that shows it.
        table_of: What it shows now.
    """

    def __init__(self, view: QWidget, table_of: Callable[[], Table]) -> None:
        super().__init__(view)
        self._view = view
        self._table_of = table_of
        self._jobs: Jobs | None = None
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show)

    def menu(self) -> QMenu:
        """The menu, which is gone when it is closed."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for title, text_of in self._copies().items():
            menu.addAction(title, lambda text_of=text_of: self._copy(text_of))
        menu.addSeparator()
        menu.addAction(self.tr("Save table…"), self.save)
        menu.setEnabled(bool(self._table_of().rows))
        return menu

    def save(self) -> None:
        """Ask where to, and write it there."""
        filters = ";;".join(f"*{suffix}" for suffix in _SUFFIXES)
        chosen, wanted = QFileDialog.getSaveFileName(self._view, self.tr("Save table"), "table.csv", filters)
        if chosen:
            path = Path(chosen)
            known = path.suffix.lower() in _SUFFIXES
            self.save_to(path if known else path.with_name(path.name + wanted.removeprefix("*")))

    def save_to(self, path: Path, done: Callable[[], None] | None = None) -> None:
        """Write the table off the window's thread; what goes wrong is said."""
        if self._jobs is None:
            self._jobs = Jobs(1, "table", self._on_failed, self)
        jobs, table = self._jobs, self._table_of()

        def finish(_: object) -> None:
            self._jobs = None
            jobs.close()
            if done is not None:
                done()

        jobs.start(lambda: _write(path, table), finish, lambda error: (self._on_failed(error), finish(None))[0])

    def _copies(self) -> "Mapping[str, Callable[[ReportTable], str]]":
        return {
            self.tr("Copy"): lambda table: _separated(table, "\t"),
            self.tr("Copy as CSV"): lambda table: _separated(table, ","),
            self.tr("Copy as Markdown"): _markdown,
        }

    def _copy(self, text_of: "Callable[[ReportTable], str]") -> None:
        QGuiApplication.clipboard().setText(text_of(report_table(self._table_of())))

    def _show(self, at: QPoint) -> None:
        self.menu().popup(self._view.mapToGlobal(at))

    def _on_failed(self, error: GranViewError) -> None:
        QMessageBox.warning(self._view, self.tr("Save table"), str(error))


def report_table(table: Table) -> "ReportTable":
    """A table of the window as it is written: numbers whole where they are known, smaller lines in columns of their own."""
    from granview.report.report_table import ReportTable

    heads: list[str] = [table.corner or "name"]
    for column in table.columns:
        heads.append(unique_name(" ".join(column.title.split()), heads))
    rows = [
        {head: value for head, value in zip(heads, (row.title, *(_value(cell) for cell in row.cells)), strict=True)}
        for row in table.rows
    ]
    return ReportTable("table", tuple(heads), lambda: rows)
