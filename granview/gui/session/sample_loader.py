"""What the sample that is shown needs, opened off the window's thread: content, reference, predictions.

The latest sample wins: answers for another one are dropped.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.sample import Reference, Sample
from granview.core.sample_kind import Kind
from granview.gui.background.jobs import Job
from granview.gui.model.compared_lanes import compares_with, wanted_truths
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Key
from granview.gui.session.document import Document
from granview.gui.session.pictures import Pictures
from granview.gui.session.prediction_cache import PredictionCache
from granview.gui.session.sample_opener import Opened, OpenedKind, OpenerContext, SampleOpener

if TYPE_CHECKING:
    from granview.core.text import TextReference
    from granview.core.truth import Truth

T = TypeVar("T")


class SampleLoader(QObject):
    """Follows the model's current sample and its results.

    Attributes are None or empty until what they hold has been opened.

    Args:
        model: Which sample is shown, and its results.
        document: The open session.
        pictures: The decoder of pictures.
        kind_of: What each kind of samples is opened by.
        parent: Its owner.

    Attributes:
        sample: The sample that everything here belongs to.
        content: What its kind's cells show: a picture, a text.
        error: Why there is no content, in words.
        notices: What must be known of how the content was read.
        reference: The ground truth that was read from a file.
        reference_prediction: What a lane would have to say to be right, where that can be drawn as lanes' own is.
        reference_labels: The classes of ``reference_prediction``.
        reference_text: What is known to be true of a text.
        references_besides: Those that lanes are compared with while another one is shown.
        reference_error: Why there is no ground truth, in words.
        predictions: What the lanes say.
        prediction_errors: Why there is no prediction of a lane that has one in the session, in words.
        partials: What lanes that are writing have written so far.
    """

    changed = Signal()

    def __init__(
        self,
        model: ComparisonModel,
        document: Document,
        pictures: Pictures,
        kind_of: Callable[[Kind], OpenedKind],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind_of = kind_of
        self._model = model
        self._document = document
        self._cache = PredictionCache()
        self._context = OpenerContext(document, pictures, lambda: model.params)
        self._openers: dict[Kind, SampleOpener | None] = {}
        self._opener: SampleOpener | None = None
        self._opening = 0
        self._read_as = model.params
        self._jobs: dict[str, Job] = {}
        self._reference_job: Job | None = None
        self._reference_for: tuple[tuple[str, LabelSet | None], ...] = ()
        self._begin(None)
        model.samples.current_changed.connect(self._on_current_changed)
        model.rows_changed.connect(self._on_rows_changed)
        model.partial_arrived.connect(self._on_partial)
        model.params_changed.connect(self._on_params_changed)
        model.lanes.changed.connect(self._on_lanes_changed)
        model.lanes.lane_changed.connect(self._on_lanes_changed)
        document.replaced.connect(self._cache.clear)

    @property
    def is_complete(self) -> bool:
        """Whether nothing more of the current sample is awaited."""
        if self.sample is None:
            return True
        opened = self.content is not None or bool(self.error)
        return opened and not self._jobs and self._reference_job is None

    def labels_of(self, lane: str) -> LabelSet | None:
        """The classes of a lane's predictions; None while its model has never been loaded."""
        known = self._model.lanes.get(lane)
        return known.facts.labels if known is not None and known.facts is not None else None

    def close(self) -> None:
        """Let go of what is open; ask for nothing more."""
        self._begin(None)

    def _begin(self, sample: Sample | None) -> None:
        for job in (*self._jobs.values(), self._reference_job):
            if job is not None:
                job.cancel()
        self._jobs.clear()
        if self._opener is not None:
            self._opener.cancel()
        self._opening += 1
        self._opener = self._reference_job = None
        self.sample = sample
        self.content: object | None = None
        self.error = ""
        self.notices: tuple[str, ...] = ()
        self._forget_reference()
        known = None if sample is None else sample.reference
        self.reference_text: TextReference | None = None if known is None else known.text
        self.predictions: Mapping[str, Prediction] = {}
        self.prediction_errors: Mapping[str, str] = {}
        self.partials: Mapping[str, str] = {}

    def _forget_reference(self) -> None:
        self.reference: Truth | None = None
        self.reference_prediction: Prediction | None = None
        self.reference_labels: LabelSet | None = None
        self.references_besides: tuple[Reference, ...] = ()
        self.reference_error = ""

    def _on_current_changed(self) -> None:
        sample = self._model.samples.current
        self._begin(sample)
        if sample is not None:
            self._open(sample)
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
        """Open sample and reference anew where they are read in another way now."""
        before, self._read_as = self._read_as, self._model.params
        if before.of_task != self._read_as.of_task or (
            self._opener is not None and self._opener.reads_otherwise(before, self._read_as)
        ):
            self._on_current_changed()

    def _on_lanes_changed(self, *_: object) -> None:
        """Read the reference anew where lanes of other tasks, or of other classes, are compared with it now."""
        if self.sample is None or self.content is None or self._reference_for == self._compared_lanes():
            return
        if self._reference_job is not None:
            self._reference_job.cancel()
            self._reference_job = None
        self._forget_reference()
        self._read_reference(self.sample, self.content)
        self.changed.emit()

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

    def _on_prediction(self, key: Key, prediction: Prediction | None) -> None:
        self._jobs.pop(key[1], None)
        if prediction is not None:
            self._cache.put(key, prediction)
            self._keep(key[1], prediction)
        self.changed.emit()

    def _keep(self, lane: str, prediction: Prediction) -> None:
        """Hold what a lane says in the end, in place of what it had written so far."""
        self.predictions = {**self.predictions, lane: prediction}
        self.partials = _without(self.partials, lane)

    def _open(self, sample: Sample) -> None:
        self._opener = self._opener_of(sample.kind)
        if self._opener is None:
            words = self.tr("This version of GranView shows no {samples}.")
            self.error = words.format(samples=self._kind_of(sample.kind).plural())
            return
        opening = self._opening
        self._opener.open(
            sample,
            lambda opened: self._on_opened(sample, opened) if opening == self._opening else None,
            lambda error: self._on_open_failed(error) if opening == self._opening else None,
        )

    def _opener_of(self, kind: Kind) -> SampleOpener | None:
        if kind not in self._openers:
            self._openers[kind] = self._kind_of(kind).new_opener(self._context)
        return self._openers[kind]

    def _on_opened(self, sample: Sample, opened: Opened) -> None:
        self.content, self.notices = opened.content, opened.notices
        self._read_reference(sample, opened.content)
        self.changed.emit()

    def _compared_lanes(self) -> tuple[tuple[str, LabelSet | None], ...]:
        """Task and classes of each lane: which reference is shown, as what, and how its values are named."""
        return tuple((lane.spec.task, self.labels_of(lane.name)) for lane in self._model.lanes.all())

    def _read_reference(self, sample: Sample, content: object) -> None:
        from granview.io.own_reference import first_own_reference
        from granview.io.shown_reference import references_besides, shown_reference

        self._reference_for = self._compared_lanes()
        lanes = self._model.lanes.all()
        wanted_types = wanted_truths(lanes)
        own = first_own_reference(sample, (lane.spec.task for lane in lanes), self._model.params)
        given = shown_reference(sample, wanted_types) if sample.references else None
        shown = given if own is None else (own, None)
        if shown is not None and self._opener is not None:
            reference, wanted = shown
            self.references_besides = references_besides(sample, reference, wanted_types)
            self._reference_job = self._opener.read_reference(
                reference,
                content,
                self._by_index(reference, wanted),
                wanted,
                self._on_reference,
                self._on_reference_failed,
            )

    def _on_open_failed(self, error: Exception) -> None:
        self.error = str(error)
        self.changed.emit()

    def _by_index(self, reference: Reference, wanted: "type[Truth] | None") -> LabelSet | None:
        """The first classes that are known of any lane that is compared with references of this type."""
        from granview.io.reference_format import truth_type_of

        if not reference.path or reference.text is not None:
            return None
        truth_type = truth_type_of(reference, wanted)
        lanes = (lane.name for lane in self._model.lanes.all() if compares_with(lane, truth_type))
        known = map(self.labels_of, lanes)
        return next((labels for labels in known if labels is not None), None)

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
