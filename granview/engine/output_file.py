"""What a worker prints: kept in a file that outlives it, so that its last words can be read."""

import contextlib
import os
import sys
import tempfile
from pathlib import Path
from typing import Final

_TAIL_BYTES: Final = 4000


class OutputFile:
    """A temporary file for a worker to print into; the engine's end of it."""

    def __init__(self) -> None:
        descriptor, name = tempfile.mkstemp(prefix="granview-lane-", suffix=".log")
        self.path = Path(name)
        self._file = os.fdopen(descriptor, "rb")

    def tail(self) -> str:
        """The end of what was printed so far."""
        size = self._file.seek(0, os.SEEK_END)
        self._file.seek(max(0, size - _TAIL_BYTES))
        return self._file.read().decode("utf-8", "replace").strip()

    def close(self) -> None:
        """Close and remove it."""
        self._file.close()
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


def print_into(path: str) -> None:
    """Make a file this process's standard output and error, native libraries' included; the worker's end.

    It is unlinked at once where open files can be, so that nothing stays behind whatever happens to the engine.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND)
    with contextlib.suppress(OSError):
        Path(path).unlink()
    for stream in (1, 2):
        os.dup2(descriptor, stream)
    os.close(descriptor)
    sys.stdout = open(1, "w", buffering=1, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", buffering=1, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
