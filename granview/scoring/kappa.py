"""Agreement beyond chance: Cohen, "A Coefficient of Agreement for Nominal Scales" (1960)."""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def cohens_kappa(confusion: NDArray[Any]) -> float | None:
    """Cohen's kappa, at most 1, 0 for what chance would give; 1 where both say one and the same class everywhere.

    There the coefficient itself is undefined (0 / 0), but two that always agree do agree. None of no counts.

    Args:
        confusion: (n, n) counts, one side's class in rows, the other's in columns.
    """
    matrix = np.asarray(confusion, dtype=np.float64)
    n = matrix.sum()
    if not n:
        return None
    observed = matrix.trace() / n
    expected = matrix.sum(axis=1) @ matrix.sum(axis=0) / n**2
    return float((observed - expected) / (1 - expected)) if expected < 1 else 1.0
