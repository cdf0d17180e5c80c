"""What was removed and can come back: samples, lanes and scores are set aside in the file, with all results.

A row that is set aside keeps its id, so that everything that hangs on it stays where it is and nothing is copied; it
gets a name that nobody asks for. Each function is called inside one transaction, but for ``let_read``.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from granview.core.errors import ArgumentError
from granview.core.sample import Reference
from granview.store.edits import forget_scores, update_reference

_REFERENCE: Final = (
    "reference_path, reference_sha256, reference_text, reference_format, reference_record, more_references"
)
_SCORE: Final = "score_ms, reference_labels_id, class_map_id, statistics"

_TABLES: Final = ("aside_samples (sample_id, aside, name)", "aside_lanes (lane_id, aside, name)")


def let_read(connection: sqlite3.Connection) -> None:
    """Let a reader of an older file, in which nothing can be set aside, ask what is: nothing."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'aside_samples'").fetchone() is None:
        connection.execute("PRAGMA temp_store = MEMORY")
        for table in _TABLES:
            connection.execute(f"CREATE TEMP TABLE {table}")


def set_aside_samples(connection: sqlite3.Connection, names: Iterable[str]) -> int:
    """Set samples aside with their results and marks; names that are not there are ignored. Returns the aside's id."""
    return _set_aside(connection, "sample", names)


def set_aside_lanes(connection: sqlite3.Connection, names: Iterable[str]) -> int:
    """Set lanes aside with their results; names that are not there are ignored. Returns the aside's id."""
    return _set_aside(connection, "lane", names)


def bring_back(connection: sqlite3.Connection, aside: int) -> list[str]:
    """Let samples and lanes that were set aside be there again, in their old places; returns their names.

    Raises:
        ArgumentError: a name was taken meanwhile, or nothing is set aside under this id; nothing has changed.
    """
    _check_aside(connection, aside)
    names: list[str] = []
    for kind in ("sample", "lane"):
        table = f"aside_{kind}s"
        rows = connection.execute(f"SELECT {kind}_id, name FROM {table} WHERE aside = ?", (aside,)).fetchall()
        for id_, name in rows:
            try:
                connection.execute(f"UPDATE {kind}s SET name = ? WHERE id = ?", (name, id_))
            except sqlite3.IntegrityError as error:
                raise ArgumentError(f"There is a {kind} '{name}' again.", "Remove it first.") from error
            names.append(name)
        connection.execute(f"DELETE FROM {table} WHERE aside = ?", (aside,))
    connection.execute("DELETE FROM asides WHERE id = ?", (aside,))
    return names


def exchange_references(connection: sqlite3.Connection, references: Mapping[str, Sequence[Reference]]) -> int:
    """Give samples other references, and set aside those that they had, with what was scored against them.

    Args:
        connection: The writer, in a transaction.
        references: By name of a sample, its references, the first one first.

    Returns:
        The aside's id, for ``bring_back_references``.

    Raises:
        ArgumentError: there is no such sample.
    """
    aside = _new_aside(connection)
    for name, held in references.items():
        _keep_reference(connection, aside, name)
        update_reference(connection, name, held[0] if held else None, tuple(held[1:]))
    return aside


def bring_back_references(connection: sqlite3.Connection, aside: int) -> int:
    """Exchange references for those that were set aside, and scores of results that are still the same.

    Returns:
        The id of the aside in which those lie that the samples had until now.

    Raises:
        ArgumentError: nothing is set aside under this id; nothing has changed.
    """
    _check_aside(connection, aside)
    other = _new_aside(connection)
    rows = connection.execute(
        """SELECT s.id, s.name FROM aside_references a JOIN samples s ON s.id = a.sample_id WHERE a.aside = ?""",
        (aside,),
    ).fetchall()
    for sample_id, name in rows:
        _keep_reference(connection, other, name)
        connection.execute(
            f"""UPDATE samples SET ({_REFERENCE}) =
                (SELECT {_REFERENCE} FROM aside_references WHERE aside = ? AND sample_id = samples.id) WHERE id = ?""",
            (aside, sample_id),
        )
        forget_scores(connection, sample_id)
    _restore_scores(connection, aside)
    _drop_references(connection, aside)
    return other


def drop_asides(connection: sqlite3.Connection, asides: Iterable[int] | None = None) -> None:
    """Remove for good what was set aside: under these ids, or everything; the writer keeps foreign keys."""
    if asides is None:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'asides'").fetchone() is None:
            return
        asides = [row[0] for row in connection.execute("SELECT id FROM asides")]
    for aside in asides:
        for kind in ("sample", "lane"):
            connection.execute(
                f"DELETE FROM {kind}s WHERE id IN (SELECT {kind}_id FROM aside_{kind}s WHERE aside = ?)", (aside,)
            )
        _drop_references(connection, aside)


def _check_aside(connection: sqlite3.Connection, aside: int) -> None:
    if connection.execute("SELECT 1 FROM asides WHERE id = ?", (aside,)).fetchone() is None:
        raise ArgumentError("What was removed is not kept any more.", "Open the comparison that it was removed from.")


def _new_aside(connection: sqlite3.Connection) -> int:
    return int(connection.execute("INSERT INTO asides DEFAULT VALUES RETURNING id").fetchone()[0])


def _set_aside(connection: sqlite3.Connection, kind: str, names: Iterable[str]) -> int:
    aside = _new_aside(connection)
    for name in names:
        row = connection.execute(f"SELECT id FROM {kind}s WHERE name = ?", (name,)).fetchone()
        if row is not None:
            connection.execute(f"INSERT INTO aside_{kind}s VALUES (?, ?, ?)", (row[0], aside, name))
            connection.execute(f"UPDATE {kind}s SET name = ? WHERE id = ?", (f"\x1faside-{row[0]}", row[0]))
    return aside


def _keep_reference(connection: sqlite3.Connection, aside: int, name: str) -> None:
    connection.execute(
        f"INSERT INTO aside_references SELECT ?, id, {_REFERENCE} FROM samples WHERE name = ?", (aside, name)
    )
    connection.execute(
        f"""INSERT INTO aside_scores
            SELECT ?, r.id, r.run_id, r.request_id, {_SCORE}, u.data
            FROM results r LEFT JOIN units u ON u.result_id = r.id
            WHERE r.sample_id = (SELECT id FROM samples WHERE name = ?)""",
        (aside, name),
    )


def _restore_scores(connection: sqlite3.Connection, aside: int) -> None:
    """Scores of results that were not computed again since."""
    rows = connection.execute(
        """SELECT a.result_id, a.units FROM aside_scores a JOIN results r ON r.id = a.result_id
           WHERE a.aside = ? AND r.run_id = a.run_id AND r.request_id = a.request_id""",
        (aside,),
    )
    for result_id, units in rows.fetchall():
        connection.execute(
            f"""UPDATE results SET ({_SCORE}) =
                (SELECT {_SCORE} FROM aside_scores WHERE aside = ? AND result_id = results.id) WHERE id = ?""",
            (aside, result_id),
        )
        if units is not None:
            connection.execute("INSERT OR REPLACE INTO units VALUES (?, ?)", (result_id, units))


def _drop_references(connection: sqlite3.Connection, aside: int) -> None:
    for statement in ("aside_references WHERE aside", "aside_scores WHERE aside", "asides WHERE id"):
        connection.execute(f"DELETE FROM {statement} = ?", (aside,))
