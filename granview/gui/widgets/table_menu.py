"""A right-click on a table: copy it, or save it as a file."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from granview.core.errors import GranViewError
from granview.gui.background.jobs import Jobs
from granview.gui.widgets.number_format import NO_VALUE
from granview.gui.widgets.table import Table, TableCell

if TYPE_CHECKING:
    from granview.report.report_table import ReportTable

T = TypeVar("T")

_SUFFIXES: Final = (".csv", ".tsv", ".parquet", ".md")


_SAVED: Final = "exports"
"""What the folder of tables is kept under: where reports and everything else that is exported goes too."""


class Folders(Protocol):
    """Knows which folder was used last for what."""

    def folder(self, purpose: str) -> Path:
        """The folder last used for a purpose."""

    def keep_folder(self, purpose: str, folder: Path) -> None:
        """Remember the folder used for a purpose."""


class TableMenu(QObject):
    """The menu of a table; what shows its rows in another way says in a class of its own what is written of them.

    Args:
        view: The widget that shows it.
        table_of: What it shows now.
        folders: Where tables were saved last; None: nobody knows, so that the dialog begins in the user's home.
    """

    def __init__(
        self, view: QWidget, table_of: Callable[[], Table] = lambda: Table(""), folders: Folders | None = None
    ) -> None:
        super().__init__(view)
        self._folders = folders
        self._view = view
        self._table_of = table_of
        self._jobs: list[Jobs] = []
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show)

    def has_rows(self) -> bool:
        """Whether there is anything to copy."""
        return bool(self._table_of().rows)

    def maker(self) -> "Callable[[], ReportTable]":
        """What makes the table that is shown now; it may be called on another thread."""
        return partial(report_table, self._table_of())

    def add_first(self, menu: QMenu, at: QPoint) -> None:
        """Put what can be done with the row at a place of the view before the rest."""

    def menu(self, at: QPoint | None = None) -> QMenu:
        """The menu, which is gone when it is closed."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add_first(menu, at or QPoint(-1, -1))
        for title, text_of in self._copies().items():
            menu.addAction(title, partial(self._copy, text_of))
        menu.addSeparator()
        menu.addAction(self.tr("Save table…"), self.save)
        menu.setEnabled(self.has_rows())
        return menu

    def save(self) -> None:
        """Ask where to, and write it there."""
        filters = ";;".join(f"*{suffix}" for suffix in _SUFFIXES)
        folder = Path.home() if self._folders is None else self._folders.folder(_SAVED)
        start = str(folder / "table.csv")
        chosen, wanted = QFileDialog.getSaveFileName(self._view, self.tr("Save table"), start, filters)
        if chosen:
            path = Path(chosen)
            if self._folders is not None:
                self._folders.keep_folder(_SAVED, path.parent)
            known = path.suffix.lower() in _SUFFIXES
            self.save_to(path if known else path.with_name(path.name + wanted.removeprefix("*")))

    def save_to(self, path: Path, done: Callable[[], None] | None = None) -> None:
        """Write the table off the window's thread; what goes wrong is said."""
        make = self.maker()
        self._start(lambda: _write(path, make()), lambda _: None if done is None else done())

    def _copies(self) -> "Mapping[str, Callable[[ReportTable], str]]":
        return {
            self.tr("Copy"): lambda table: separated(table, "\t"),
            self.tr("Copy as CSV"): lambda table: separated(table, ","),
            self.tr("Copy as Markdown"): _markdown,
        }

    def _copy(self, text_of: "Callable[[ReportTable], str]") -> None:
        """Long tables are put into words off the window's thread too."""
        make = self.maker()
        self._start(lambda: text_of(make()), QGuiApplication.clipboard().setText)

    def _start(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        jobs = Jobs(1, "table", self._on_failed, self)
        self._jobs.append(jobs)

        def finish() -> None:
            self._jobs.remove(jobs)
            jobs.close()

        def on_done(result: T) -> None:
            finish()
            done(result)

        def on_failed(error: GranViewError) -> None:
            finish()
            self._on_failed(error)

        jobs.start(work, on_done, on_failed)

    def _show(self, at: QPoint) -> None:
        self.menu(at).popup(self._view.mapToGlobal(at))

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


def _write(path: Path, table: "ReportTable") -> None:
    from granview.export.table_files import write_table

    write_table(path, table)


def separated(table: "ReportTable", separator: str) -> str:
    """A line a row; see ``separated_text``, which is imported when somebody copies."""
    from granview.export.table_files import separated_text

    return separated_text(table, separator)


def _markdown(table: "ReportTable") -> str:
    from granview.export.table_files import markdown_text

    return markdown_text(table)
