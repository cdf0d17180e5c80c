"""The first samples of a data set, with their references, decoded and read off the window's thread."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QGridLayout, QWidget

from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.sample import Sample
from granview.gui.background.jobs import Job, Jobs
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.dialogs.sample_preview import SamplePreview
from granview.gui.language.below import localized
from granview.gui.session.pictures import Thumbnails

_COLUMNS: Final = 3
_TEXT_CHARS: Final = 2000

Drawn = tuple[list[tuple[Prediction, LabelSet]], tuple[int, int], str] | str | None
"""References with the height and width of their picture, and why others cannot be drawn; words of a text; or None."""


class SamplePreviews(QWidget):
    """A grid of previews.

    Args:
        thumbnails: Pictures of the size of a preview.
        jobs: Threads that read references.
        parent: Its owner.

    Attributes:
        previews: What is shown, in order.
    """

    def __init__(self, thumbnails: Thumbnails, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._jobs = jobs
        self._background = BackgroundPool(QThreadPool.globalInstance())
        self._params = ImageParams()
        self._reading: list[Job] = []
        self.previews: list[SamplePreview] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)

    def show_samples(self, samples: Sequence[Sample]) -> None:
        """Show these; those that are shown already stay as they are."""
        if [preview.sample for preview in self.previews] == list(samples):
            return
        self.close_previews()
        for place, sample in enumerate(samples):
            preview = SamplePreview(sample, self._thumbnails, self._background)
            self.previews.append(preview)
            self._grid.addWidget(preview, *divmod(place, _COLUMNS))
        self._read()

    def set_params(self, params: ImageParams) -> None:
        """Read references so from now on."""
        if params != self._params:
            self._params = params
            self._read()

    def close_previews(self) -> None:
        """Show none any more, and read no further."""
        self._stop()
        for preview in self.previews:
            preview.close_reference()
            self._grid.removeWidget(preview)
            preview.hide()
            preview.deleteLater()
        self.previews.clear()

    def _stop(self) -> None:
        for job in self._reading:
            job.cancel()
        self._reading.clear()

    def _read(self) -> None:
        self._stop()
        for preview in self.previews:
            work = partial(drawn, preview.sample, self._params)
            done, failed = partial(_show, preview), partial(_show_error, preview)
            self._reading.append(self._jobs.start(work, done, failed))


def drawn(sample: Sample, params: ImageParams) -> Drawn:
    """What can be drawn of a sample: its references, masks first and objects over them, or the beginning of its text.

    Raises:
        InputError: it cannot be read.
    """
    from granview.io.mask_survey import frame_of
    from granview.io.reference_format import read_truth
    from granview.io.sample_kind import pictures
    from granview.io.text_reader import read_text

    is_picture = bool(pictures([sample]))
    if not is_picture and sample.text is None:
        return read_text(Path(sample.path), _TEXT_CHARS).text
    if not is_picture or sample.reference is None:
        return None
    frame = frame_of(Path(sample.path))
    if frame is None:
        raise InputError(f"{sample.filename} cannot be opened.")
    predictions, errors = [], []
    for reference in sample.references:
        try:
            prediction = read_truth(reference, frame, None, params).as_prediction()
        except InputError as error:
            errors.append(error)
            continue
        predictions += [] if prediction is None else [prediction]
    if errors and not predictions:
        raise errors[0]
    predictions.sort(key=lambda each: _is_of_objects(*each))
    trouble = str(errors[0]) if errors else ""
    return (predictions, (frame.height, frame.width), trouble) if predictions else None


def _is_of_objects(prediction: Prediction, labels: LabelSet) -> bool:
    """Whether a reference marks things here and there, so that it can be seen over one of every pixel."""
    amounts = prediction.class_amounts(labels)
    return amounts is not None and amounts.measure == "count"


def _show(preview: SamplePreview, drawn: Drawn) -> None:
    if isinstance(drawn, str):
        preview.show_text(drawn)
    elif drawn is not None:
        preview.show_references(*drawn)


def _show_error(preview: SamplePreview, error: Exception) -> None:
    preview.show_error(localized(str(error)))
