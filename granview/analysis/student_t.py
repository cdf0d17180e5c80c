"""Student's t distribution with a whole number of degrees of freedom, from its finite series.

Abramowitz and Stegun, "Handbook of Mathematical Functions" (1964), 26.7.3 and 26.7.4, which are exact.
"""

import math
from functools import cache

import numpy as np

_HALVINGS = 200


def two_sided_p(t: float, df: int) -> float:
    """The probability of a value at least as far from 0 as ``t``, with an absolute error below 1e-11.

    Args:
        t: Any number; infinite ones have probability 0.
        df: Degrees of freedom, 1 or more.
    """
    angle = math.atan2(abs(t), math.sqrt(df))
    is_odd = df % 2
    series = math.sin(angle) * math.cos(angle) ** is_odd * _sum_of_powers(math.cos(angle) ** 2, df)
    within = 2 / math.pi * (angle + series) if is_odd else series
    return min(max(1.0 - within, 0.0), 1.0)


@cache
def two_sided_quantile(p: float, df: int) -> float:
    """How far from 0 a value is at least with probability ``p``, above 0 and at most 1."""
    low, high = 0.0, 1.0
    while two_sided_p(high, df) > p:
        low, high = high, 2 * high
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if two_sided_p(middle, df) > p else (low, middle)
    return high


def _sum_of_powers(square: float, df: int) -> float:
    """1 + 1/2 c² + 1·3/(2·4) c⁴ + … of even, 1 + 2/3 c² + 2·4/(3·5) c⁴ + … of odd degrees; ``df // 2`` terms."""
    upper = np.arange(1 + df % 2, df - 2, 2)
    return float(np.cumprod(square * upper / (upper + 1)).sum()) + (df > 1)
