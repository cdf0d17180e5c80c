"""How far lanes agree, sample by sample: computed when nothing runs, and only when it is wanted."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from statistics import fmean
from typing import Final

from PySide6.QtCore import QObject, Signal

from granview.core.label_map import LabelMap
from granview.core.labels import LabelSet
from granview.gui.background.jobs import Job
from granview.gui.background.timers import once
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.document import Document
from granview.gui.model.entries import Key
from granview.scoring.agreement import Agreement, agreement, agreement_counts
from granview.store.session import Session

Pair = tuple[str, str]
OfSample = Mapping[Pair, Agreement]

_AT_ONCE: Final = 4
_SMALL: Final = 500
_DELAY_MS: Final = 200


class AgreementBook(QObject):
    """Small comparisons are always kept up to date; large ones once somebody has said that it is wanted."""

    changed = Signal()

    def __init__(self, model: ComparisonModel, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._document = document
        self._found: dict[str, OfSample] = {}
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

    def disagreement(self, sample: str) -> float | None:
        """Part of the pixels to which lanes give different classes, 0 to 1, mean over the pairs; None if not known."""
        parts = [each.disagreement for each in self._found.get(sample, {}).values() if each.disagreement is not None]
        return fmean(parts) if parts else None

    def disagreements(self) -> dict[str, float]:
        """The same for every sample of which it is known."""
        found = {sample: self.disagreement(sample) for sample in self._found}
        return {sample: part for sample, part in found.items() if part is not None}

    def of_lanes(self) -> dict[str, float]:
        """Each lane's agreement with the others: mIoU of their masks, mean over samples and lanes."""
        values: dict[str, list[float]] = {}
        for of_sample in self._found.values():
            for pair, each in of_sample.items():
                for lane in pair if each.miou is not None else ():
                    values.setdefault(lane, []).append(each.miou or 0.0)
        return {lane: fmean(found) for lane, found in values.items() if lane in self._model.lanes}

    def _on_loaded(self) -> None:
        self._found.clear()
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
        self._job = self._document.report(lambda session: _agreements(session, wanted), self._on_found, self._on_failed)

    def _lanes_with_results(self, sample: str) -> list[tuple[str, LabelSet]]:
        lanes = self._model.lanes.all()
        rows = ((lane, self._model.row(sample, lane.name)) for lane in lanes if lane.facts is not None)
        return [(lane.name, lane.facts.labels) for lane, row in rows if row is not None and row.ok and lane.facts]

    def _on_found(self, found: Mapping[str, OfSample]) -> None:
        self._job = None
        self._found.update(found)
        if not self._dirty:
            self.changed.emit()
        self._schedule()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._document.failed.emit(error)
        self._schedule()


def _agreements(session: Session, wanted: Mapping[str, Sequence[tuple[str, LabelSet]]]) -> dict[str, OfSample]:
    return {sample: _of_sample(session, sample, lanes) for sample, lanes in wanted.items()}


def _of_sample(session: Session, sample: str, lanes: Sequence[tuple[str, LabelSet]]) -> OfSample:
    if len(lanes) < 2:
        return {}
    maps = {name: session.prediction(sample, name) for name, _ in lanes}
    found: dict[Pair, Agreement] = {}
    for (left, left_labels), (right, right_labels) in combinations(lanes, 2):
        ours, theirs = maps[left], maps[right]
        if isinstance(ours, LabelMap) and isinstance(theirs, LabelMap) and ours.size == theirs.size:
            found[left, right] = agreement(agreement_counts(ours.labels, left_labels, theirs.labels, right_labels))
    return found
