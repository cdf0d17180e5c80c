"""The grain at which two lanes begin to differ."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np

from granview.analysis.bootstrap_interval import MIN_SAMPLES
from granview.analysis.clustered_bootstrap import bucket_means, clustered_means
from granview.analysis.grain_profile import UnitScores, bucket_title
from granview.analysis.paired_bootstrap import NO_DIFFERENCE, DifferenceVerdict, PairedDifference, paired_difference


@dataclass(frozen=True)
class BucketDifference:
    """What one lane has over another in a bucket of grain.

    Attributes:
        low: Lower edge of the bucket, in it.
        high: Upper edge, not in it; may be infinite.
        difference: What lane a has over lane b there, in the mean over units; its ``n`` counts samples. Its interval
            holds together with those of the other buckets; its p-value is that of the bucket by itself.
        n_units: Units that both lanes have a score of.
    """

    low: float
    high: float
    difference: PairedDifference
    n_units: int

    def title(self, is_count: bool = False) -> str:
        """The bucket's name, such as ``4–8``, or ``4–7`` of whole numbers."""
        return bucket_title(self.low, self.high, is_count)


@dataclass(frozen=True)
class GrainComparison:
    """Two lanes, bucket by bucket.

    Attributes:
        buckets: From the finest to the coarsest.
        n_units: Units in them that both lanes have a score of.
        n_samples: Samples that these are of.
    """

    buckets: tuple[BucketDifference, ...]
    n_units: int
    n_samples: int

    @property
    def n_looked_into(self) -> int:
        """Buckets that hold units of enough samples to say something."""
        verdicts = [each.difference.verdict for each in self.buckets]
        return sum(verdict not in _SAYS_NOTHING for verdict in verdicts)

    def by_outcome(self) -> "GrainComparison":
        """The same of units that were chosen by what lanes make of them: without intervals."""
        buckets = (replace(each, difference=each.difference.by_outcome()) for each in self.buckets)
        return replace(self, buckets=tuple(buckets))

    def crossover(self, from_small: bool = False) -> BucketDifference | None:
        """Coming from the largest grain, the first bucket in which the lanes differ beyond the interval; None if none.

        ``from_small`` asks for the first from the other end, where small units are the easy ones.
        """
        ordered = self.buckets if from_small else self.buckets[::-1]
        return next((each for each in ordered if each.difference.significant), None)


_SAYS_NOTHING: Final = (None, DifferenceVerdict.TOO_FEW, DifferenceVerdict.BY_OUTCOME)


def compare_grains(
    a: UnitScores, b: UnitScores, edges: Sequence[float], seed: int = 0, level: float = 0.95
) -> GrainComparison:
    """The difference a - b in every bucket, with intervals that hold together.

    The estimand is ``granview.analysis.estimand.UNIT_MEAN_DIFFERENCE``: whole samples are resampled with all their
    units. Looking into k buckets gives chance k occasions, so each bucket's interval has coverage 1 - (1 - level) / k
    (Bonferroni): over all buckets together a difference is announced by chance with probability 1 - level at most.
    Holm's steps would announce a few more, but no intervals go with them that hold together and exclude 0 in the same
    buckets. Buckets with units of fewer than ``MIN_SAMPLES`` samples are not among the k; those in which the lanes
    differ in fewer than ``MIN_DIFFERENT`` samples are, since that depends on what the lanes said.

    Args:
        a: One lane's units. Those without a score in either lane are left out.
        b: The other's; row i is the same unit for both.
        edges: Increasing bucket edges; units outside are left out.
        seed: Seed of the resampling.
        level: Coverage of all intervals together.
    """
    k = len(edges) - 1
    bucket = a.bucket(edges)
    both = (bucket >= 0) & ~np.isnan(a.score) & ~np.isnan(b.score)
    sample, bucket, ours, theirs = a.sample[both], bucket[both], a.score[both], b.score[both]
    found = clustered_means(sample, bucket, ours - theirs, k, seed, usual=0.0)
    each = 1 - (1 - level) / max(int((found.n_samples >= MIN_SAMPLES).sum()), 1)
    mean_a, mean_b = (bucket_means(bucket, score, k) for score in (ours, theirs))
    differences = [
        paired_difference(
            float(mean_a[i]),
            float(mean_b[i]),
            int(found.n_samples[i]),
            found.interval(i, each),
            int(found.n_different[i]),
            found.pivots[i],
            each,
        )
        if found.n_units[i]
        else NO_DIFFERENCE
        for i in range(k)
    ]
    buckets = (
        BucketDifference(low, high, difference, int(n))
        for (low, high), difference, n in zip(pairwise(edges), differences, found.n_units, strict=True)
    )
    return GrainComparison(tuple(buckets), len(sample), len(np.unique(sample)))
