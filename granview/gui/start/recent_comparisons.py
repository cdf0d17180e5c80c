"""The comparisons to go on with, as the start page shows them: a small picture and two numbers, kept beside settings.

The pictures do not come from the sessions' files, which hold none: they are kept while a comparison is looked at.
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage, QPixmap

from granview.gui.background.jobs import Jobs
from granview.gui.background.timers import once
from granview.gui.model.comparison import ComparisonModel
from granview.gui.session.document import Document
from granview.gui.session.pictures import Thumbnails

if TYPE_CHECKING:
    from granview.store.recent_comparisons import RecentComparison

FOLDER: Final = "recent"
"""Beside the window's memory."""

_SIZE: Final = (240, 180)
_REST_MS: Final = 600
_NONE: Final = -1


@dataclass(frozen=True)
class RecentPicture:
    """A comparison to go on with, and what was kept of it.

    Attributes:
        recent: The comparison.
        picture: Of the sample last shown; null where none was kept.
        n_samples: How many samples it had when its picture was kept; negative where that is not known.
        n_lanes: How many lanes.
    """

    recent: "RecentComparison"
    picture: QImage
    n_samples: int = _NONE
    n_lanes: int = _NONE


def read_recent(named: Sequence[str], home: Path, folder: Path) -> list[RecentPicture]:
    """What there is to go on with, newest first; for a thread of its own.

    Args:
        named: Paths of sessions opened lately.
        home: The folder of sessions without a name.
        folder: Where pictures are kept.
    """
    from granview.store.recent_comparisons import recent_comparisons

    shown: list[RecentPicture] = []
    for recent in recent_comparisons(named, home):
        picture = QImage(str(_picture_path(folder, recent.path)))
        counts = (_count(picture.text(key)) for key in ("samples", "lanes"))
        shown.append(RecentPicture(recent, picture, *counts))
    return shown


def forget_gone(kept: Iterable[Path], folder: Path) -> None:
    """Remove the pictures of all comparisons but these: what the user cleared or deleted leaves nothing behind."""
    names = {_picture_path(folder, path).name for path in kept}
    for picture in folder.glob("*.png"):
        if picture.name not in names:
            picture.unlink(missing_ok=True)


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
    """Keeps the picture of the session that is open, once the user rests on a sample.

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
            signal.connect(self._on_changed)

    def _on_changed(self, *_: object) -> None:
        self._soon.start()

    def keep(self) -> None:
        """Keep the picture of the sample that is shown."""
        session, sample = self._document.session, self._model.samples.current
        if sample is None:
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
