import numpy as np
import pytest

from granview.analysis.bootstrap_interval import MIN_SAMPLES
from granview.analysis.grain_crossover import GrainComparison, compare_grains
from granview.analysis.grain_profile import UnitScores
from granview.core.errors import ShapeError

OCTAVES = (0.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, float("inf"))
GRAINS = 2.0 ** np.arange(9) * 1.5


def lanes_apart_below(grain_px: float, samples: int = 40, seed: int = 0) -> tuple[UnitScores, UnitScores]:
    """Samples with a unit of every octave; lane a finds 0.3 more of those finer than ``grain_px``."""
    generator = np.random.default_rng(seed)
    grain, sample = np.tile(GRAINS, samples), np.repeat(np.arange(samples), len(GRAINS))
    b = generator.uniform(0.2, 0.6, len(grain))
    a = b + generator.normal(0, 0.02, len(grain)) + np.where(grain < grain_px, 0.3, 0.0)
    return UnitScores(grain, a, sample), UnitScores(grain, b, sample)


def alike_within_samples(correlation: float, seed: int, samples: int = 24) -> GrainComparison:
    """Lanes that do not differ, where the differences of units of one sample have an intraclass correlation."""
    generator = np.random.default_rng(seed)
    sample = np.repeat(np.arange(samples), 60)
    of_sample = generator.normal(size=samples)[sample] * np.sqrt(correlation)
    difference = of_sample + generator.normal(size=len(sample)) * np.sqrt(1 - correlation)
    grain = generator.choice(GRAINS, len(sample))
    ours, theirs = (UnitScores(grain, score, sample) for score in (0.5 + 0.1 * difference, np.full(len(sample), 0.5)))
    return compare_grains(ours, theirs, OCTAVES, seed)


@pytest.mark.parametrize("correlation", [0.1, 0.3])
def test_units_of_one_sample_being_alike_makes_no_false_announcements(correlation: float):
    """Drawn one by one, units of 24 samples gave 19 % at a correlation of 0.1, and 41 % at 0.3."""
    alarms = sum(alike_within_samples(correlation, seed).crossover() is not None for seed in range(60))
    assert alarms <= 6


def test_finds_the_coarsest_octave_that_differs():
    found = compare_grains(*lanes_apart_below(16), OCTAVES).crossover()
    assert (found.low, found.high, found.title()) == (8.0, 16.0, "8–16")
    assert abs(found.difference.mean - 0.3) < 0.02
    assert found.difference.a - found.difference.b == pytest.approx(found.difference.mean)


def test_from_the_other_end_it_is_the_first_that_differs():
    found = compare_grains(*lanes_apart_below(16), OCTAVES).crossover(from_small=True)
    assert (found.low, found.title(is_count=True)) == (0.0, "0–1")


def test_lanes_alike_have_no_crossover():
    assert compare_grains(*lanes_apart_below(0), OCTAVES).crossover() is None


def test_few_samples_say_nothing_however_many_units_they_have():
    ours, theirs = lanes_apart_below(9999, samples=(MIN_SAMPLES - 1) * 100)
    of_seven = [UnitScores(side.grain, side.score, side.sample % 7) for side in (ours, theirs)]
    found = compare_grains(*of_seven, OCTAVES)
    assert (found.n_units, found.n_samples, found.n_looked_into) == (6300, 7, 0)
    assert found.crossover() is None
    assert compare_grains(ours, theirs, OCTAVES).n_looked_into == 9


def test_buckets_run_from_fine_to_coarse_and_count_units_and_samples():
    found = compare_grains(*lanes_apart_below(16, samples=10), OCTAVES)
    assert [each.title() for each in found.buckets[:2]] == ["<2", "2–4"]
    assert [(each.difference.n, each.n_units) for each in found.buckets] == [(10, 10)] * 9
    assert [each.difference.significant for each in found.buckets[:4]] == [True] * 4


def test_the_fewer_buckets_are_looked_into_the_narrower_is_the_interval():
    ours, theirs = lanes_apart_below(16)
    coarse = [UnitScores(side.grain[::9], side.score[::9], side.sample[::9]) for side in (ours, theirs)]
    all_nine, one = compare_grains(ours, theirs, OCTAVES).buckets[0], compare_grains(*coarse, OCTAVES).buckets[0]
    widths = [each.difference.high - each.difference.low for each in (all_nine, one)]
    assert widths[0] > 1.2 * widths[1]


def test_units_without_a_score_are_left_out():
    sample = np.array([0, 1])
    ours = UnitScores(np.array([1.0, 1.0]), np.array([0.5, np.nan]), sample)
    theirs = UnitScores(np.array([1.0, 1.0]), np.array([0.25, 0.5]), sample)
    found = compare_grains(ours, theirs, OCTAVES)
    assert (found.buckets[0].n_units, found.buckets[0].difference.mean) == (1, 0.25)
    assert found.buckets[1].difference.mean is None


def test_no_units_at_all():
    nothing = UnitScores(np.empty(0), np.empty(0), np.empty(0, int))
    found = compare_grains(nothing, nothing, OCTAVES)
    assert (found.n_units, found.n_samples, found.crossover()) == (0, 0, None)


def test_columns_of_units_are_of_one_length():
    with pytest.raises(ShapeError, match="Samples"):
        UnitScores(np.zeros(2), np.zeros(2), np.zeros(3, int))
