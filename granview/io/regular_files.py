"""Opening files that may be anything: a folder, a pipe, a device, a link in a circle; without ever waiting."""

import errno
import io
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError
from granview.io.page_address import file_of
from granview.io.row_address import split_row

Watch = Callable[[], None]
"""Called before each read of a file; it may raise to abandon the reading."""

_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_BUFFER_BYTES = 1 << 16

_WORDS: Final = {
    errno.EACCES: ("may not be read: permission is denied.", "Change its permissions, or copy it elsewhere."),
    errno.EPERM: ("may not be read: permission is denied.", "Change its permissions, or copy it elsewhere."),
    errno.ELOOP: ("is a link that leads back to itself.", "Give the file itself."),
    errno.ENAMETOOLONG: ("has a name that is too long for this system.", "Rename it."),
}
_KINDS: Final[tuple[tuple[Callable[[int], bool], str], ...]] = (
    (stat.S_ISDIR, "is a folder, not a file."),
    (stat.S_ISFIFO, "is a pipe, not a file."),
    (stat.S_ISSOCK, "is a socket, not a file."),
)


class _WatchedFile(io.FileIO):
    """A file that asks before each read whether to go on."""

    def __init__(self, descriptor: int, watch: Watch) -> None:
        super().__init__(descriptor, "rb")
        self._watch = watch

    def readinto(self, buffer: Any) -> int:
        self._watch()
        return super().readinto(buffer)

    def readall(self) -> bytes:
        self._watch()
        return super().readall()


def open_regular(path: Path, watch: Watch | None = None) -> io.BufferedReader:
    """Open a regular file for reading, following links; never blocks on a pipe, and touches no device.

    Args:
        path: Any path; that of a cell of a file of rows opens the picture in it (see ``row_address``).
        watch: Called before each read; whatever it raises ends the reading.

    Raises:
        InputError: there is no such file, it is not a regular one, or it may not be read.
    """
    check_regular(path)
    rows, cell = split_row(path)
    if cell is not None:
        from granview.io.packed.open_cell import open_bytes, read_cell  # it needs Arrow, which few files do

        try:
            held = read_cell(rows, cell)
        except PermissionError as error:
            raise as_input_error(rows, error) from error
        return open_regular(held, watch) if isinstance(held, Path) else open_bytes(held, watch)
    try:
        descriptor = os.open(file_of(path), _OPEN_FLAGS)
    except OSError as error:
        raise as_input_error(path, error) from error
    try:
        _refuse_irregular(path, os.fstat(descriptor).st_mode)
    except InputError:
        os.close(descriptor)
        raise
    raw = io.FileIO(descriptor, "rb") if watch is None else _WatchedFile(descriptor, watch)
    return io.BufferedReader(raw, _BUFFER_BYTES)


def check_regular(path: Path) -> os.stat_result:
    """The status of a regular file, links followed; of the file that holds a picture (see ``page_address``).

    Raises:
        InputError: there is no such file, or it is not a regular one.
    """
    try:
        status = file_of(path).stat()
    except (OSError, ValueError) as error:
        raise as_input_error(path, error) from error
    _refuse_irregular(path, status.st_mode)
    return status


def is_folder(path: Path) -> bool:
    """Whether this is a folder, links followed; False where it cannot be told."""
    return stat.S_ISDIR(_mode(path))


def is_regular(path: Path) -> bool:
    """Whether this is a regular file, links followed; False where it cannot be told."""
    return stat.S_ISREG(_mode(path))


def is_there(path: Path) -> bool:
    """Whether anything is there, links followed; True where that cannot be told, which is said where it is read."""
    try:
        file_of(path).stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True


def printable_path(path: Path) -> Path:
    """The path with every byte that is no text written as an escape, so that it can be shown and stored."""
    return Path(str(path).encode("utf-8", "backslashreplace").decode())


def refuse_unprintable(path: Path) -> None:
    """Refuse a path that holds bytes that are no text: it could be neither shown nor stored.

    Raises:
        InputError: it does.
    """
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        name = printable_path(path).name
        raise InputError(f"{name} has a name that is no valid text, or lies in such a folder.", "Rename it.") from error


def refusal_of(path: Path) -> InputError | None:
    """Why a file cannot be opened, such as a lack of rights; None where it can, though it may be damaged."""
    try:
        open_regular(path).close()
    except InputError as error:
        return error
    return None


def folder_refusal(path: Path) -> InputError | None:
    """Why a folder's names cannot be read; None where they can, or where it is not there."""
    try:
        os.scandir(path).close()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return as_input_error(path, error)
    return None


def as_input_error(path: Path, error: OSError | ValueError) -> InputError:
    """The operating system's refusal in words."""
    number = error.errno if isinstance(error, OSError) else None
    if number in _WORDS:
        words, hint = _WORDS[number]
        return InputError(f"{path.name} {words}", hint)
    if number in (errno.ENOENT, errno.ENOTDIR):
        if _is_link(path):
            return InputError(
                f"{path.name} is a link to a file that is not there.", "Restore the file, or remove the link."
            )
        return InputError(f"{path.name} is not there.", f"Check the path: {path}")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(f"{path.name} cannot be read: {reason}.", "Check the disk or the connection to it.")


def _refuse_irregular(path: Path, mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    words = next((words for matches, words in _KINDS if matches(mode)), "is a device, not a file.")
    raise InputError(f"{path.name} {words}", "Give an ordinary file.")


def _mode(path: Path) -> int:
    try:
        return file_of(path).stat().st_mode
    except (OSError, ValueError):
        return 0


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except (OSError, ValueError):
        return False


def head_of(path: Path, n_bytes: int = 1 << 16) -> bytes:
    """The first bytes of a file; none of one that cannot be read, which is said where it is."""
    try:
        with open_regular(path) as file:
            return file.read(n_bytes)
    except (InputError, OSError):
        return b""
