"""CSV files: UTF-8 without a byte-order mark, comma, line feed, quoted where needed; empty where there is no value.

A text cell that a spreadsheet would run as a formula is prefixed with ``'`` (OWASP, "CSV Injection"). Numbers are never
prefixed, and are written with up to nine significant digits. A direction of writing that a text begins and does not end
is ended with its cell, so that it reorders no other.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from granview.core.control_characters import DIRECTIONS, with_directions_ended
from granview.io.atomic_write import atomic_write

if TYPE_CHECKING:
    import polars

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NEEDS_QUOTES: Final = frozenset(',"\r\n')


def safe_text(text: str) -> str:
    """The text, with ``'`` before it where a spreadsheet would take it for a formula; no direction runs on past it."""
    ended = with_directions_ended(text)
    return f"'{ended}" if ended.startswith(_FORMULA_STARTS) else ended


def cell_text(value: object) -> str:
    """A value as it is written: empty for None, digits for numbers, safe text for anything else."""
    if value is None:
        return ""
    if isinstance(value, float):
        return "" if math.isnan(value) else f"{value:.9g}"
    return str(value) if isinstance(value, int) else safe_text(str(value))


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Write rows under their headers, whole or not at all.

    Raises:
        GranViewError: the file cannot be written.
    """
    with atomic_write(path) as file:
        file.write(_line(columns))
        file.writelines(_line([cell_text(row[column]) for column in columns]) for row in rows)


def _line(cells: Sequence[str]) -> bytes:
    return (",".join(map(_quoted, cells)) + "\n").encode()


def _quoted(cell: str) -> str:
    if _NEEDS_QUOTES.isdisjoint(cell):
        return cell
    return '"' + cell.replace('"', '""') + '"'


def write_frames(path: Path, columns: Sequence[str], frames: Iterable["polars.DataFrame"]) -> None:
    """Write tables of equal columns one after the other under one header, whole or not at all.

    Raises:
        GranViewError: the file cannot be written.
    """
    import polars

    with atomic_write(path) as file:
        file.write(_line(columns))
        for frame in frames:
            texts = [name for name in columns if frame.schema[name] == polars.String]
            ended = _with_directions_ended(frame.select(columns), texts)
            ended.with_columns(map(_safe, texts)).write_csv(file, include_header=False)


def _with_directions_ended(frame: "polars.DataFrame", texts: Sequence[str]) -> "polars.DataFrame":
    """The frame as ``with_directions_ended`` makes each text; columns without a direction, nearly all, as they are."""
    import polars

    begun = f"[{''.join(DIRECTIONS)}]"
    risky = [name for name in texts if frame[name].str.contains(begun).any()]
    ended = (polars.col(name).map_elements(with_directions_ended, return_dtype=polars.String) for name in risky)
    return frame.with_columns(ended) if risky else frame


def _safe(column: str) -> "polars.Expr":
    """As ``safe_text``, for a whole column."""
    import polars

    text = polars.col(column)
    risky = polars.any_horizontal([text.str.starts_with(start) for start in _FORMULA_STARTS])
    return polars.when(risky).then(polars.concat_str(polars.lit("'"), text)).otherwise(text).alias(column)
