"""Wheels into a folder: continued after an interruption, tried again after a failure, checked by their hashes."""

import hashlib
import time
from collections.abc import Callable, Sequence
from http.client import HTTPResponse
from pathlib import Path
from typing import Final

from granview.core.errors import BuildCancelled, OutputError, RuntimeProblem
from granview.runtime.https import LOST, is_final, open_url, unreachable
from granview.runtime.index import WheelIndex
from granview.runtime.lock_file import Wheel
from granview.runtime.progress import BuildProgress, IsCancelled, OnProgress, SpeedMeter, Step

PAUSES_S: Final = (1.0, 3.0, 10.0, 30.0)
"""How long to wait before each further try; any byte that comes begins the count anew."""

_CHUNK_BYTES: Final = 256 << 10
_SLICE_S: Final = 0.1


class Download:
    """Brings the wheels of a runtime into a folder. What lies there already, whole or in part, is not fetched again.

    Args:
        wheels: What is wanted.
        index: Knows where they are.
        folder: Where they go; a file that is not whole yet ends in ``.part``.
        on_progress: Told how far it is.
        is_cancelled: Asked again and again.
        wait: Waits for so many seconds.
    """

    def __init__(
        self,
        wheels: Sequence[Wheel],
        index: WheelIndex,
        folder: Path,
        on_progress: OnProgress,
        is_cancelled: IsCancelled,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._wheels = sorted(wheels, key=lambda wheel: -wheel.size_bytes)
        self._index = index
        self._folder = folder
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled
        self._wait = wait
        self._meter = SpeedMeter()
        self._whole_bytes = 0

    def run(self) -> None:
        """Fetch them all, the largest first.

        Raises:
            BuildCancelled: it was cancelled; what has come stays.
            RuntimeProblem: the index or a file cannot be reached, or a file is not the one of the lock.
            OutputError: the folder cannot be written.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        for wheel in self._wheels:
            path = self._folder / wheel.filename
            if not path.is_file() or digest_of(path) != wheel.sha256:
                self._fetch(wheel, path.with_name(f"{path.name}.part"))
                check_wheel(path.with_name(f"{path.name}.part"), wheel).replace(path)
            self._whole_bytes += wheel.size_bytes
        self._tell(None)

    def sample_speed(self, seconds: float) -> float | None:
        """Bytes per second that come; what comes meanwhile is kept as the beginning of the largest wheel.

        None where everything is there already, or the wheel came whole before that could be said.

        Raises:
            RuntimeProblem: the index or the file cannot be reached.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        missing = next((wheel for wheel in self._wheels if not (self._folder / wheel.filename).is_file()), None)
        if missing is None:
            return None
        start, before = time.monotonic(), self._is_cancelled
        self._is_cancelled = lambda: before() or time.monotonic() - start > seconds
        try:
            self._fetch(missing, self._folder / f"{missing.filename}.part")
        except BuildCancelled:
            if before():
                raise
        finally:
            self._is_cancelled = before
        return self._meter.bytes_per_s

    def _fetch(self, wheel: Wheel, part: Path) -> None:
        """Have all bytes of a wheel in a file; goes on from what is there."""
        url, tries = self._index.url(wheel), 0
        while (size := part.stat().st_size if part.is_file() else 0) < wheel.size_bytes:
            try:
                self._go_on(url, wheel, part, size)
            except LOST as error:
                tries = 0 if part.is_file() and part.stat().st_size > size else tries
                if tries == len(PAUSES_S) or is_final(error):
                    raise unreachable(url, error) from error
                self._pause(wheel, PAUSES_S[tries], unreachable(url, error).message)
                tries += 1

    def _go_on(self, url: str, wheel: Wheel, part: Path, size: int) -> None:
        """One request: from the first byte that is missing to the last, or to where it breaks off."""
        with open_url(url, {"Range": f"bytes={size}-"} if size else {}) as reply:
            kept = size if reply.status == 206 else 0
            self._copy(reply, part, wheel, kept)
        if part.stat().st_size < wheel.size_bytes:
            raise ConnectionError("the connection broke off")

    def _copy(self, reply: HTTPResponse, part: Path, wheel: Wheel, kept: int) -> None:
        """Append what comes; a server that sends no ranges begins anew."""
        done = kept
        try:
            file = part.open("ab" if kept else "wb")
        except OSError as error:
            raise OutputError(f"{part} cannot be written: {error.strerror}.", "Check the folder.") from error
        with file:
            while chunk := reply.read(min(_CHUNK_BYTES, wheel.size_bytes - done + 1)):
                _write(file.write, chunk, part)
                done += len(chunk)
                self._meter.add(len(chunk))
                self._tell(wheel, done)
                if self._is_cancelled():
                    raise _cancelled()
                if done > wheel.size_bytes:
                    return

    def _pause(self, wheel: Wheel, seconds: float, trouble: str) -> None:
        """Wait before the next try, unless it is cancelled meanwhile."""
        self._tell(wheel, trouble=trouble)
        left = seconds
        while left > 0:
            if self._is_cancelled():
                raise _cancelled()
            self._wait(min(_SLICE_S, left))
            left -= _SLICE_S

    def _tell(self, wheel: Wheel | None, done: int = 0, trouble: str = "") -> None:
        total = sum(each.size_bytes for each in self._wheels)
        name = wheel.filename if wheel else ""
        self._on_progress(
            BuildProgress(Step.DOWNLOAD, self._whole_bytes + done, total, self._meter.bytes_per_s, name, trouble)
        )


def _cancelled() -> BuildCancelled:
    return BuildCancelled("The download was cancelled.", "What has come is kept; start it again to go on.")


def check_wheel(path: Path, wheel: Wheel) -> Path:
    """The file itself, if it is the one of the lock; otherwise it is removed.

    Raises:
        RuntimeProblem: it is another one.
    """
    if digest_of(path) == wheel.sha256:
        return path
    path.unlink()
    raise RuntimeProblem(
        f"{wheel.filename} is not the file that was locked: its SHA-256 is another one. It was removed.",
        "Try again; if that happens again, the index or something on the way changes files: name another index.",
    )


def digest_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write(write: Callable[[bytes], object], chunk: bytes, part: Path) -> None:
    """A disk that is full is no lost connection."""
    try:
        write(chunk)
    except OSError as error:
        raise OutputError(f"{part} cannot be written: {error.strerror}.", "Make room on that disk.") from error
