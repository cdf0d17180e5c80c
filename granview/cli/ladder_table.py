"""The catalogue as a table: one line for each rung, its ladder named once."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from granview.cli.table import text_table

if TYPE_CHECKING:
    from granview.engine.catalog import CatalogEntry

_HEADER = ("ladder", "rung", "model", "params (M)", "weights (MB)", "here", "licence", "note")
_NUMBERS = frozenset({3, 4})


def ladder_table(entries: "Sequence[CatalogEntry]") -> str:
    """Rungs with their sizes; ``~`` stands before a size that is an estimate."""
    rows: list[tuple[str, ...]] = []
    before = ""
    for entry in entries:
        name = "" if entry.ladder == before else entry.ladder
        before = entry.ladder
        rows.append((name, entry.rung, entry.source, _millions(entry), _megabytes(entry), *_words(entry)))
    return text_table(_HEADER, rows, _NUMBERS)


def _millions(entry: "CatalogEntry") -> str:
    return "n/a" if entry.params is None else f"{entry.params / 1e6:.2f}"


def _megabytes(entry: "CatalogEntry") -> str:
    if entry.weights_mb is None:
        return "n/a"
    return f"{'~' if entry.is_estimate else ''}{entry.weights_mb:.{1 if entry.weights_mb < 10 else 0}f}"


def _words(entry: "CatalogEntry") -> tuple[str, str, str]:
    sentences = entry.note.split(". ")
    note = ". ".join(sentence for sentence in sentences if not sentence.startswith("Licence: "))
    return "yes" if entry.local else "no", entry.licence or "unknown", note
