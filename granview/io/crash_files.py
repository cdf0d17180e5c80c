"""Where reports of defects are kept, and what notices that compiled code ended the program."""

import faulthandler
import os
from datetime import datetime
from pathlib import Path
from typing import IO, Final

KEPT: Final = 20
"""Older reports are removed."""

_FATAL: Final = ("Fatal Python error", "Windows fatal exception")
_NATIVE: Final = "running-"


def crash_folder() -> Path:
    """Where reports are, beside comparisons that were never saved."""
    import platformdirs

    return platformdirs.user_data_path("GranView", appauthor=False) / "crash-reports"


def keep_report(text: str, folder: Path) -> Path:
    """Write a report into a file of its own; returns that.

    Raises:
        OSError: it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"crash-{datetime.now():%Y-%m-%d-%H%M%S-%f}.txt"
    path.write_text(text, encoding="utf-8")
    for old in sorted(folder.glob("crash-*.txt"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


class NativeWatch:
    """Has Python write where the program was, should compiled code end it; the next start finds that.

    The file lies there while the program runs, and is removed when it ends in order. Where the environment already
    has Python write such things elsewhere, that stays so.
    """

    def __init__(self, folder: Path) -> None:
        self._file: IO[bytes] | None = None
        self._path = folder / f"{_NATIVE}{os.getpid()}.txt"
        if faulthandler.is_enabled():
            return
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("wb", buffering=0)
        except OSError:  # a full or locked disk: the program runs without
            return
        faulthandler.enable(self._file)

    def close(self) -> None:
        """The program ends in order: nothing is left behind."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            self._path.unlink(missing_ok=True)


def take_native_crashes(folder: Path) -> list[str]:
    """What earlier starts left when compiled code ended them, the oldest first; their files are removed."""
    import psutil

    texts = []
    for path in sorted(folder.glob(f"{_NATIVE}*.txt"), key=lambda path: path.name):
        number = path.stem.removeprefix(_NATIVE)
        if number == str(os.getpid()) or (number.isdigit() and psutil.pid_exists(int(number))):
            continue
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
            path.unlink()
        except OSError:
            continue
        if any(sign in text for sign in _FATAL):
            texts.append(text)
    return texts
