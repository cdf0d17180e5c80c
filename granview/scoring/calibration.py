"""Whether probabilities are what they say: the expected calibration error, from sums that merge by addition.

After Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks" (ICML 2017), section 2.
"""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from granview.scoring import ratios

N_BINS: Final = 15


def calibration_sums(confidence: ArrayLike, hit: ArrayLike) -> NDArray[np.float64]:
    """Sums over equally wide bins of confidence: (15, 3) float64, columns how many, summed confidence, hits.

    A bin holds its upper edge and not its lower one, as in the paper; the first holds 0 too.

    Args:
        confidence: (n,) probabilities, 0 to 1, of what was said.
        hit: (n,) whether it was true.
    """
    probability, true = np.asarray(confidence, dtype=np.float64), np.asarray(hit, dtype=np.float64)
    place = np.clip(np.ceil(probability * N_BINS).astype(np.int64) - 1, 0, N_BINS - 1)
    columns = (np.ones_like(probability), probability, true)
    return np.stack([np.bincount(place, weights=column, minlength=N_BINS) for column in columns], axis=1)


def expected_calibration_error(sums: NDArray[np.float64]) -> float | None:
    """Mean gap between confidence and accuracy over the bins, weighted by how many each holds, 0 to 1; None of none."""
    n, confidence, hits = sums.T
    gaps = np.abs(hits - confidence)
    return ratios.or_none(float(gaps.sum() / n.sum())) if n.sum() else None
