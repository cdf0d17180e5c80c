"""Sessions that the user has not named yet: where they live, and how they are found again after a crash."""

import contextlib
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from granview.store.session_lock import FileLock, lock_path

SUFFIX: Final = ".granview"
_PREFIX = "unnamed-"


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
