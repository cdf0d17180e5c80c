from functools import partial

import numpy as np

from granview.analysis import crossover
from granview.analysis.crossover import MIN_UNITS

OCTAVES = (0.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, float("inf"))
crossover_grain = partial(crossover.crossover_grain, edges=OCTAVES)
grain_differences = partial(crossover.grain_differences, edges=OCTAVES)


def lanes_apart_below(grain_px: float, per_bucket: int = 40, seed: int = 0):
    """Units of every octave; lane a finds 0.3 more of those finer than ``grain_px``."""
    generator = np.random.default_rng(seed)
    grain = np.repeat(2.0 ** np.arange(9) * 1.5, per_bucket)
    b = generator.uniform(0.2, 0.6, len(grain))
    a = b + generator.normal(0, 0.02, len(grain)) + np.where(grain < grain_px, 0.3, 0.0)
    return grain, a, b


def test_finds_the_coarsest_octave_that_differs():
    found = crossover_grain(*lanes_apart_below(16))
    assert (found.low, found.high, found.title()) == (8.0, 16.0, "8–16")
    assert abs(found.difference.mean - 0.3) < 0.02


def test_from_the_other_end_it_is_the_first_that_differs():
    grain, a, b = lanes_apart_below(16)
    found = crossover_grain(1 + grain.max() - grain, a, b, from_small=True)
    assert found.low > 256 / 2
    found = crossover_grain(grain, a, b, from_small=True)
    assert (found.low, found.title(is_count=True)) == (0.0, "0–1")


def test_lanes_alike_have_no_crossover():
    assert crossover_grain(*lanes_apart_below(0)) is None


def test_chance_alone_rarely_makes_one():
    alarms = sum(crossover_grain(*lanes_apart_below(0, seed=seed)) is not None for seed in range(40))
    assert alarms <= 7


def test_few_units_say_nothing():
    grain, a, b = lanes_apart_below(9999, per_bucket=MIN_UNITS - 1)
    assert crossover_grain(grain, a, b) is None


def test_differences_run_from_fine_to_coarse_and_count_their_units():
    differences = grain_differences(*lanes_apart_below(16, per_bucket=10))
    assert [d.title() for d in differences[:2]] == ["<2", "2–4"]
    assert [d.difference.n for d in differences] == [10] * 9
    assert [d.difference.significant for d in differences[:4]] == [True] * 4


def test_units_without_a_score_are_left_out():
    differences = grain_differences([1.0, 1.0], [0.5, np.nan], [0.25, 0.5])
    assert (differences[0].difference.n, differences[0].difference.mean) == (1, 0.25)
    assert differences[1].difference.mean is None
