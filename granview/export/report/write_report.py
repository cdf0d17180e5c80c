"""The report of a session as a file: HTML or PDF, by its ending."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final

from granview.core.errors import ArgumentError
from granview.export.report.build_document import OnProgress, build_document
from granview.export.report.document import ReportDocument
from granview.export.report.html.write_html import write_html
from granview.export.report.pdf.write_pdf import write_pdf
from granview.export.report.source import ReportOptions
from granview.io.atomic_write import atomic_write
from granview.store.reader import SessionReader

REPORT_WRITERS: Final[dict[str, Callable[[ReportDocument, BinaryIO], None]]] = {".html": write_html, ".pdf": write_pdf}
"""How a report is written, by the file's ending."""


def write_report(
    session: SessionReader, path: Path, options: ReportOptions, on_progress: OnProgress | None = None
) -> None:
    """Write the report of a session, whole or not at all.

    Args:
        session: What it is about; it may be read-only, and nothing is kept in it.
        path: Where to: ``.html`` or ``.pdf``.
        options: What it is to be like.
        on_progress: Told (done, total) parts; what it raises ends the report.

    Raises:
        ArgumentError: the ending is none of these, or there is no such language or lane.
        OutputError: the file cannot be written.
    """
    write = REPORT_WRITERS.get(path.suffix.lower())
    if write is None:
        raise ArgumentError(f"{path.name} has no known format of reports.", f"Name it {', '.join(REPORT_WRITERS)}.")
    document = build_document(session, options, on_progress)
    with atomic_write(path) as file:
        write(document, file)
