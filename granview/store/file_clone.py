"""A copy of a file that nobody writes meanwhile: shared blocks where the file system can, else checked for room."""

import os
import shutil
import sys
from pathlib import Path
from typing import Final

from granview.core.errors import SessionError

_SPARE_BYTES: Final = 64 << 20
"""What is left free beside a copy, for the log of what follows."""

_FICLONE: Final = 0x40049409
"""Linux' ioctl that lets two files share blocks (Btrfs, XFS, bcachefs); see ``ioctl_ficlone(2)``."""


def clone_file(source: Path, target: Path) -> None:
    """Copy a file to a name that is not taken; what was copied is on the disk when this returns.

    Raises:
        SessionError: there is no room for a second copy; nothing was written.
        OSError: it cannot be read or written.
    """
    with source.open("rb") as original, target.open("xb") as copy:
        if not shares_blocks(original.fileno(), copy.fileno()):
            need_room(source.stat().st_size, target.parent, source.name)
            shutil.copyfileobj(original, copy, 1 << 22)
        copy.flush()
        os.fsync(copy.fileno())


def need_room(size_bytes: int, folder: Path, name: str) -> None:
    """Raise a ``SessionError`` where a copy of that size does not fit into a folder."""
    free = shutil.disk_usage(folder).free
    if free < size_bytes + _SPARE_BYTES:
        raise SessionError(
            f"A copy of {name} needs {(size_bytes + _SPARE_BYTES) / 1e6:,.0f} MB of room, and its disk has "
            f"{free / 1e6:,.0f} MB.",
            "Make room, or save it on another disk.",
        )


def shares_blocks(original: int, copy: int) -> bool:
    """Let the file behind one descriptor share the blocks of another; False where the file system cannot."""
    if sys.platform != "linux":
        return False
    import fcntl

    try:
        fcntl.ioctl(copy, _FICLONE, original)
    except OSError:
        return False
    return True
