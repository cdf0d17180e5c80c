"""Standard output and error that may be closed, full or without a reader: work goes on, and what was lost is known."""

import contextlib
import errno
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TextIO

_STREAMS: Final = (0, 1, 2)


class LastingStream:
    """A text stream that falls silent, instead of raising, once it cannot be written.

    Attributes:
        error: Why it fell silent; None while it works.
    """

    def __init__(self, stream: TextIO) -> None:
        self.error: OSError | None = None
        self._stream = stream

    def write(self, text: str) -> int:
        """Write, as far as that is possible."""
        try:
            return self._stream.write(text)
        except OSError as error:
            self._fall_silent(error)
        except ValueError:
            self._fall_silent(OSError(errno.EBADF, os.strerror(errno.EBADF)))
        return len(text)

    def flush(self) -> None:
        """Write what is kept back, as far as that is possible."""
        try:
            self._stream.flush()
        except OSError as error:
            self._fall_silent(error)
        except ValueError:
            self._fall_silent(OSError(errno.EBADF, os.strerror(errno.EBADF)))

    @property
    def lost(self) -> str:
        """Why something was lost, in words; empty where nothing was, or nobody reads any more, such as ``head``."""
        if self.error is None or isinstance(self.error, BrokenPipeError):
            return ""
        return str(self.error.strerror)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def _fall_silent(self, error: OSError) -> None:
        """Send all that follows, and what the stream keeps back, nowhere."""
        self.error = self.error or error
        with contextlib.suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)


@contextlib.contextmanager
def lasting_streams() -> Iterator[tuple[LastingStream, LastingStream]]:
    """Standard output and error within which nothing that is printed can fail."""
    _open_closed()
    before = sys.stdout, sys.stderr
    streams = LastingStream(sys.stdout), LastingStream(sys.stderr)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.stdout, sys.stderr = streams
    try:
        yield streams
    finally:
        for stream in streams:
            stream.flush()
        sys.stdout, sys.stderr = before


def _open_closed() -> None:
    """Open what the shell closed (``>&-``) to nowhere: the next file would get its number, and be printed into."""
    for number in _STREAMS:
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
