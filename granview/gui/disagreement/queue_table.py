"""The queue as a table of values, for files and the clipboard; made off the window's thread, block by block."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from granview.gui.disagreement.queue_columns import QueueColumn
from granview.report.report_table import ReportTable, frame_of

if TYPE_CHECKING:
    import polars

_BLOCK: Final = 50_000


def queue_table(columns: Sequence[QueueColumn], rows: NDArray[np.int32]) -> ReportTable:
    """Rows of the queue in their order, with numbers as they are.

    Args:
        columns: What stands in each.
        rows: (k,) rows of ``Disagreement.units``.
    """
    heads = tuple(column.head or column.title for column in columns)

    def blocks() -> "Iterator[polars.DataFrame]":
        for start in range(0, max(len(rows), 1), _BLOCK):
            part = rows[start : start + _BLOCK]
            yield frame_of(heads, _dicts(heads, columns, part))

    def dicts() -> Iterator[dict[str, str | float | None]]:
        for start in range(0, len(rows), _BLOCK):
            yield from _dicts(heads, columns, rows[start : start + _BLOCK])

    tips = {head: column.tip for head, column in zip(heads, columns, strict=True) if column.tip}
    return ReportTable("disagreement", heads, dicts, blocks, tips)


def _dicts(
    heads: Sequence[str], columns: Sequence[QueueColumn], rows: NDArray[np.int32]
) -> list[dict[str, str | float | None]]:
    values = [column.values_of(rows) for column in columns]
    return [dict(zip(heads, row, strict=True)) for row in zip(*values, strict=True)]
