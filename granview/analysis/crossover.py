"""The grain at which two lanes begin to differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from granview.analysis.grain import bucket_title, grain_bucket
from granview.analysis.paired import PairedDifference, paired_bootstrap

MIN_UNITS: Final = 8
"""With fewer units in a bucket nothing is said about it."""


@dataclass(frozen=True)
class Crossover:
    """A bucket of grain in which two lanes differ.

    Attributes:
        low: Lower edge of the bucket, in it.
        high: Upper edge, not in it; may be infinite.
        difference: What lane a has over lane b there.
    """

    low: float
    high: float
    difference: PairedDifference

    def title(self, is_count: bool = False) -> str:
        """The bucket's name, such as ``4–8``, or ``4–7`` of whole numbers."""
        return bucket_title(self.low, self.high, is_count)


def grain_differences(
    grain: ArrayLike,
    score_a: ArrayLike,
    score_b: ArrayLike,
    edges: Sequence[float],
    seed: int = 0,
    level: float = 0.95,
) -> tuple[Crossover, ...]:
    """The difference a - b in every bucket, from the finest to the coarsest.

    Units are paired: row i is the same unit for both lanes. The bootstrap takes units as independent, though those of
    one image are not quite.

    Args:
        grain: (n,) sizes of the units.
        score_a: (n,) one lane's scores; NaN where it has none, which leaves the unit out.
        score_b: (n,) the other's.
        edges: Increasing bucket edges.
        seed: Seed of the resampling.
        level: Coverage of each bucket's interval.
    """
    bucket = grain_bucket(grain, edges)
    ours, theirs = np.asarray(score_a, dtype=np.float64), np.asarray(score_b, dtype=np.float64)
    return tuple(
        Crossover(low, high, paired_bootstrap(ours[bucket == i], theirs[bucket == i], seed, level=level))
        for i, (low, high) in enumerate(pairwise(edges))
    )


def crossover_grain(
    grain: ArrayLike,
    score_a: ArrayLike,
    score_b: ArrayLike,
    edges: Sequence[float],
    seed: int = 0,
    level: float = 0.95,
    from_small: bool = False,
) -> Crossover | None:
    """Coming from the largest grain, the first bucket in which the lanes differ beyond the interval; None if none.

    Looking into k buckets gives chance k occasions, so each bucket's interval has coverage 1 - (1 - level) / k
    (Bonferroni): over all buckets together a difference is announced by chance with probability 1 - level at most.
    Buckets with fewer than ``MIN_UNITS`` units say nothing. Arguments as for ``grain_differences``; ``from_small`` asks
    for the first from the other end, where small units are the easy ones.
    """
    each = 1 - (1 - level) / (len(edges) - 1)
    differences = grain_differences(grain, score_a, score_b, edges, seed, each)
    ordered = differences if from_small else differences[::-1]
    return next((d for d in ordered if d.difference.n >= MIN_UNITS and d.difference.significant), None)
