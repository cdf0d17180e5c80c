"""What so many samples cannot know: how often something fails that failed in none of them.

The upper bound is that of Clopper and Pearson, "The Use of Confidence or Fiducial Limits Illustrated in the Case of the
Binomial" (Biometrika 26(4), 1934), one-sided. Of n samples without a failure it is 1 - 0.05 ** (1 / n), which is close
to 3 / n (Hanley and Lippman-Hand, "If Nothing Goes Wrong, Is Everything All Right?", JAMA 249(13), 1983).
"""

import math
from typing import Final

LEVEL: Final = 0.95


def most_failing(n: int, level: float = LEVEL) -> float:
    """The largest share of failures, 0 to 1, that n samples without a failure do not exclude.

    Args:
        n: Samples, drawn independently of each other.
        level: How often the true share lies below, at least.
    """
    return -math.expm1(math.log1p(-level) / n)


def samples_without(share: float, level: float = LEVEL) -> int:
    """How many samples without a failure exclude that such a share fails.

    Args:
        share: Above 0; from 1 on, one sample tells.
        level: How surely.
    """
    return 1 if share >= level else math.ceil(math.log1p(-level) / math.log1p(-share))
