"""How far lanes agree with each other, sample by sample, with or without a reference."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from granview.core.label_map import LabelMap
from granview.scoring.agreement import Agreement, agreement, agreement_counts
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord

Pair = tuple[str, str]
OnProgress = Callable[[int, int], None]


@dataclass(frozen=True)
class Agreements:
    """Agreement of every pair of lanes.

    Attributes:
        by_sample: For each sample, the agreement of each pair of lanes that both have a prediction of it.
        overall: The agreement of each pair over all samples together.
    """

    by_sample: dict[str, dict[Pair, Agreement]]
    overall: dict[Pair, Agreement]


def agreements(session: SessionReader, on_progress: OnProgress | None = None) -> Agreements:
    """Compare the lanes' masks; reads every prediction, so it takes a while for many samples.

    Args:
        session: Where the predictions are.
        on_progress: Told (done, total) samples.
    """
    lanes = [lane for lane in session.lanes() if lane.facts is not None]
    samples = [sample.name for sample in session.samples()]
    by_sample: dict[str, dict[Pair, Agreement]] = {}
    totals: dict[Pair, NDArray[np.int64]] = {}
    for done, name in enumerate(samples):
        by_sample[name] = {}
        for pair, counts in _pairs(session, lanes, name):
            by_sample[name][pair] = agreement(counts)
            totals[pair] = totals[pair] + counts if pair in totals else counts
        if on_progress:
            on_progress(done + 1, len(samples))
    return Agreements(by_sample, {pair: agreement(counts) for pair, counts in totals.items()})


def _pairs(
    session: SessionReader, lanes: Sequence[LaneRecord], sample: str
) -> Iterator[tuple[Pair, NDArray[np.int64]]]:
    masks = {lane.name: session.prediction(sample, lane.name) for lane in lanes}
    for left, right in combinations(lanes, 2):
        ours, theirs = masks[left.name], masks[right.name]
        if isinstance(ours, LabelMap) and isinstance(theirs, LabelMap) and ours.size == theirs.size:
            yield (left.name, right.name), _counts(left, ours, right, theirs)


def _counts(left: LaneRecord, ours: LabelMap, right: LaneRecord, theirs: LabelMap) -> NDArray[np.int64]:
    if left.facts is None or right.facts is None:
        raise ValueError("only lanes that were loaded have predictions")
    return agreement_counts(ours.labels, left.facts.labels, theirs.labels, right.facts.labels)
