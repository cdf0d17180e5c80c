"""What the sample that is shown needs, opened off the window's thread: picture or text, reference, predictions.

The latest sample wins: answers for another one are dropped.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from granview.core.errors import InputError
from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.sample import Reference, Sample
from granview.core.sample_kind import Kind
from granview.gui.background.jobs import Job
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Key
from granview.gui.session.document import Document
from granview.gui.session.pictures import Pictures
from granview.gui.session.prediction_cache import PredictionCache
from granview.store.session import Session

if TYPE_CHECKING:
    from granview.core.text import TextReference
    from granview.core.truth import Truth
    from granview.engine.picture_server import SharedPicture
    from granview.gui.model.opened_text import OpenedText

T = TypeVar("T")


class SampleLoader(QObject):
    """Follows the model's current sample and its results.

    Attributes are None or empty until what they hold has been opened.

    Attributes:
        sample: The sample that everything here belongs to.
        picture: Its picture, where it is an image.
        picture_error: Why there is no picture, in words.
        text: Its text, where it is one.
        text_error: Why there is no text, in words.
        reference: The ground truth that was read from a file.
        reference_prediction: What a lane would have to say to be right, where that can be drawn as lanes' own is.
        reference_labels: The classes of ``reference_prediction``.
        reference_text: What is known to be true of a text.
        reference_error: Why there is no ground truth, in words.
        predictions: What the lanes say.
        prediction_errors: Why there is no prediction of a lane that has one in the session, in words.
        partials: What lanes that are writing have written so far.
    """

    changed = Signal()

    def __init__(
        self, model: ComparisonModel, document: Document, pictures: Pictures, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._document = document
        self._pictures = pictures
        self._cache = PredictionCache()
        self._read_as = model.params.image
        self._jobs: dict[str, Job] = {}
        self._reference_job: Job | None = None
        self._text_job: Job | None = None
        self._begin(None)
        model.samples.current_changed.connect(self._on_current_changed)
        model.rows_changed.connect(self._on_rows_changed)
        model.partial_arrived.connect(self._on_partial)
        model.params_changed.connect(self._on_params_changed)
        document.replaced.connect(self._cache.clear)

    @property
    def picture_notices(self) -> tuple[str, ...]:
        """What must be known of how the picture was read."""
        return () if self.picture is None else self.picture.notices

    @property
    def is_complete(self) -> bool:
        """Whether nothing more of the current sample is awaited."""
        if self.sample is None:
            return True
        opened = self.picture is not None or self.text is not None or bool(self.picture_error or self.text_error)
        return opened and not self._jobs and self._reference_job is None

    def labels_of(self, lane: str) -> LabelSet | None:
        """The classes of a lane's predictions; None while its model has never been loaded."""
        known = self._model.lanes.get(lane)
        return known.facts.labels if known is not None and known.facts is not None else None

    def close(self) -> None:
        """Let go of picture and text; ask for nothing more."""
        self._begin(None)

    def _begin(self, sample: Sample | None) -> None:
        for job in (*self._jobs.values(), self._reference_job, self._text_job):
            if job is not None:
                job.cancel()
        self._jobs.clear()
        self._reference_job = self._text_job = None
        self.sample = sample
        self.picture: SharedPicture | None = None
        self.picture_error = ""
        self.text: OpenedText | None = None
        self.text_error = ""
        self.reference: Truth | None = None
        self.reference_prediction: Prediction | None = None
        self.reference_labels: LabelSet | None = None
        self.reference_text: TextReference | None = None
        self.reference_error = ""
        self.predictions: Mapping[str, Prediction] = {}
        self.prediction_errors: Mapping[str, str] = {}
        self.partials: Mapping[str, str] = {}

    def _on_current_changed(self) -> None:
        sample = self._model.samples.current
        self._begin(sample)
        if sample is not None:
            ways: Mapping[Kind, Callable[[Sample], None]] = {"image": self._open_picture, "text": self._open_text}
            ways[sample.kind](sample)
            self._load_predictions(self._model.lanes.names())
        self.changed.emit()

    def _on_rows_changed(self, keys: frozenset[Key]) -> None:
        for key in keys:
            self._cache.drop(key)
        lanes = [lane for name, lane in keys if self.sample is not None and name == self.sample.name]
        if lanes:
            self._load_predictions(lanes)
            self.changed.emit()

    def _on_params_changed(self) -> None:
        """Open picture and reference anew where they are read in another way now."""
        before, self._read_as = self._read_as, self._model.params.image
        if before != self._read_as and self.sample is not None and self.sample.kind == "image":
            self._on_current_changed()

    def _on_partial(self, lane: str, sample: str, text: str) -> None:
        if self.sample is not None and sample == self.sample.name:
            self.partials = {**self.partials, lane: text}
            self.changed.emit()

    def _load_predictions(self, lanes: Iterable[str]) -> None:
        if self.sample is None:
            return
        for lane in lanes:
            row = self._model.row(self.sample.name, lane)
            cached = self._cache.get((self.sample.name, lane))
            if row is None or not row.ok:
                self.predictions = _without(self.predictions, lane)
                self.partials = _without(self.partials, lane)
            elif cached is not None:
                self._keep(lane, cached)
            else:
                self._read_prediction(self.sample.name, lane)

    def _read_prediction(self, sample: str, lane: str) -> None:
        if lane in self._jobs:
            self._jobs[lane].cancel()
        self.prediction_errors = _without(self.prediction_errors, lane)
        self._jobs[lane] = self._document.read(
            lambda session: session.prediction(sample, lane),
            partial(self._on_prediction, (sample, lane)),
            partial(self._on_prediction_failed, lane),
        )

    def _on_prediction_failed(self, lane: str, error: Exception) -> None:
        """It is damaged in the session: its cell and the log say so."""
        self._jobs.pop(lane, None)
        self.prediction_errors = {**self.prediction_errors, lane: str(error)}
        self._document.failed.emit(error)
        self.changed.emit()

    def _on_prediction(self, key: Key, said: Prediction | None) -> None:
        self._jobs.pop(key[1], None)
        if said is not None:
            self._cache.put(key, said)
            self._keep(key[1], said)
        self.changed.emit()

    def _keep(self, lane: str, said: Prediction) -> None:
        """Hold what a lane says in the end, in place of what it had written so far."""
        self.predictions = {**self.predictions, lane: said}
        self.partials = _without(self.partials, lane)

    def _open_text(self, sample: Sample) -> None:
        self.reference_text = None if sample.reference is None else sample.reference.text

        def read(_: Session) -> "OpenedText":
            from granview.gui.model.opened_text import open_text

            return open_text(sample)

        self._text_job = self._document.read(read, self._on_text, self._on_text_failed)

    def _on_text(self, opened: "OpenedText") -> None:
        self._text_job = None
        self.text = opened
        self.changed.emit()

    def _on_text_failed(self, error: Exception) -> None:
        self._text_job = None
        self.text_error = str(error)
        self.changed.emit()

    def _open_picture(self, sample: Sample) -> None:
        self._pictures.open(Path(sample.path), partial(self._on_picture, sample), self._model.params.image.range)

    def _on_picture(self, sample: Sample, answer: "SharedPicture | InputError") -> None:
        if isinstance(answer, InputError):
            self.picture_error = str(answer)
        else:
            self.picture = answer
            if sample.reference is not None:
                self._read_reference(sample.reference, answer)
        self.changed.emit()

    def _read_reference(self, reference: Reference, picture: "SharedPicture") -> None:
        params = self._model.params.image
        known = (self.labels_of(lane) for lane in self._model.lanes.names())
        by_index = next((labels for labels in known if labels is not None), None)

        def read(_: Session) -> "Truth":
            from granview.io.orientation import Frame
            from granview.io.reference_masks import read_reference

            frame = Frame(picture.height, picture.width, picture.orientation)
            return read_reference(Path(reference.path), frame, by_index, params)

        self._reference_job = self._document.read(read, self._on_reference, self._on_reference_failed)

    def _on_reference(self, reference: "Truth") -> None:
        self._reference_job = None
        self.reference = reference
        self.reference_prediction, self.reference_labels = reference.as_prediction() or (None, None)
        self.changed.emit()

    def _on_reference_failed(self, error: Exception) -> None:
        self._reference_job = None
        self.reference_error = str(error)
        self.changed.emit()


def _without(held: Mapping[str, T], lane: str) -> Mapping[str, T]:
    return {name: found for name, found in held.items() if name != lane}
