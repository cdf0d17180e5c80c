"""Damage to a session that is still a database: other values in cells, blobs that lie, tables and columns lost."""

import contextlib
import sqlite3
import tempfile
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from tests.fuzz.bytes_mutations import BYTES
from tests.fuzz.json_mutations import change_tree
from tests.fuzz.picture_mutations import bomb_of

_VALUES = (None, 0, -1, 2**63 - 1, 1.5, "", "x", b"", b"\xff\xfe", "\0", b"\xdd\xff\xff\xff\xff", "[" * 5_000, "{}")


def _tables(connection: sqlite3.Connection) -> dict[str, list[str]]:
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in names}


def _cell(rng: Random, connection: sqlite3.Connection) -> tuple[str, str, Any, Any]:
    """A table, a column, a row's first value as its key, and the cell; raises where the table is empty."""
    table, columns = rng.choice(sorted(_tables(connection).items()))
    column = rng.choice(columns)
    rows = connection.execute(f"SELECT {columns[0]}, {column} FROM {table}").fetchall()
    key, value = rng.choice(rows)
    return table, column, (columns[0], key), value


def _put(connection: sqlite3.Connection, table: str, column: str, key: Any, value: Any) -> None:
    connection.execute(f"UPDATE {table} SET {column} = ? WHERE {key[0]} IS ?", (value, key[1]))


def change_cell(rng: Random, connection: sqlite3.Connection) -> None:
    table, column, key, _ = _cell(rng, connection)
    _put(connection, table, column, key, rng.choice(_VALUES))


def damage_cell(rng: Random, connection: sqlite3.Connection) -> None:
    """Bytes of a blob or a text damaged, or the tree of a JSON text."""
    table, column, key, value = _cell(rng, connection)
    if isinstance(value, str):
        text = rng.choice((change_tree, *BYTES))(rng, value.encode("utf-8", "replace"))
        _put(connection, table, column, key, text.decode("utf-8", "replace") if rng.random() < 0.7 else text)
    elif isinstance(value, bytes):
        _put(connection, table, column, key, rng.choice(BYTES)(rng, value))


def lie_in_arrays(rng: Random, connection: sqlite3.Connection) -> None:
    """A packed array with another type or shape, or that unpacks to gigabytes."""
    table = rng.choice(("predictions", "units", "explanations"))
    rows = connection.execute(f"SELECT rowid, data FROM {table}").fetchall()
    rowid, data = rng.choice(rows)
    value = msgspec.msgpack.decode(data)
    arrays = [node for node in _nodes(value) if "dtype" in node]
    array = rng.choice(arrays)
    act = rng.randrange(4)
    if act == 0:
        array["dtype"] = rng.choice(("|O", "<f2", "<f8", "|b1", "<u8", "(", "|V3", "<M8[s]", "<c16", ">i4", "x" * 99))
    elif act == 1:
        array["shape"] = rng.choice(([-1, -1], [0, 2**63], [2**20, 2**20], [1] * 70, [], [7], [2, 3]))
    elif act == 2:
        array |= {"dtype": "|u1", "shape": [1 << 15, 1 << 16], "data": bomb_of(2048)}
    else:
        array |= {"dtype": "|u1", "shape": [1 << 13, 1 << 14], "data": bomb_of(128)}
    connection.execute(f"UPDATE {table} SET data = ? WHERE rowid = ?", (msgspec.msgpack.encode(value), rowid))


def _nodes(value: Any) -> list[dict[str, Any]]:
    inside = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return ([value] if isinstance(value, dict) else []) + [node for each in inside for node in _nodes(each)]


def change_schema(rng: Random, connection: sqlite3.Connection) -> None:
    table, columns = rng.choice(sorted(_tables(connection).items()))
    column = rng.choice(columns)
    connection.execute(
        rng.choice(
            (
                f"DROP TABLE {table}",
                f"ALTER TABLE {table} DROP COLUMN {column}",
                f"ALTER TABLE {table} RENAME COLUMN {column} TO other",
                f"ALTER TABLE {table} RENAME TO other",
                f"DELETE FROM {table}",
                f"PRAGMA user_version = {rng.choice((-1, 0, 1, 2, 4, 99, 2**31 - 1))}",
                f"PRAGMA application_id = {rng.choice((0, 1, -1))}",
            )
        )
    )


def cut_ties(rng: Random, connection: sqlite3.Connection) -> None:
    """Results of samples, lanes, runs or documents that are not there."""
    table = rng.choice(("samples", "lanes", "runs", "documents", "results", "predictions"))
    connection.execute(f"DELETE FROM {table} WHERE rowid IN (SELECT rowid FROM {table} ORDER BY rowid LIMIT 1)")


_ACTS = (change_cell, change_cell, damage_cell, damage_cell, damage_cell, lie_in_arrays, change_schema, cut_ties)


_TOO_DAMAGED = (sqlite3.Error, IndexError, UnicodeDecodeError)
"""What comes of a database that was damaged before; SQLite quotes its bytes in errors, also those that are no text."""


def change_database(rng: Random, data: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.granview")
        path.write_bytes(data)
        with contextlib.suppress(*_TOO_DAMAGED), contextlib.closing(sqlite3.connect(path)) as connection:
            connection.text_factory = lambda text: text.decode("utf-8", "replace")
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA ignore_check_constraints = ON")
            for _ in range(rng.choice((1, 1, 2, 4))):
                with contextlib.suppress(sqlite3.Error, IndexError, msgspec.MsgspecError, TypeError, ValueError):
                    rng.choice(_ACTS)(rng, connection)
            connection.commit()
        return path.read_bytes()
