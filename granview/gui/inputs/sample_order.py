"""In which order samples are listed: as added, by name, by their mean score, by how much lanes differ."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any, Final

from granview.core.sample import Sample
from granview.report.session_contents import SessionContents
from granview.store.session import Session
from granview.tasks.base import Metrics, Task, finite_metrics


@dataclass(frozen=True)
class Rank:
    """By what samples can be sorted, besides their names.

    Attributes:
        score: The lanes' mean score, 0 to 1; None where none was scored.
        disagreement: Part of the pixels on which lanes differ, 0 to 1; None with fewer than two predictions.
    """

    score: float | None = None
    disagreement: float | None = None


_NO_RANK: Final = Rank()


def in_order(order: str, samples: Sequence[Sample], ranks: Mapping[str, Rank]) -> list[Sample]:
    """Samples in one of the orders of ``ORDERS``; those that compare alike stay as they were.

    Args:
        order: Key of the order.
        samples: As they were added.
        ranks: By the name of the sample; those without any come last.
    """
    key = ORDERS[order]
    return sorted(samples, key=lambda sample: key(sample, ranks.get(sample.name, _NO_RANK)))


def _rising(value: float | None) -> tuple[bool, float]:
    return (value is None, 0.0 if value is None else value)


def _falling(value: float | None) -> tuple[bool, float]:
    return (value is None, 0.0 if value is None else -value)


ORDERS: Final[Mapping[str, Callable[[Sample, Rank], Any]]] = {
    "added": lambda _sample, _rank: 0,
    "name": lambda sample, _rank: sample.name.casefold(),
    "score": lambda _sample, rank: _rising(rank.score),
    "disagreement": lambda _sample, rank: _falling(rank.disagreement),
}
"""What samples are sorted by; None comes last."""


def read_scores(session: Session) -> Mapping[str, float]:
    """Mean of the lanes' headline metrics, 0 to 1, by sample; samples without a score are left out."""
    contents = SessionContents.read(session)
    scores: dict[str, list[float]] = {}
    for row in contents.results.values():
        task = contents.tasks.get(row.lane)
        score = (
            headline_score(task, finite_metrics(task, row.unpacked_statistics(task))) if task and row.scored else None
        )
        if score is not None:
            scores.setdefault(row.sample, []).append(score)
    return {name: fmean(values) for name, values in scores.items()}


def headline_score(task: Task, metrics: Metrics) -> float | None:
    """The first headline metric that is better the higher it is and has a value, as a share of its top."""
    columns = {column.name: column for column in task.columns}
    for name in task.headline:
        value, column = metrics[name], columns[name]
        if value is not None and column.better == "higher":
            return value / column.top
    return None
