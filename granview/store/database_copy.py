"""A copy of a session file, made by SQLite's own backup and put in place all at once."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

from granview.core.errors import SessionError
from granview.io.file_lock import FileLock
from granview.store.asides import drop_asides
from granview.store.database import session_errors
from granview.store.session_lock import lock_path

WORKING_FACT: Final = "journal"
"""Under which a working copy keeps what it knows of itself; no copy of it has that."""


def copy_database(source: sqlite3.Connection, target: Path, before: Callable[[Path], None] | None = None) -> None:
    """Copy a session that is open, without what was set aside in it; the caller holds the target's lock.

    Args:
        source: A connection to it.
        target: The copy; one that is there is replaced all at once.
        before: Called with the copy, which is whole and on the disk, before it gets its name.

    Raises:
        SessionError: the target cannot be written.
    """
    draft = target.with_name(f".{target.name}.{os.urandom(4).hex()}.part")
    try:
        _back_up(source, draft)
        if before is not None:
            before(draft)
        if target.exists():
            shutil.copymode(target, draft)
        _drop_log(target)
        draft.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise SessionError(f"{target} cannot be written: {error.strerror}.", "Choose another name.") from error
    finally:
        for suffix in ("", "-journal"):
            draft.with_name(draft.name + suffix).unlink(missing_ok=True)


def move_session(source: Path, target: Path) -> None:
    """Give a closed session, and all that its log holds, another name in the same folder; an old one there goes.

    The caller holds the target's lock.

    Raises:
        SessionError: it cannot be moved; both are as they were.
    """
    with session_errors(source):
        fold_log(source)
    try:
        _drop_log(target)
        source.replace(target)
    except OSError as error:
        raise SessionError(f"{target} cannot be replaced: {error.strerror}.", "Close what uses it.") from error
    for suffix in ("-wal", "-shm"):
        source.with_name(source.name + suffix).unlink(missing_ok=True)


def remove_database_leftovers(path: Path) -> None:
    """Remove what SQLite keeps beside a session that was read, unless somebody has it open."""
    lock = FileLock(lock_path(path))
    with contextlib.suppress(OSError, sqlite3.DatabaseError):
        if lock.acquire():
            fold_log(path)
    lock.release()


def fold_log(path: Path) -> None:
    """Write a session's log into its file; the last who closes it removes the log, even an empty one of readers."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _back_up(source: sqlite3.Connection, draft: Path) -> None:
    with session_errors(draft), contextlib.closing(sqlite3.connect(draft)) as destination:
        source.backup(destination)
        _clean(destination)
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _clean(copy: sqlite3.Connection) -> None:
    """Leave out what only the open session needs."""
    copy.execute("PRAGMA foreign_keys = ON")
    with contextlib.suppress(sqlite3.DatabaseError), copy:  # a damaged session is copied as it is
        drop_asides(copy)
        copy.execute("DELETE FROM facts WHERE key = ?", (WORKING_FACT,))


def _sync_folder(folder: Path) -> None:
    """Put a new name on the disk, where folders can be synchronised."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _drop_log(target: Path) -> None:
    """Fold what a killed process left in the old file's log into it: a log that outlives its file would be replayed.

    A file that is no database, and its log, are only removed.
    """
    if target.exists():
        with contextlib.suppress(sqlite3.DatabaseError):
            fold_log(target)
    for suffix in ("-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
