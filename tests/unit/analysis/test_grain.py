import numpy as np
import pytest

from granview.analysis.grain import GrainProfile, grain_bucket
from granview.analysis.grain import grain_profile as profile_of
from granview.core.errors import ShapeError

OCTAVES = (0.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, float("inf"))


def grain_profile(grain: object, score: object, edges: tuple[float, ...] = OCTAVES) -> GrainProfile:
    return profile_of(grain, score, edges)


def test_buckets_are_octaves_and_hold_their_lower_edge():
    assert grain_bucket([1, 1.99, 2, 3.9, 4, 255.9, 256, 9999], OCTAVES).tolist() == [0, 0, 1, 1, 2, 7, 8, 8]


def test_hand_worked_profile():
    profile = grain_profile([1, 1, 3, 300], [0.0, 1.0, 0.25, 1.0])
    assert profile.n.tolist() == [2, 1, 0, 0, 0, 0, 0, 0, 1]
    assert profile.mean[[0, 1, 8]].tolist() == [0.5, 0.25, 1.0]
    assert np.isnan(profile.mean[2:8]).all()


def test_interval_of_the_mean():
    scores = np.random.default_rng(0).uniform(0.2, 0.8, 400)
    profile = grain_profile(np.full(400, 5.0), scores)
    margin = 1.959963984540054 * scores.std(ddof=1) / 20
    assert profile.low[2] == pytest.approx(scores.mean() - margin)
    assert profile.high[2] == pytest.approx(scores.mean() + margin)


def test_interval_covers_the_truth_about_as_often_as_it_says():
    generator = np.random.default_rng(1)
    covered = 0
    for _ in range(300):
        profile = grain_profile(np.ones(60), generator.beta(2, 2, 60))
        covered += profile.low[0] <= 0.5 <= profile.high[0]
    assert 0.9 <= covered / 300 <= 0.99


def test_one_unit_has_no_interval():
    profile = grain_profile([1.0], [0.5])
    assert np.isnan([profile.low[0], profile.high[0]]).all()


def test_interval_stays_within_zero_and_one():
    profile = grain_profile([1.0] * 4, [0.0, 0.0, 0.0, 1.0])
    assert profile.low[0] == 0.0
    assert profile.high[0] <= 1.0


def test_units_without_a_score_or_outside_are_left_out():
    profile = grain_profile([1.0, 1.0, 50.0], [np.nan, 1.0, 1.0], edges=(0, 2, 4))
    assert profile.n.tolist() == [1, 0]


def test_no_units():
    profile = grain_profile([], [])
    assert profile.n.sum() == 0
    assert np.isnan(profile.mean).all()


def test_titles():
    titles = grain_profile([], []).titles
    assert titles == ("<2", "2–4", "4–8", "8–16", "16–32", "32–64", "64–128", "128–256", "≥256")


def test_buckets_of_whole_numbers_are_called_by_those_they_hold():
    edges = (0, 1, 2, 4, 8, float("inf"))
    assert profile_of([], [], edges, is_count=True).titles == ("0", "1", "2–3", "4–7", "≥8")


def test_grain_and_score_must_pair_up():
    with pytest.raises(ShapeError):
        grain_profile([1.0, 2.0], [1.0])
