"""Reads the file of the picture that is shown once more, for its own values and what it says of the size of its px."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from granview.gui.background.jobs import Job, Jobs
from granview.gui.background.timers import once
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.picture_tone import PLAIN, Histogram, PictureSource, PictureTone, Tone
from granview.gui.session.document import Document
from granview.gui.session.sample_loader import SampleLoader
from granview.store.session import Session

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_KEY: Final = "picture-tone"
_KIND: Final = "image"
_REST_MS: Final = 400
_PARTS: Final = 256
_PERCENTILES: Final = (0.1, 1.0, 99.0, 99.9)
_SMALLEST_EDGE_PX: Final = 256
_MOST_COUNTED: Final = 1 << 19
"""Of more values, every nth is counted; the smallest and the largest are those of all."""


class SourceReader(QObject):
    """Follows the loader; keeps the choice of how pictures are shown in the session.

    Args:
        tone: Told of each picture's file.
        model: How pictures are given to models.
        loader: Which sample is shown.
        document: The open session.
        jobs: Threads that read files.
        parent: Its owner.
    """

    def __init__(
        self,
        tone: PictureTone,
        model: ComparisonModel,
        loader: SampleLoader,
        document: Document,
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._model = model
        self._loader = loader
        self._document = document
        self._jobs = jobs
        self._job: Job | None = None
        self._content: object | None = None
        self._kept = PLAIN
        self._keep_soon = once(self, _REST_MS, self._keep)
        loader.changed.connect(self._follow)
        document.replaced.connect(self._read_choice)
        tone.changed.connect(self._keep_soon.start)
        tone.page_changed.connect(self._read)
        self._read_choice()

    def _follow(self) -> None:
        """Read the file of another picture, once that is open."""
        content = self._loader.content
        if content is self._content:
            return
        self._content = content
        self._tone.show_page("")
        self._read()

    def _read(self) -> None:
        content, sample = self._content, self._loader.sample
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if sample is None or sample.kind != _KIND or content is None:
            self._tone.set_source(None, None)
            return
        shown: Any = content
        path, page, base = sample.path, self._tone.page, shown.levels[0].array
        self._job = self._jobs.start(lambda: read_picture_source(path, base, page), self._on_read, self._on_failed)

    def _on_read(self, source: PictureSource) -> None:
        self._job = None
        self._tone.set_source(source, self._model.params.image.range)

    def _on_failed(self, error: Exception) -> None:
        """The picture itself is shown: its file is only not known any better, and why is said."""
        self._job = None
        self._tone.set_source(None, None, str(error))

    def _read_choice(self) -> None:
        self._keep_soon.stop()
        self._document.read(lambda session: session.get_view(_KEY, Tone, PLAIN), self._on_choice)

    def _on_choice(self, tone: Tone) -> None:
        self._kept = tone
        self._tone.choose(tone)
        self._keep_soon.stop()

    def _keep(self) -> None:
        tone = self._tone.tone
        if tone != self._kept and not self._document.is_read_only:
            self._kept = tone
            self._document.write(lambda session: _write(session, tone))


def _write(session: Session, tone: Tone) -> None:
    session.set_view(_KEY, tone)


def read_picture_source(path: str, shown: "NDArray[np.uint8]", page: str = "") -> PictureSource:
    """Read a file for what is not shown of it; takes its time.

    Args:
        path: The sample's path.
        shown: (H, W, 4) blue, green, red, 255: what is shown of it at full size.
        page: The path of another page of the same file that is shown instead; empty: the sample's own.

    Raises:
        InputError: the file cannot be read, or the other page has another size.
    """
    from granview.core.errors import InputError
    from granview.gui.paint.toning import halves
    from granview.io.source_pixels import read_source

    pixels = read_source(Path(page or path), always=bool(page))
    values = pixels.values
    if values is not None and values.shape[:2] != shown.shape[:2]:
        if page:
            raise InputError(f"{Path(page).name} has another size than the page that the model gets.")
        values = None
    levels = [] if values is None else halves(values, _SMALLEST_EDGE_PX)
    basis = values if values is not None else shown[..., 2::-1][..., : len(pixels.channels) or 3]
    names = pixels.channels if values is not None or pixels.is_as_shown else ()
    return PictureSource(
        path,
        values,
        levels,
        names,
        pixels.full,
        pixels.is_as_shown,
        pixels.pixel_size,
        _histograms(basis, names or ("R", "G", "B")[: basis.shape[2]]),
    )


def _histograms(values: "NDArray[Any]", names: tuple[str, ...]) -> dict[str, Histogram]:
    """Of every channel, and, under an empty name, of all colours together: transparency is none."""
    colours = [place for place, name in enumerate(names) if name != "A"]
    each = {name: histogram_of(values[..., place]) for place, name in enumerate(names)}
    return {"": each[names[0]] if len(colours) == 1 else histogram_of(values[..., colours]), **each}


def histogram_of(values: "NDArray[Any]") -> Histogram:
    """How values are spread; what is no number is left out."""
    import numpy as np

    flat = values[np.isfinite(values)] if np.issubdtype(values.dtype, np.floating) else values.ravel()
    if not flat.size:
        return Histogram(np.zeros(_PARTS, np.int64), (0.0, 1.0), (0.0, 0.0, 1.0, 1.0))
    low, high = float(flat.min()), float(flat.max())
    flat = flat[:: -(-flat.size // _MOST_COUNTED)]
    counts, _ = np.histogram(flat, _PARTS, (low, high if high > low else low + 1))
    first, second, third, last = np.percentile(flat, _PERCENTILES).tolist()
    return Histogram(counts.astype(np.int64), (low, high), (first, second, third, last))
