"""The lanes' mean score of every sample, read from a session."""

from collections.abc import Mapping
from statistics import fmean
from typing import Final

from granview.report.results import Row, result_rows
from granview.store.session import Session

SCORE: Final = "miou"


def read_scores(session: Session) -> Mapping[str, float]:
    """Mean mIoU of the lanes, 0 to 1, by sample; samples without a score are left out."""
    scores: dict[str, list[float]] = {}
    for row in result_rows(session):
        value = _score(row)
        if value is not None:
            scores.setdefault(str(row["sample"]), []).append(value)
    return {name: fmean(values) for name, values in scores.items()}


def _score(row: Row) -> float | None:
    value = row.get(SCORE)
    return float(value) if isinstance(value, int | float) else None
