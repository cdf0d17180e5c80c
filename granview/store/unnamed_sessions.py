"""Sessions that the user has not named yet: where they live, and how they are found again after a crash."""

import contextlib
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from granview.io.file_lock import FileLock
from granview.store.session_lock import lock_path

SUFFIX: Final = ".granview"
_PREFIX = "unnamed-"
_CLOSED: Final = "closed"
_KEPT: Final = 10


def unnamed_folder() -> Path:
    """The folder of unnamed sessions in the user's data directory."""
    import platformdirs

    return platformdirs.user_data_path("GranView", appauthor=False) / "sessions"


def new_unnamed_path(folder: Path) -> Path:
    """A path in the folder that is not taken yet; the folder is made."""
    folder.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    return folder / f"{_PREFIX}{stamp}{SUFFIX}"


def is_unnamed(path: Path, folder: Path) -> bool:
    """Whether this is the path of an unnamed session."""
    return path.parent == folder and path.name.startswith(_PREFIX)


def recoverable_sessions(folder: Path) -> list[Path]:
    """Unnamed sessions that no living process has open, newest first; those that hold no sample are deleted."""
    found = sorted(folder.glob(f"{_PREFIX}*{SUFFIX}"), reverse=True) if folder.is_dir() else []
    return [path for path in found if _is_left_over(path)]


def forget_old_sessions(folder: Path) -> None:
    """Delete unnamed sessions that were closed properly, but for the ten newest."""
    closed = [path for path in recoverable_sessions(folder) if is_closed_properly(path)]
    for path in closed[_KEPT:]:
        lock = FileLock(lock_path(path))
        if lock.acquire():
            remove_session(path)
        lock.release()


def note_closed(connection: sqlite3.Connection, closed: bool) -> None:
    """Say in an unnamed session, within a transaction, that it is being closed, or is open again."""
    if closed:
        connection.execute("INSERT OR REPLACE INTO facts VALUES (?, '1')", (_CLOSED,))
    else:
        connection.execute("DELETE FROM facts WHERE key = ?", (_CLOSED,))


def is_closed_properly(path: Path) -> bool:
    """Whether the program has closed an unnamed session; False after a crash, and where it cannot be read."""
    try:
        with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT 1 FROM facts WHERE key = ?", (_CLOSED,)).fetchone() is not None
    except sqlite3.DatabaseError:
        return False


def written_at(path: Path) -> float:
    """When a session was last written, its log included, in seconds since 1970."""
    files = (path, path.with_name(f"{path.name}-wal"))
    return max(file.stat().st_mtime for file in files if file.exists())


def remove_session(path: Path) -> None:
    """Delete a closed session and what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + suffix).unlink()


def _is_left_over(path: Path) -> bool:
    """Whether nobody has the session open, and it holds something, or cannot be read: then opening it will say why."""
    lock = FileLock(lock_path(path))
    if not lock.acquire():
        return False
    try:
        empty = _is_empty(path)
        if empty:
            remove_session(path)
        return not empty
    finally:
        lock.release()


def _is_empty(path: Path) -> bool:
    try:
        with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT 1 FROM samples LIMIT 1").fetchone() is None
    except sqlite3.DatabaseError:
        return path.stat().st_size == 0
