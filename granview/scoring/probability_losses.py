"""How far probabilities of classes are from the truth: log loss and Brier score, as sums that merge by addition."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

LEAST: Final = float(np.finfo(np.float32).eps)
"""A probability counts as at least this, so that one sample that was thought impossible does not make the sum infinite:
the limit that scikit-learn sets for float32."""


def loss_sums(scores: NDArray[np.floating[Any]], true: int) -> NDArray[np.float64]:
    """Negative log-likelihood in nats, Brier score, and one sample: (3,) float64.

    Brier, "Verification of Forecasts Expressed in Terms of Probability" (1950): the squared distance to the truth,
    summed over all classes, 0 to 2.

    Args:
        scores: (n,) probability of each class; they sum to 1.
        true: The class that is right.
    """
    probabilities = np.asarray(scores, dtype=np.float64)
    distance = probabilities.copy()
    distance[true] -= 1.0
    return np.array([-np.log(max(probabilities[true], LEAST)), distance @ distance, 1.0])
