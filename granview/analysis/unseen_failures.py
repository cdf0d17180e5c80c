"""What so many samples cannot know: how often something fails that failed in none of them, or in few.

The upper bound is that of Clopper and Pearson, "The Use of Confidence or Fiducial Limits Illustrated in the Case of the
Binomial" (Biometrika 26(4), 1934), one-sided. Of n samples without a failure it is 1 - 0.05 ** (1 / n), which is close
to 3 / n (Hanley and Lippman-Hand, "If Nothing Goes Wrong, Is Everything All Right?", JAMA 249(13), 1983).
"""

import math
from typing import Final

LEVEL: Final = 0.95
_STEPS: Final = 60


def most_failing(n: int, failed: int = 0, level: float = LEVEL) -> float:
    """The largest share of failures, 0 to 1, that n samples do not exclude, where so many of them have failed.

    Args:
        n: Samples, drawn independently of each other.
        failed: How many of them have failed, 0 to n.
        level: How often the true share lies below, at least.
    """
    if failed >= n:
        return 1.0
    if not failed:
        return -math.expm1(math.log1p(-level) / n)
    low, high = failed / n, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(failed, n, middle) > 1 - level else (low, middle)
    return high


def samples_without(share: float, level: float = LEVEL) -> int:
    """How many samples without a failure exclude that such a share fails.

    Args:
        share: Above 0; from 1 on, one sample tells.
        level: How surely.
    """
    return 1 if share >= level else math.ceil(math.log1p(-level) / math.log1p(-share))


def _at_most(failed: int, n: int, share: float) -> float:
    """The probability of so many failures or fewer among n."""
    if share >= 1:
        return 0.0
    log_all = math.lgamma(n + 1) + n * math.log1p(-share)
    odds = math.log(share) - math.log1p(-share)
    return sum(math.exp(log_all - math.lgamma(k + 1) - math.lgamma(n - k + 1) + k * odds) for k in range(failed + 1))
