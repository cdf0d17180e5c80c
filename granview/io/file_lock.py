"""One holder of a thing on the disk, by a lock of the operating system that ends with the process, however it ends."""

import contextlib
import os
import sys
from pathlib import Path


class FileLock:
    """An exclusive lock in a small file of its own beside the file that it guards.

    SQLite, for one, takes its locks on the session file itself; opening and closing that a second time would drop them.

    Args:
        path: The lock's own file. It is removed on release; one left behind by a killed process is harmless.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def acquire(self) -> bool:
        """Take the lock; False when another opener, in this process or another one, has it.

        Raises:
            OSError: the lock's file cannot be made.
        """
        while self._handle is None:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
            if not _lock(handle):
                os.close(handle)
                return False
            if self._is_current(handle):
                self._handle = handle
            else:
                os.close(handle)
        return True

    def release(self) -> None:
        """Give the lock back; does nothing when it is not held."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        with contextlib.suppress(OSError):
            self._path.unlink()
        os.close(handle)
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                self._path.unlink()

    def _is_current(self, handle: int) -> bool:
        """Whether the file that was locked still has its name: a releasing holder may have removed it meanwhile."""
        try:
            return os.path.samestat(os.fstat(handle), self._path.stat())
        except FileNotFoundError:
            return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
