"""Which hypotheses of a family could be rejected at all, however large the difference is.

With n samples no p-value is below ``bootstrap_interval.least_p``; among many hypotheses, those of few samples could
never be rejected, but would make all others harder to. They may be left out, which costs nothing of the family's level,
since it is told by n alone: Tarone, "A Modified Bonferroni Method for Discrete Data" (Biometrics 46(2), 1990); with
Holm's steps, Hommel and Krummenauer, "Improvements and Modifications of Tarone's Multiple Test Procedure for Discrete
Data" (Biometrics 54(2), 1998).
"""

from collections.abc import Sequence

import numpy as np


def within_reach(least: Sequence[float], level: float) -> list[bool]:
    """Whether each hypothesis could be rejected beside those that could be.

    Args:
        least: The smallest p-value that each could have.
        level: The family's level; each of k hypotheses that are tested is held against level / k.
    """
    known = np.sort(np.asarray(least, dtype=np.float64))
    for k in range(1, len(known) + 1):
        if np.searchsorted(known, level / k, side="right") <= k:
            return [value <= level / k for value in least]
    return [True] * len(least)
