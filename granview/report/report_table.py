"""A table of a session, whoever asks for it: files, the clipboard, the window, Python and the report."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from granview.report.results import Row

if TYPE_CHECKING:
    import polars


@dataclass(frozen=True)
class ReportTable:
    """Columns and rows. Both are read when they are asked for.

    Attributes:
        name: What its file is called, without an ending.
        columns: The headers, in order.
        rows: The rows; every column is a key of each.
        blocks: The same as data frames, block by block, for a table that may be longer than memory; None: of the rows.
        descriptions: By column, what it is; columns that speak for themselves may lack.
    """

    name: str
    columns: tuple[str, ...]
    rows: Callable[[], Iterable[Row]]
    blocks: "Callable[[], Iterator[polars.DataFrame]] | None" = None
    descriptions: Mapping[str, str] = field(default_factory=dict)

    def frames(self) -> "Iterator[polars.DataFrame]":
        """The table as data frames of equal columns, one after the other; at least one."""
        if self.blocks is None:
            yield frame_of(self.columns, list(self.rows()))
            return
        yield from self.blocks()


def frame_of(columns: Sequence[str], rows: Sequence[Row]) -> "polars.DataFrame":
    """Rows as a data frame: a column without any value is one of numbers, or of texts where its name tells."""
    import polars

    values = {name: [row[name] for row in rows] for name in columns}
    empty = {
        name: polars.String if name in TEXT_COLUMNS else polars.Float64
        for name, cells in values.items()
        if not any(cell is not None for cell in cells)
    }
    return polars.DataFrame(values, schema_overrides=empty, strict=False)


TEXT_COLUMNS = frozenset(
    {
        *("sample", "lane", "model", "variant", "device", "status", "error", "path", "notices"),
        *("method", "stack", "direction", "place", "against", "metric", "verdict"),
        *("parent", "precision", "engine", "mark", "grain_kind", "grain_bucket", "kind", "flip"),
        *("other", "task", "class", "taken_for", "before", "after", "status_before", "status_after", "match", "note"),
        *("axis", "column", "unit", "buckets", "bucket", "family", "cost", "cost_unit"),
    }
)
"""Columns that hold texts, should they be empty."""
