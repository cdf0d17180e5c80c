"""How far lanes agree, sample by sample: computed when nothing runs, and only when it is wanted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any, Final

from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from granview.gui.background.jobs import Job
from granview.gui.background.timers import once
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Key, Lane
from granview.gui.session.document import Document
from granview.report.lane_agreement import ComparedLane, Pair, sample_counts
from granview.store.session import Session
from granview.tasks.base import TASKS


@dataclass(frozen=True)
class OfPair:
    """Two lanes on one sample: what their agreement is made of, and the part on which they differ, 0 to 1."""

    counts: NDArray[Any]
    disagreement: float | None


OfSample = Mapping[Pair, OfPair]

_AT_ONCE: Final = 4
_SMALL: Final = 500
_DELAY_MS: Final = 200


class LaneAgreements(QObject):
    """Small comparisons are always kept up to date; large ones once somebody has said that it is wanted."""

    changed = Signal()

    def __init__(self, model: ComparisonModel, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._document = document
        self._by_sample: dict[str, OfSample] = {}
        self._totals: dict[Pair, NDArray[Any]] = {}
        self._dirty: dict[str, None] = {}
        self._wanted = False
        self._job: Job | None = None
        self._soon = once(self, _DELAY_MS, self._work)
        model.rows_changed.connect(self._on_rows_changed)
        model.lanes.lane_changed.connect(lambda _: self._schedule())
        model.loaded.connect(self._on_loaded)

    def want(self) -> None:
        """Compute it for a large comparison too."""
        self._wanted = True
        self._schedule()

    def disagreements(self) -> dict[str, dict[str, float]]:
        """By sample and task, the part on which its lanes differ, 0 to 1, such as of the pixels; the mean of pairs."""
        found = {sample: self._by_task(of_sample) for sample, of_sample in self._by_sample.items()}
        return {sample: parts for sample, parts in found.items() if parts}

    def _by_task(self, of_sample: OfSample) -> dict[str, float]:
        parts: dict[str, list[float]] = {}
        for pair, of_pair in of_sample.items():
            left = self._model.lanes.get(pair[0])
            if of_pair.disagreement is not None and left is not None and self._is_here(pair):
                parts.setdefault(left.spec.task, []).append(of_pair.disagreement)
        return {task: fmean(known) for task, known in parts.items()}

    def of_lanes(self) -> dict[str, float]:
        """Each lane's agreement with the others of its task over all samples, in the task's measure; their mean."""
        values: dict[str, list[float]] = {}
        for pair, counts in self._totals.items():
            left = self._model.lanes.get(pair[0])
            is_known = left is not None and left.spec.task in TASKS and self._is_here(pair)
            value = TASKS.get(left.spec.task).agreement(counts).value if left and is_known else None
            for lane in pair if value is not None else ():
                values.setdefault(lane, []).append(value or 0.0)
        return {lane: fmean(found) for lane, found in values.items()}

    def _is_here(self, pair: Pair) -> bool:
        return all(lane in self._model.lanes for lane in pair)

    def _on_loaded(self) -> None:
        self._by_sample.clear()
        self._totals.clear()
        self._wanted = False

    def _on_rows_changed(self, keys: frozenset[Key]) -> None:
        for sample, _ in keys:
            self._dirty[sample] = None
        self._schedule()

    def _schedule(self) -> None:
        small = len(self._model.samples) <= _SMALL
        if self._dirty and self._job is None and (small or self._wanted) and not self._model.lanes.is_running:
            self._soon.start()

    def _work(self) -> None:
        if self._job is not None or self._model.lanes.is_running:
            return
        batch = list(self._dirty)[:_AT_ONCE]
        for sample in batch:
            del self._dirty[sample]
        wanted = {sample: self._lanes_with_results(sample) for sample in batch}
        self._job = self._document.report(lambda session: _compare(session, wanted), self._on_compared, self._on_failed)

    def _lanes_with_results(self, sample: str) -> list[ComparedLane]:
        lanes = ((lane, self._model.row(sample, lane.name)) for lane in self._model.lanes.all())
        said = (_compared(lane) for lane, row in lanes if row is not None and row.ok)
        return [lane for lane in said if lane is not None]

    def _on_compared(self, compared: Mapping[str, OfSample]) -> None:
        self._job = None
        for sample, of_sample in compared.items():
            self._replace(sample, of_sample)
        if not self._dirty:
            self.changed.emit()
        self._schedule()

    def _replace(self, sample: str, compared: OfSample) -> None:
        """Put a sample's counts in the place of those that it had, in the totals too."""
        for pair, old in self._by_sample.get(sample, {}).items():
            if old.counts.shape == self._totals[pair].shape:
                self._totals[pair] = self._totals[pair] - old.counts
        for pair, new in compared.items():
            total = self._totals.get(pair)
            restarts = total is None or total.shape != new.counts.shape  # The lane's classes are no longer the same.
            self._totals[pair] = new.counts if total is None or restarts else total + new.counts
        self._by_sample[sample] = compared

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._document.failed.emit(error)
        self._schedule()


def _compared(lane: Lane) -> ComparedLane | None:
    """None for a lane that was never loaded, or whose task this version does not know."""
    if lane.facts is None or lane.takes is None:
        return None
    return ComparedLane(lane.name, TASKS.get(lane.spec.task), lane.facts.labels)


def _compare(session: Session, wanted: Mapping[str, Sequence[ComparedLane]]) -> dict[str, OfSample]:
    return {sample: _of_sample(session, sample, lanes) for sample, lanes in wanted.items()}


def _of_sample(session: Session, sample: str, lanes: Sequence[ComparedLane]) -> OfSample:
    tasks = {lane.name: lane.task for lane in lanes}
    found = sample_counts(session, sample, lanes)
    return {pair: OfPair(counts, tasks[pair[0]].agreement(counts).disagreement) for pair, counts in found.items()}
