"""One writer per session file, held by a lock of the operating system that ends with the process, however it ends."""

from pathlib import Path
from typing import Final

from granview.core.errors import SessionReadOnly
from granview.io.file_lock import FileLock

_HINT: Final = "Close it there, wait for the run to end, or open it for reading only."


def lock_path(path: Path) -> Path:
    """The lock's file of a session."""
    return path.with_name(f"{path.name}-lock")


def lock_session(path: Path) -> FileLock:
    """The lock of the session at this path, taken.

    Raises:
        SessionReadOnly: it is open elsewhere, or cannot be written there.
    """
    lock = FileLock(lock_path(path))
    try:
        taken = lock.acquire()
    except OSError as error:
        raise SessionReadOnly(f"{path} cannot be written: {error.strerror}.", "Choose another folder.") from error
    if not taken:
        raise SessionReadOnly(f"{path.absolute()} is open elsewhere: another window or run holds it.", _HINT)
    return lock
