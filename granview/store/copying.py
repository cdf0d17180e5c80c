"""A copy of a session file, made by SQLite's own backup and put in place all at once."""

import contextlib
import os
import sqlite3
from pathlib import Path

from granview.store.database import explained


def copy_database(source: sqlite3.Connection, target: Path) -> None:
    """Copy a session that is open; the caller holds the target's lock.

    Raises:
        SessionError: the target cannot be written.
    """
    draft = target.with_name(f".{target.name}.{os.urandom(4).hex()}.part")
    try:
        _back_up(source, draft)
        _drop_log(target)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _back_up(source: sqlite3.Connection, draft: Path) -> None:
    with explained(draft), contextlib.closing(sqlite3.connect(draft)) as destination:
        source.backup(destination)
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _drop_log(target: Path) -> None:
    """Fold what a killed process left in the old file's log into it: a log that outlives its file would be replayed.

    A file that is no database, and its log, are only removed.
    """
    if target.exists():
        with contextlib.suppress(sqlite3.DatabaseError), contextlib.closing(sqlite3.connect(target)) as old:
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for suffix in ("-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
