"""The comparisons opened lately, as the start page shows them: a small picture and two numbers, kept beside settings.

A session's own file is not opened for this: SQLite's locks would suffer where it is open already.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage, QPixmap

from granview.gui.background.jobs import Jobs
from granview.gui.background.timers import once
from granview.gui.model.comparison import ComparisonModel
from granview.gui.session.document import Document
from granview.gui.session.pictures import Thumbnails

FOLDER: Final = "recent"
"""Beside the window's memory."""

_SIZE: Final = (240, 180)
_REST_MS: Final = 600
_NONE: Final = -1


@dataclass(frozen=True)
class RecentComparison:
    """A session opened lately.

    Attributes:
        path: Its file.
        modified_s: When that was last written, in seconds since 1970.
        picture: Of the sample last shown; null where none was kept.
        n_samples: How many samples it had when its picture was kept; negative where that is not known.
        n_lanes: How many lanes.
    """

    path: Path
    modified_s: float
    picture: QImage
    n_samples: int = _NONE
    n_lanes: int = _NONE


def read_recent(paths: Sequence[str], folder: Path) -> list[RecentComparison]:
    """What is known of these sessions, of those that are still there; for a thread of its own."""
    found: list[RecentComparison] = []
    for path in map(Path, paths):
        try:
            modified_s = path.stat().st_mtime
        except OSError:
            continue
        picture = QImage(str(_picture_path(folder, path)))
        counts = (_count(picture.text(key)) for key in ("samples", "lanes"))
        found.append(RecentComparison(path, modified_s, picture, *counts))
    return found


def keep_recent(path: Path, picture: QImage, n_samples: int, n_lanes: int, folder: Path) -> None:
    """Keep a session's picture and numbers; for a thread of its own. Where the disk refuses, there is none."""
    kept = QImage(*_SIZE, QImage.Format.Format_RGB32) if picture.isNull() else _cut(picture)
    if picture.isNull():
        kept.fill(Qt.GlobalColor.white)
    for key, count in (("samples", n_samples), ("lanes", n_lanes)):
        kept.setText(key, str(count))
    folder.mkdir(parents=True, exist_ok=True)
    kept.save(str(_picture_path(folder, path)))


class RecentKeeper(QObject):
    """Keeps the picture of the named session that is open, once the user rests on a sample.

    Args:
        model: The comparison.
        document: Its session.
        thumbnails: Where the picture comes from.
        jobs: A thread that writes.
        folder: Where pictures are kept.
    """

    def __init__(
        self,
        model: ComparisonModel,
        document: Document,
        thumbnails: Thumbnails,
        jobs: Jobs,
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._document = document
        self._thumbnails = thumbnails
        self._jobs = jobs
        self._folder = folder
        self._soon = once(self, _REST_MS, self.keep)
        for signal in (model.samples.current_changed, model.lanes.changed, document.renamed, thumbnails.changed):
            signal.connect(lambda *_: self._soon.start())

    def keep(self) -> None:
        """Keep the picture of the sample that is shown, of a session that has a name."""
        session, sample = self._document.session, self._model.samples.current
        if session.unnamed or sample is None:
            return
        small = self._thumbnails.get(sample.path) if sample.path and sample.text is None else None
        picture = (small or QPixmap()).toImage()
        path, counts = session.path, (len(self._model.samples), len(self._model.lanes))
        self._jobs.start(lambda: keep_recent(path, picture, *counts, self._folder))


def _cut(picture: QImage) -> QImage:
    wide = picture.scaled(
        *_SIZE, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    return wide.copy((wide.width() - _SIZE[0]) // 2, (wide.height() - _SIZE[1]) // 2, *_SIZE)


def _picture_path(folder: Path, session: Path) -> Path:
    return folder / f"{zlib.crc32(str(session).encode()):08x}.png"


def _count(text: str) -> int:
    return int(text) if text.isdecimal() else _NONE
