"""The lanes' mean score of every sample, read from a session."""

from collections.abc import Mapping
from statistics import fmean

from granview.report.session_contents import SessionContents
from granview.store.session import Session
from granview.tasks.base import Metrics, Task, finite_metrics


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
