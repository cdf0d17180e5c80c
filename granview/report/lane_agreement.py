"""How far lanes of one task agree with each other, sample by sample, with or without a reference."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from numpy.typing import NDArray

from granview.core.errors import SessionError
from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.scoring.agreement import Agreement
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord
from granview.tasks.base import TASKS, Task

Pair = tuple[str, str]
Counts = dict[Pair, NDArray[Any]]
OnProgress = Callable[[int, int], None]


@dataclass(frozen=True)
class ComparedLane:
    """A lane as it is compared with others: its name, its task, and the label set of its predictions."""

    name: str
    task: Task
    labels: LabelSet

    @classmethod
    def of(cls, record: LaneRecord) -> "ComparedLane":
        """A lane that has been loaded."""
        if record.facts is None:
            raise ValueError("only lanes that were loaded have predictions")
        return cls(record.name, TASKS.get(record.spec.task), record.facts.labels)


@dataclass(frozen=True)
class Agreements:
    """Agreement of every pair of lanes of one task.

    Attributes:
        by_sample: For each sample, the agreement of each pair of lanes that both have a prediction of it.
        overall: The agreement of each pair over all samples together.
    """

    by_sample: dict[str, dict[Pair, Agreement]]
    overall: dict[Pair, Agreement]


def agreements(session: SessionReader, on_progress: OnProgress | None = None) -> Agreements:
    """Compare the lanes' predictions; reads every one, so it takes a while for many samples.

    Args:
        session: Where the predictions are.
        on_progress: Told (done, total) samples.
    """
    lanes = [ComparedLane.of(lane) for lane in session.lanes() if lane.facts and lane.spec.task in TASKS]
    tasks = {lane.name: lane.task for lane in lanes}
    samples = [sample.name for sample in session.samples()]
    by_sample: dict[str, dict[Pair, Agreement]] = {}
    totals: Counts = {}
    for done, name in enumerate(samples):
        found = sample_counts(session, name, lanes)
        by_sample[name] = {pair: tasks[pair[0]].agreement(counts) for pair, counts in found.items()}
        for pair, counts in found.items():
            totals[pair] = totals[pair] + counts if pair in totals else counts
        if on_progress:
            on_progress(done + 1, len(samples))
    return Agreements(by_sample, {pair: tasks[pair[0]].agreement(counts) for pair, counts in totals.items()})


def sample_counts(session: SessionReader, sample: str, lanes: Sequence[ComparedLane]) -> Counts:
    """What the agreement of each pair on one sample is made of; pairs that cannot be compared are left out."""
    pairs = list(_pairs(lanes))
    needed = {lane.name for pair in pairs for lane in pair}
    predictions = {name: _prediction(session, sample, name) for name in needed}
    counts: Counts = {}
    for left, right in pairs:
        ours, theirs = predictions[left.name], predictions[right.name]
        if ours is not None and theirs is not None:
            found = left.task.agreement_counts(ours, left.labels, theirs, right.labels)
            if found is not None:
                counts[left.name, right.name] = found
    return counts


def _prediction(session: SessionReader, sample: str, lane: str) -> Prediction | None:
    """What a lane said; None too where that cannot be read, such as NaN that an earlier version took for an answer."""
    try:
        return session.prediction(sample, lane)
    except SessionError:
        return None


def _pairs(lanes: Sequence[ComparedLane]) -> Iterator[tuple[ComparedLane, ComparedLane]]:
    return ((left, right) for left, right in combinations(lanes, 2) if left.task is right.task)
