"""What people have marked, in the session file; each function is called with a connection."""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from granview.core.errors import ArgumentError
from granview.core.mark import MOST_NOTE_CHARACTERS, MarkKind, UnitId, UnitMark
from granview.store.cell_decoding import Damaged, checked_cell
from granview.store.damage_log import DamageLog


class _MarkCells(msgspec.Struct, array_like=True, frozen=True):
    """A row of ``marks``, with the name of its sample."""

    sample: str
    task: str
    place: int
    mark: MarkKind
    note: str
    unit_kind: str
    grain: float | None


def read_marks(connection: sqlite3.Connection, damage_log: DamageLog) -> list[UnitMark]:
    """All marks, in the order of samples, tasks and units; an older file that is open for reading only has none."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'marks'").fetchone() is None:
        return []
    rows = connection.execute(
        """SELECT s.name, m.task, m.place, m.mark, m.note, m.unit_kind, m.grain
           FROM marks m JOIN samples s ON s.id = m.sample_id
           WHERE s.id NOT IN (SELECT sample_id FROM aside_samples) ORDER BY m.sample_id, m.task, m.place"""
    )
    found = []
    for row in rows:
        try:
            cells = checked_cell(row, _MarkCells, "a mark")
        except Damaged:
            damage_log.note("a mark")
            continue
        of = UnitId(cells.sample, cells.task, cells.place)
        found.append(UnitMark(of, cells.mark, cells.note, cells.unit_kind, cells.grain))
    return found


def put_marks(connection: sqlite3.Connection, marks: Sequence[UnitMark]) -> None:
    """Keep marks, each in the place of an earlier one on the same thing; of samples that are gone, none is kept.

    Raises:
        ArgumentError: a note is too long.
    """
    if any(len(mark.note) > MOST_NOTE_CHARACTERS for mark in marks):
        raise ArgumentError(f"A note has more than {MOST_NOTE_CHARACTERS:,} characters.", "Shorten it.")
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    connection.executemany(
        """INSERT OR REPLACE INTO marks (sample_id, task, place, mark, note, unit_kind, grain, made_at)
           SELECT id, ?, ?, ?, ?, ?, ?, ? FROM samples WHERE name = ?""",
        [
            (each.of.task, each.of.place, each.mark, each.note, each.unit_kind, each.grain, made_at, each.of.sample)
            for each in marks
        ],
    )


def delete_marks(connection: sqlite3.Connection, marked: Sequence[UnitId]) -> None:
    """Remove the marks on some things; those that have none are ignored."""
    connection.executemany(
        """DELETE FROM marks WHERE task = ? AND place = ?
           AND sample_id = (SELECT id FROM samples WHERE name = ?)""",
        [(each.task, each.place, each.sample) for each in marked],
    )
