"""What the window knows: samples, lanes, a light row per result, and which lane is for which sample.

It knows no widgets, no files, no processes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from granview.core.events import (
    CostMeasured,
    Event,
    LaneChanged,
    LaneProgress,
    LaneReady,
    PartialArrived,
    ResultArrived,
    SampleFailed,
)
from granview.core.lane import LaneSpec
from granview.core.prompt import ObjectPrompt
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.core.task_trait import traits_of
from granview.gui.model.lane_list import LaneList
from granview.gui.model.lanes_and_rows import Key, Lane, Row, Snapshot
from granview.gui.model.sample_list import SampleList
from granview.tasks.tasks_of_sample import tasks_for


def lanes_for(sample: Sample, lanes: Iterable[Lane]) -> list[Lane]:
    """The lanes that run a sample."""
    known = list(lanes)
    tasks = tasks_for(sample, {lane.spec.task for lane in known})
    return [lane for lane in known if lane.spec.task in tasks]


def samples_for(lane: Lane, samples: Sequence[Sample], lanes: Sequence[Lane]) -> list[Sample]:
    """The samples that a lane runs, beside the other lanes."""
    tasks = {each.spec.task for each in lanes}
    return [sample for sample in samples if lane.spec.task in tasks_for(sample, tasks)]


class ComparisonModel(QObject):
    """The state that all panels show. Commands change it; the engine's events change it through ``apply`` alone.

    Attributes:
        samples: The samples.
        lanes: The lanes.
    """

    rows_changed = Signal(object)
    """``frozenset[Key]`` of the results that are new, stale or gone."""

    partial_arrived = Signal(str, str, str)
    """Lane, sample, and all that the lane has written about it so far; its result follows."""

    params_changed = Signal()
    loaded = Signal()
    """Another session's content is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.samples = SampleList(self)
        self.lanes = LaneList(self)
        self._rows: dict[Key, Row] = {}
        self._params = RunParams()
        self._submitted = self._outdated = 0

    @property
    def params(self) -> RunParams:
        """What the next run computes."""
        return self._params

    @property
    def has_results(self) -> bool:
        """Whether any lane has said anything about any sample."""
        return bool(self._rows)

    def row(self, sample: str, lane: str) -> Row | None:
        """The result of a lane on a sample; None while there is none."""
        return self._rows.get((sample, lane))

    def load(self, snapshot: Snapshot) -> None:
        """Show another session."""
        self._rows = dict(snapshot.rows)
        self._params = snapshot.params
        self._submitted = self._outdated = 0
        self.lanes.load(snapshot.lanes, snapshot.place.colors)
        self.samples.load(snapshot.samples, snapshot.place.sample)
        self.params_changed.emit()
        self.rows_changed.emit(frozenset(self._rows))
        self.loaded.emit()

    def announce(self) -> None:
        """Tell all of it again, to those who came later."""
        self.lanes.changed.emit()
        self.samples.announce()
        self.params_changed.emit()
        self.rows_changed.emit(frozenset(self._rows))

    def add_lanes(self, specs: Sequence[LaneSpec]) -> None:
        """Add lanes on the right."""
        self.lanes.add(specs)

    def remove_lane(self, name: str) -> None:
        """Remove a lane and its results."""
        self.lanes.remove(name)
        self._forget(key for key in tuple(self._rows) if key[1] == name)

    def remove_samples(self, names: Iterable[str]) -> None:
        """Remove samples and their results."""
        gone = frozenset(names)
        self.samples.remove(gone)
        self._forget(key for key in tuple(self._rows) if key[0] in gone)

    def restore_samples(self, names: Iterable[str], snapshot: Snapshot) -> None:
        """Let samples that were removed be there again, as a session holds them now, in its order."""
        wanted = frozenset(names)
        self.samples.restore([each for each in snapshot.samples if each.name in wanted], snapshot.samples)
        self.refresh(snapshot)

    def restore_lanes(self, places: Mapping[str, int], order: Sequence[str], snapshot: Snapshot) -> None:
        """Let lanes that were removed be there again, as a session holds them now.

        Args:
            places: Which lane colours they had, by name.
            order: In which order the lanes stood.
            snapshot: What the session holds.
        """
        self.lanes.restore([each for each in snapshot.lanes if each[0].name in places], places)
        self.lanes.arrange(order)
        self.refresh(snapshot)

    def restore_references(self, snapshot: Snapshot) -> None:
        """Let samples have the references that a session says; results are as it holds them."""
        for sample in snapshot.samples:
            self.set_reference(sample.name, sample.reference, sample.more_references)
        self.refresh(snapshot)

    def refresh(self, snapshot: Snapshot) -> None:
        """Take results over from a session, stale or not; those that are newer here stay."""
        changed = set()
        for key, row in snapshot.rows:
            known = self._rows.get(key)
            if key[0] not in self.samples or key[1] not in self.lanes or (known is not None and known.is_current):
                continue
            self._rows[key] = row if known is None else replace(row, request_id=known.request_id)
            changed.add(key)
        if changed:
            self.rows_changed.emit(frozenset(changed))

    def set_reference(self, name: str, reference: Reference | None, more: tuple[Reference, ...] = ()) -> None:
        """Give a sample another ground truth; its results are stale from then on."""
        sample = self.samples.get(name)
        if sample is None or (sample.reference, sample.more_references) == (reference, more):
            return
        self.samples.set_reference(name, reference, more)
        self.mark_stale(key for key in self._rows if key[0] == name)

    def set_prompts(self, name: str, prompts: tuple[ObjectPrompt, ...]) -> None:
        """Say what models that are prompted are asked to outline in a sample; what they said of it is stale."""
        sample = self.samples.get(name)
        if sample is None or sample.prompts == prompts:
            return
        self.samples.set_prompts(name, prompts)
        prompted = {lane.name for lane in self.lanes.all() if traits_of(lane.spec.task).takes_prompts}
        self.mark_stale(key for key in self._rows if key[0] == name and key[1] in prompted)

    def set_params(self, params: RunParams) -> None:
        """Compute something else from the next run on; all results are stale."""
        if params != self._params:
            self._params = params
            self._outdated = self._submitted
            self.params_changed.emit()
            self.mark_stale(self._rows)

    def note_submitted(self, request_ids: Sequence[int], params: RunParams) -> None:
        """Take note of requests that a lane was given; once the parameters are others, their results are stale."""
        self._submitted = max((self._submitted, *request_ids))
        if params != self._params:
            self._outdated = self._submitted

    def mark_stale(self, keys: Iterable[Key]) -> None:
        """Say that results are to be computed again."""
        stale = frozenset(keys)
        for key in stale:
            self._rows[key] = replace(self._rows[key], stale=True)
        if stale:
            self.rows_changed.emit(stale)

    def lanes_of(self, sample: Sample) -> list[Lane]:
        """The lanes that a sample is for, see ``assignment``, and those that have run it already; left to right."""
        lanes = self.lanes.all()
        fitting = {lane.name for lane in lanes_for(sample, lanes)}
        return [lane for lane in lanes if lane.name in fitting or (sample.name, lane.name) in self._rows]

    def samples_of(self, lane: str) -> list[Sample]:
        """The samples that are for a lane, the one shown first."""
        known = self.lanes.get(lane)
        return [] if known is None else samples_for(known, self.samples.from_current(), self.lanes.all())

    def missing(self, lane: str) -> list[Sample]:
        """Samples for the lane of which it has no up-to-date result, the one shown first."""
        return [sample for sample in self.samples_of(lane) if not self._is_current(sample.name, lane)]

    def apply(self, events: Sequence[Event]) -> None:
        """Take over what the engine said."""
        of_lanes = [e for e in events if isinstance(e, LaneChanged | LaneReady | LaneProgress | CostMeasured)]
        self.lanes.apply(of_lanes)
        keys = {self._keep(event) for event in events if isinstance(event, ResultArrived | SampleFailed)}
        arrived = frozenset(key for key in keys if key is not None)
        if arrived:
            self.rows_changed.emit(arrived)
        self._tell_partials([event for event in events if isinstance(event, PartialArrived)])

    def _tell_partials(self, events: Sequence[PartialArrived]) -> None:
        """Tell the newest text of each sample and lane, unless its result is here already."""
        newest = {(event.sample, event.lane): event for event in events}
        for (sample, lane), event in newest.items():
            row = self._rows.get((sample, lane))
            if (row is None or row.request_id < event.request_id) and sample in self.samples and lane in self.lanes:
                self.partial_arrived.emit(lane, sample, event.text)

    def _is_current(self, sample: str, lane: str) -> bool:
        row = self._rows.get((sample, lane))
        return row is not None and row.is_current

    def _forget(self, keys: Iterable[Key]) -> None:
        gone = frozenset(keys)
        for key in gone:
            del self._rows[key]
        if gone:
            self.rows_changed.emit(gone)

    def _keep(self, event: ResultArrived | SampleFailed) -> Key | None:
        """Take a result over unless it is late; its key, or None."""
        about = event.result if isinstance(event, ResultArrived) else event.failure
        key = (about.sample.name, event.lane)
        sample = self.samples.get(about.sample.name)
        known = self._rows.get(key)
        late = known is not None and known.request_id > about.request_id
        if sample is None or sample.origin != about.sample.origin or event.lane not in self.lanes or late:
            return None
        is_stale = about.request_id <= self._outdated or self._is_asked_otherwise(sample, about.sample, event.lane)
        self._rows[key] = replace(_row(event), class_edits=self._params.class_edits, stale=is_stale)
        return key

    def _is_asked_otherwise(self, now: Sample, then: Sample, lane: str) -> bool:
        """Whether a sample has other references by now, or other prompts where the lane is prompted."""
        known = self.lanes.get(lane)
        is_prompted = known is not None and traits_of(known.spec.task).takes_prompts
        return _truths(now) != _truths(then) or (is_prompted and now.prompts != then.prompts)


def _row(event: ResultArrived | SampleFailed) -> Row:
    if isinstance(event, SampleFailed):
        failure = event.failure
        return Row(False, failure.request_id, error=failure.error, hint=failure.hint)
    result = event.result
    return Row(
        True,
        result.request_id,
        timing=result.timing,
        notices=result.notices,
        class_map=result.class_map,
        scored_labels=result.reference_labels,
    )


def _truths(sample: Sample) -> list[tuple[object, ...]]:
    """The references without the hashes, which are known only once the files were read."""
    return [(one.path, one.record, one.text) for one in sample.references]
