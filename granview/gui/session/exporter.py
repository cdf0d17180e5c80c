"""Writing what was found: the page of one sample, or everything into a folder; off the window's thread."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QObject, QPoint, QRect, QSizeF, Signal
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from granview.core.errors import GranViewError, OutputError
from granview.core.readable_errors import readable_error
from granview.gui.background.jobs import Jobs
from granview.gui.model.event_log import EventLog, Level
from granview.gui.session.document import Document
from granview.io.atomic_write import atomic_write
from granview.report.lane_costs import NO_PRICES, HourlyPrices
from granview.store.session import Session

if TYPE_CHECKING:
    from granview.export.output_files import Exported, ExportProgress
    from granview.export.output_plan import OutputKind

_PDF_DPI: Final = 96


@dataclass(frozen=True)
class ReportWish:
    """What a report is to be like.

    Attributes:
        language: Its language, by its short code.
        title: Its title; empty for the lanes' names.
        n_examples: Examples of each task.
        against: The lane that others are compared with; empty for the first of each task.
        prices: What an hour of a device costs.
    """

    language: str = "en"
    title: str = ""
    n_examples: int = 6
    against: str = ""
    prices: HourlyPrices = NO_PRICES


def _today() -> str:
    from datetime import UTC, datetime

    return datetime.now(tz=UTC).date().isoformat()


class _Stopped(GranViewError):
    """The user stopped the export."""


class Exporter(QObject):
    """Writes files, and says in the log what it wrote.

    Args:
        document: The session to write from.
        event_log: Told of what was written, and of what could not be.
        parent: Owns it.
    """

    progress = Signal(int, int)
    """Files done, and files in all."""

    finished = Signal(str)
    """What was written, in words."""

    failed = Signal(str)
    """Why nothing was written, in words."""

    def __init__(self, document: Document, event_log: EventLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._event_log = event_log
        self._grid: QWidget | None = None
        self._stop = Event()
        self._jobs = Jobs(1, "exporter", event_log.write_error, self)

    def show(self, grid: QWidget) -> None:
        """Take note of what is on screen."""
        self._grid = grid

    def write_screen(self, path: Path) -> None:
        """Write what is on screen; PNG, SVG or PDF by the path's suffix; whole or not at all."""
        if self._grid is None:
            return
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        _RENDERERS[path.suffix.lower()](self._grid, buffer)
        try:
            with atomic_write(path) as file:
                file.write(bytes(buffer.data().data()))
        except GranViewError as error:
            self._on_failed(error)
        else:
            self._say_written(path)

    def write_sample(self, sample: str, path: Path) -> None:
        """Write the page of a sample: its reference and predictions, pictures at native size."""

        def write(session: Session) -> None:
            from granview.export.comparison_pages import ComparisonPages

            ComparisonPages(session).save(sample, path)

        session = self._document.session
        self._jobs.start(lambda: write(session), lambda _: self._say_written(path), self._on_failed)

    def write_all(
        self,
        folder: Path,
        parts: "Collection[OutputKind]",
        overwrite: bool = False,
        table_suffixes: tuple[str, ...] = (".csv",),
        prices: HourlyPrices = NO_PRICES,
    ) -> None:
        """Write tables, predictions, pages, explanations and session into a folder.

        Args:
            folder: Where to.
            parts: What of it.
            overwrite: Whether files there that no session of GranView has written may be replaced.
            table_suffixes: As what tables are written.
            prices: What an hour of a device costs, for ``cost.csv``.
        """
        self._stop = stop = Event()

        def on_progress(progress: "ExportProgress") -> None:
            if stop.is_set():
                raise _Stopped(self.tr("The export was stopped."))
            self.progress.emit(progress.done, progress.total)

        def write(session: Session) -> "Exported":
            from granview.export.output_files import write_outputs
            from granview.export.output_plan import TableChoice

            tables = TableChoice(suffixes=table_suffixes)
            return write_outputs(session, folder, on_progress, parts, overwrite=overwrite, tables=tables, prices=prices)

        session = self._document.session
        self._jobs.start(lambda: write(session), self._on_exported, self._on_failed)

    def write_report(self, path: Path, wish: ReportWish) -> None:
        """Write a report of the session, as HTML or PDF by the path's ending; whole or not at all."""
        self._stop = stop = Event()

        def on_progress(done: int, total: int) -> None:
            if stop.is_set():
                raise _Stopped(self.tr("The report was stopped."))
            self.progress.emit(done, total)

        def write(session: Session) -> None:
            from granview.export.report.source import ReportOptions
            from granview.export.report.write_report import write_report

            options = ReportOptions(wish.language, wish.title, wish.n_examples, wish.against, _today(), wish.prices)
            write_report(session, path, options, on_progress)

        session = self._document.session
        self._jobs.start(lambda: write(session), lambda _: self._say_written(path), self._on_failed)

    def stop(self) -> None:
        """Write no more files; what was written stays."""
        self._stop.set()

    def close(self) -> None:
        """Stop, and wait for the file being written."""
        self._stop.set()
        self._jobs.close()

    def _on_exported(self, exported: "Exported") -> None:
        for problem in exported.problems:
            self._event_log.write(problem, Level.WARNING)
        if exported.failed:
            words = self.tr("{why} Nothing in {folder} was replaced.")
            self._on_failed(OutputError(words.format(why=exported.failed, folder=exported.folder)))
            return
        text = self.tr("{n} files were written to {folder}.").format(n=len(exported.paths), folder=exported.folder)
        if exported.problems:
            text += " " + self.tr("{n} could not be; the log says why.").format(n=len(exported.problems))
        self._say(text)

    def _say_written(self, path: Path) -> None:
        self._say(self.tr("{path} was written.").format(path=path))

    def _say(self, text: str) -> None:
        self._event_log.write(text)
        self.finished.emit(text)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, _Stopped):
            self._say(error.message)
            return
        text = str(readable_error(error, self.tr("It cannot be written")))
        self._event_log.write(text, Level.ERROR)
        self.failed.emit(text)


def _write_png(grid: QWidget, buffer: QBuffer) -> None:
    grid.grab().save(buffer, "PNG")


def _write_svg(grid: QWidget, buffer: QBuffer) -> None:
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(grid.size())
    generator.setViewBox(QRect(0, 0, grid.width(), grid.height()))
    _render(grid, generator)


def _write_pdf(grid: QWidget, buffer: QBuffer) -> None:
    writer = QPdfWriter(buffer)
    writer.setResolution(_PDF_DPI)
    points = QSizeF(grid.size()) * 72 / _PDF_DPI
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    _render(grid, writer)


def _render(grid: QWidget, device: QSvgGenerator | QPdfWriter) -> None:
    painter = QPainter(device)
    grid.render(painter, QPoint())
    painter.end()


_RENDERERS: Final = {".png": _write_png, ".svg": _write_svg, ".pdf": _write_pdf}

SCREEN_SUFFIXES: Final = tuple(_RENDERERS)
"""As what the screen can be written, by file suffix."""
