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
        score: The mean score of the lanes of one task, 0 to 1; None where none was scored.
        disagreement: Part on which the lanes of one task differ, such as of the pixels, 0 to 1; None with fewer than
            two predictions.
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


ByTask = Mapping[str, float]
"""A number of a sample by the task whose lanes it is of, in the order of the lanes."""


def of_task(known: ByTask | None, task: str | None) -> float | None:
    """What is known of a sample for the task in view; of one that its lanes are not for, for the first task that knows.

    Scores and differences of several tasks have no common measure, so that they are never averaged.
    """
    if not known:
        return None
    first = next(iter(known.values()))
    return first if task is None else known.get(task, first)


def read_scores(session: Session) -> Mapping[str, ByTask]:
    """By sample and task, the mean of the lanes' headline metrics, 0 to 1; without what has no score."""
    contents = SessionContents.read(session)
    scores: dict[str, dict[str, list[float]]] = {}
    for lane in contents.lanes:
        task = contents.tasks[lane.name]
        for row in contents.of_lane(lane.name):
            score = headline_score(task, finite_metrics(task, row.unpacked_statistics(task))) if row.scored else None
            if score is not None:
                scores.setdefault(row.sample, {}).setdefault(task.name, []).append(score)
    return {name: {task: fmean(values) for task, values in known.items()} for name, known in scores.items()}


def headline_score(task: Task, metrics: Metrics) -> float | None:
    """The first headline metric that is better the higher it is and has a value, as a share of its top."""
    columns = {column.name: column for column in task.columns}
    for name in task.headline:
        value, column = metrics[name], columns[name]
        if value is not None and column.better == "higher":
            return value / column.top
    return None
