"""Do two lanes err on the same units? Agreement of their errors, and whether one errs more often. Arrays in."""

import math
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

LEAST_DISCORDANT: Final = 10
"""As many samples must have units that only one lane has right; with fewer the test's normal law does not hold."""


@dataclass(frozen=True)
class ErrorOverlap:
    """Units by who has them right.

    Attributes:
        both_right: Units that both lanes have right.
        only_first: Units that the first alone has right.
        only_second: Units that the second alone has right.
        both_wrong: Units that neither has right.
        n_samples: Samples that the units are of.
        p_value: Of the hypothesis that both err equally often, by McNemar's test for units that come in samples; None
            where fewer than ``LEAST_DISCORDANT`` samples have units that tell.
    """

    both_right: int
    only_first: int
    only_second: int
    both_wrong: int
    n_samples: int
    p_value: float | None

    @property
    def n(self) -> int:
        """All units."""
        return self.both_right + self.only_first + self.only_second + self.both_wrong

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa of being right: 1 where the lanes err on the same units, 0 where as often as by chance.

        None without units, and where both lanes have all right, or all wrong. See Cohen 1960.
        """
        if not self.n:
            return None
        observed = (self.both_right + self.both_wrong) / self.n
        first, second = (self.both_right + self.only_first) / self.n, (self.both_right + self.only_second) / self.n
        expected = first * second + (1 - first) * (1 - second)
        return None if expected == 1 else (observed - expected) / (1 - expected)


def error_overlap(
    first: NDArray[np.bool_], second: NDArray[np.bool_], sample: NDArray[np.integer[Any]]
) -> ErrorOverlap:
    """Compare what two lanes have right.

    Args:
        first: (n,) whether the first lane has each unit right.
        second: (n,) whether the second has.
        sample: (n,) number of the sample that a unit is of.
    """
    table = np.bincount(first.astype(np.intp) * 2 + second, minlength=4)
    lead = np.bincount(sample, weights=second.astype(np.float64) - first, minlength=1).astype(np.float64)
    n_samples = len(np.unique(sample))
    both_wrong, only_second, only_first, both_right = table.tolist()
    return ErrorOverlap(both_right, only_first, only_second, both_wrong, n_samples, clustered_mcnemar(lead))


def clustered_mcnemar(lead: NDArray[np.float64]) -> float | None:
    """McNemar's test where units come in samples: the p-value, two-sided; None with too few samples that tell.

    The statistic is the squared sum of the samples' leads over the sum of their squares (Obuchowski, "On the comparison
    of correlated proportions for clustered data", 1998); with one unit in each sample it is McNemar's own.

    Args:
        lead: (samples,) how many more units of each sample the second lane has right.
    """
    squares = float(np.square(lead).sum())
    if np.count_nonzero(lead) < LEAST_DISCORDANT or not squares:
        return None
    return math.erfc(abs(float(lead.sum())) / math.sqrt(2.0 * squares))
