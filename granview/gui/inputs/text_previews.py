"""The first words of files that are one text each, read off the window's thread when first asked for."""

from collections import OrderedDict
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from granview.gui.background.jobs import Jobs

N_CHARS: Final = 4_000
_HEAD_BYTES: Final = 1 << 16
_MAX_KEPT: Final = 10_000


class TextPreviews(QObject):
    """Texts by path, and why there is none."""

    changed = Signal(str)
    """The path of which a beginning, or the reason why there is none, has come."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._errors: dict[str, str] = {}
        self._waiting: set[str] = set()

    def get(self, path: str) -> str | None:
        """The first characters of a file; None while they are being read, which this call begins, or if they cannot."""
        found = self._texts.get(path)
        if found is None and path not in self._errors and path not in self._waiting:
            self._waiting.add(path)
            self._jobs.start(partial(_read, Path(path)), partial(self._on_read, path), partial(self._on_failed, path))
        return found

    def known(self) -> dict[str, str]:
        """What has been read so far, by path."""
        return dict(self._texts)

    def error(self, path: str) -> str:
        """Why a file cannot be read, in words; empty while there is no reason."""
        return self._errors.get(path, "")

    def _on_read(self, path: str, text: str) -> None:
        self._waiting.discard(path)
        self._texts[path] = text
        while len(self._texts) > _MAX_KEPT:
            self._texts.popitem(last=False)
        self.changed.emit(path)

    def _on_failed(self, path: str, error: Exception) -> None:
        self._waiting.discard(path)
        self._errors[path] = str(error)
        self.changed.emit(path)


def _read(path: Path) -> str:
    from granview.io.datasets.line_file import LineFile

    return LineFile(path, _HEAD_BYTES).head(N_CHARS)
