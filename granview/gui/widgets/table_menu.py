"""A right-click on a table: copy it, or save it as a file."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from granview.core.errors import GranViewError
from granview.gui.background.jobs import Jobs
from granview.gui.widgets.number_format import NO_VALUE
from granview.gui.widgets.table import Table, TableCell

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
            menu.addAction(title, partial(self._copy, text_of))
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

        def finish(_: None = None) -> None:
            self._jobs = None
            jobs.close()
            if done is not None:
                done()

        def fail(error: GranViewError) -> None:
            finish()
            self._on_failed(error)

        jobs.start(lambda: _write(path, table), finish, fail)

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
    """A table of the window as it is written: numbers as they are, smaller lines in columns of their own.

    What has no value is empty, so that a column of numbers is one in every format.
    """
    from granview.report.report_table import ReportTable

    heads = [table.corner or "name"]
    values: list[list[str | float | None]] = [[row.title for row in table.rows]]
    for place, column in enumerate(table.columns):
        cells = [row.cells[place] for row in table.rows]
        title = " ".join(column.title.split())
        heads.append(_unique(title, heads))
        values.append([_written(cell) for cell in cells])
        if any(cell.detail for cell in cells):
            heads.append(_unique(f"{title} (below)", heads))
            values.append([cell.detail or None for cell in cells])
    rows = [dict(zip(heads, row, strict=True)) for row in zip(*values, strict=True)]
    return ReportTable("table", tuple(heads), lambda: rows)


def _written(cell: TableCell) -> str | float | None:
    """What a cell holds: its number, else its words; nothing where it has no value."""
    if cell.value is not None:
        return cell.value
    return None if cell.text == NO_VALUE else cell.text


def _unique(title: str, heads: Sequence[str]) -> str:
    """The title, with a number where another column has it already."""
    numbered = (f"{title} ({n})" for n in count(2))
    return next(each for each in chain((title,), numbered) if each not in heads)


def _write(path: Path, table: Table) -> None:
    from granview.export.table_files import write_table

    write_table(path, report_table(table))


def _separated(table: "ReportTable", separator: str) -> str:
    from granview.export.table_files import separated_text

    return separated_text(table, separator)


def _markdown(table: "ReportTable") -> str:
    from granview.export.table_files import markdown_text

    return markdown_text(table)
