"""The interval of a paired difference over many units, whole samples drawn anew with all of theirs."""

import numpy as np
from numpy.typing import NDArray

from granview.analysis.clustered_bootstrap import clustered_means
from granview.analysis.studentised_bootstrap import RESAMPLES
from tests.benchmarks.row import Row, median_ms

SAMPLES, UNITS = 5_000, 500_000
TITLE = f"{RESAMPLES:,} cluster-bootstrap replicates of a paired difference, {SAMPLES:,} samples, {UNITS:,} units"

REPEATS = 5


def drawn_units() -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The sample of each unit, in order, and by how much two lanes differ in it: alike within a sample."""
    generator = np.random.default_rng(0)
    sample = np.sort(generator.integers(0, SAMPLES, UNITS))
    effect = generator.normal(0.01, 0.1, SAMPLES)
    return sample, effect[sample] + generator.normal(0, 0.3, UNITS)


def granview(sample: NDArray[np.int64], difference: NDArray[np.float64]) -> tuple[float, float]:
    """From units to the interval, in one bucket."""
    (pivot,) = clustered_means(sample, np.zeros(len(sample), np.intp), difference, 1, seed=0, usual=0.0).pivots
    assert pivot is not None
    interval = pivot.interval()
    return interval.low, interval.high


def scipy_percentile(sample: NDArray[np.int64], difference: NDArray[np.float64]) -> tuple[float, float]:
    """The plain percentile interval of ``scipy.stats.bootstrap``, from the samples' sums and numbers of units."""
    from scipy import stats

    sums, counts = np.bincount(sample, difference, SAMPLES), np.bincount(sample, minlength=SAMPLES)

    def ratio(above: NDArray[np.float64], below: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
        return np.asarray(above.sum(axis) / below.sum(axis))

    found = stats.bootstrap(
        (sums, counts),
        ratio,
        paired=True,
        vectorized=True,
        n_resamples=RESAMPLES,
        method="percentile",
        batch=500,
        rng=0,
    ).confidence_interval
    return float(found.low), float(found.high)


def measure() -> list[Row]:
    """Both from the units to the interval; they differ by less than a tenth of its width."""
    sample, difference = drawn_units()
    ours, theirs = granview(sample, difference), scipy_percentile(sample, difference)
    assert np.allclose(ours, theirs, atol=0.1 * (ours[1] - ours[0])), (ours, theirs)
    ours_ms = median_ms(lambda: granview(sample, difference), REPEATS, 1)
    theirs_ms = median_ms(lambda: scipy_percentile(sample, difference), 1, 0)
    return [
        Row("GranView, studentised, with p-value", f"{ours_ms:.0f} ms", 1.0, "under 300 ms"),
        Row("scipy.stats.bootstrap, percentile", f"{theirs_ms:.0f} ms", theirs_ms / ours_ms),
    ]


if __name__ == "__main__":
    from tests.benchmarks.row import table

    print(table(TITLE, measure()))
