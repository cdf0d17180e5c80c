"""What a worker prints: kept in a file that outlives it, so that its last words can be read."""

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Final

_TAIL_BYTES: Final = 4000


class OutputFile:
    """A temporary file that a worker takes as its standard output and error.

    Where open files can be unlinked the worker does so at once, so that nothing stays behind whatever happens.
    """

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
