"""Columns of a data set that are neither text nor ground truth, kept beside its samples."""

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from granview.core.sample import MAX_CELL_CHARS, MAX_COLUMNS
from granview.io.column_roles import ColumnRoles, Preview
from granview.io.datasets.value_parsing import well_formed_text

_NUMBER: Final = re.compile(r"[+-]?(0|[1-9]\d{0,17})(\.\d{1,18})?([eE][+-]?\d{1,3})?")
"""A text that is a number; one that begins with further zeros is a code, such as 007."""


def further_columns(preview: Preview, roles: ColumnRoles) -> tuple[str, ...]:
    """The columns that have no role and hold numbers or short texts, as the first rows tell; in the file's order."""
    taken = set(roles.named.values())
    free = (column for column in preview.columns if column not in taken and len(column) <= MAX_CELL_CHARS)
    return tuple(column for column in free if any(_cell(value) is not None for value in preview.values(column)))


def further_values(values: Mapping[str, Any], columns: Sequence[str]) -> tuple[tuple[str, float | str], ...]:
    """What a row says in some columns, without what is empty, long or nested."""
    cells = ((well_formed_text(column), _cell(values.get(column))) for column in columns[:MAX_COLUMNS])
    return tuple((column, cell) for column, cell in cells if cell is not None)


def left_out_words(name: str, columns: Sequence[str]) -> str:
    """A sentence about columns that are more than can be kept; empty where all are."""
    if len(columns) <= MAX_COLUMNS:
        return ""
    return f"{name} has {len(columns)} further columns; the first {MAX_COLUMNS} are kept beside its samples."


def _cell(value: Any) -> float | str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _finite(value)
    if not isinstance(value, str):
        return None
    text = value.strip()
    if _NUMBER.fullmatch(text):
        return _finite(float(text))
    return well_formed_text(text) if 0 < len(text) <= MAX_CELL_CHARS else None


def _finite(value: float) -> float | None:
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None
