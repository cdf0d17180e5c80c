"""A table as a file, by its ending, or as text for the clipboard."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from granview.core.control_characters import with_controls_shown
from granview.core.errors import ArgumentError
from granview.export.csv import cell_text, write_frames, write_rows
from granview.io.atomic_write import atomic_write
from granview.report.report_table import TEXT_COLUMNS, ReportTable

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]


def write_table(path: Path, table: ReportTable) -> None:
    """Write a table as CSV, TSV, Parquet or Markdown, by the path's ending, whole or not at all.

    Raises:
        ArgumentError: the ending is none of ``TABLE_SUFFIXES``.
        GranViewError: the file cannot be written.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise ArgumentError(f"{path.name} has no known format of tables.", f"Name it {', '.join(TABLE_SUFFIXES)}.")
    write(path, table)


def markdown_text(table: ReportTable) -> str:
    """A table as Markdown; whatever would end a cell or be markup in it is escaped."""
    lines = [table.columns, tuple("---" for _ in table.columns)]
    lines += [tuple(_markdown_cell(cell_text(row[name])) for name in table.columns) for row in table.rows()]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def separated_text(table: ReportTable, separator: str) -> str:
    """A table with one line a row; a cell that holds the separator, a quote or a line end is quoted."""
    lines = [table.columns, *(tuple(cell_text(row[name]) for name in table.columns) for row in table.rows())]
    return "".join(separator.join(_quoted(cell, separator) for cell in line) + "\n" for line in lines)


def _quoted(cell: str, separator: str) -> str:
    if {separator, '"', "\r", "\n"}.isdisjoint(cell):
        return cell
    return '"' + cell.replace('"', '""') + '"'


def _markdown_cell(cell: str) -> str:
    cell = with_controls_shown(cell)
    for mark in ("\\", "|", "`", "*", "_", "<", "["):
        cell = cell.replace(mark, f"\\{mark}")
    return " ".join(cell.split())


def _write_csv(path: Path, table: ReportTable) -> None:
    if table.blocks is None:
        write_rows(path, table.columns, table.rows())
    else:
        write_frames(path, table.columns, table.blocks())


def _write_parquet(path: Path, table: ReportTable) -> None:
    """All blocks in one file; the descriptions of the columns lie in the fields' metadata."""
    import polars
    import pyarrow.parquet as pq  # type: ignore[import-untyped]

    empty = [frame.head(0) for frame in table.frames()] or [polars.DataFrame(schema=dict.fromkeys(table.columns))]
    schema = _described(polars.concat(empty, how="vertical_relaxed").to_arrow().schema, table)
    with atomic_write(path) as file, pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for frame in table.frames():
            writer.write_table(frame.to_arrow().cast(schema))


def _described(schema: "pyarrow.Schema", table: ReportTable) -> "pyarrow.Schema":
    """The schema with what each column is; one that has no value yet holds texts or numbers, as its name tells."""
    import pyarrow as pa

    empty = {name: pa.string() if name in TEXT_COLUMNS else pa.float64() for name in schema.names}
    fields = [field.with_type(empty[field.name]) if pa.types.is_null(field.type) else field for field in schema]
    told = table.descriptions
    return pa.schema(
        [field.with_metadata({"description": told[field.name]}) if field.name in told else field for field in fields]
    )


def _write_text(path: Path, text: str) -> None:
    with atomic_write(path) as file:
        file.write(text.encode())


_WRITERS: Final[dict[str, Callable[[Path, ReportTable], None]]] = {
    ".csv": _write_csv,
    ".tsv": lambda path, table: _write_text(path, separated_text(table, "\t")),
    ".parquet": _write_parquet,
    ".md": lambda path, table: _write_text(path, markdown_text(table)),
}

TABLE_SUFFIXES: Final = tuple(_WRITERS)
"""How files of tables can end."""
