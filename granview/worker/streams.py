"""What a worker prints goes into a file that the engine reads when the worker dies."""

import contextlib
import os
import sys
from pathlib import Path


def take_streams(path: str) -> None:
    """Make a file the process's standard output and error, native libraries' included.

    It is unlinked at once where open files can be, so that it is gone when the last process that holds it is.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND)
    with contextlib.suppress(OSError):
        Path(path).unlink()
    for stream in (1, 2):
        os.dup2(descriptor, stream)
    os.close(descriptor)
    sys.stdout = open(1, "w", buffering=1, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", buffering=1, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
