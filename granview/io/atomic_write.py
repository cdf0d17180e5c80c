"""Files that are there whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from granview.core.errors import OutputError

_CREATE: Final = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def atomic_write(path: Path) -> Iterator[BinaryIO]:
    """Write a file so that ``path`` never holds half of it, whatever happens.

    What is written goes to a hidden file beside it, reaches the disk, and takes the name when the context ends. When
    the context ends with an error, ``path`` is as it was and the hidden file is gone.

    Yields:
        A binary file, open for writing, reading and seeking.

    Raises:
        OutputError: the file cannot be created, written or renamed.
    """
    part = path.with_name(f".{path.name[:200]}.{os.urandom(4).hex()}.part")
    try:
        with os.fdopen(os.open(part, _CREATE, 0o666), "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise OutputError(f"{path} cannot be written: {reason}.", "Check the folder and the free space.") from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise
