"""By what samples can be sorted, read from a session."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from granview.gui.sample_items import Rank
from granview.report.results import Row, result_rows
from granview.store.session import Session

SCORE: Final = "miou"


def read_ranks(session: Session) -> Mapping[str, Rank]:
    """Score and disagreement of every sample that has results."""
    scores: dict[str, list[float]] = {}
    for row in result_rows(session):
        value = _score(row)
        if value is not None:
            scores.setdefault(str(row["sample"]), []).append(value)
    return {name: _rank(values) for name, values in scores.items()}


def _score(row: Row) -> float | None:
    value = row.get(SCORE)
    return float(value) if isinstance(value, int | float) else None


def _rank(values: list[float]) -> Rank:
    return Rank(float(np.mean(values)), max(values) - min(values) if len(values) > 1 else None)
