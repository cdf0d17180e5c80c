import numpy as np
import pytest
from scipy import stats

from granview.analysis.grain_profile import GrainProfile, UnitScores
from granview.analysis.grain_profile import grain_profile as profile_of
from granview.core.errors import ShapeError

OCTAVES = (0.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, float("inf"))


def units(grain: object, score: object, sample: object = None) -> UnitScores:
    """Each unit of a sample of its own, where nothing else is said."""
    grains = np.asarray(grain, dtype=np.float64)
    return UnitScores(grains, np.asarray(score, dtype=np.float64), np.arange(len(grains)) if sample is None else sample)


def grain_profile(
    grain: object, score: object, sample: object = None, edges: tuple[float, ...] = OCTAVES
) -> GrainProfile:
    return profile_of(units(grain, score, sample), edges)


def test_buckets_are_octaves_and_hold_their_lower_edge():
    grain = [1, 1.99, 2, 3.9, 4, 255.9, 256, 9999]
    assert units(grain, np.zeros(8)).bucket(OCTAVES).tolist() == [0, 0, 1, 1, 2, 7, 8, 8]
    assert units(grain, np.zeros(8)).bucket((2, 4, 8)).tolist() == [-1, -1, 0, 0, 1, -1, -1, -1]


def test_hand_worked_profile():
    profile = grain_profile([1, 1, 3, 300], [0.0, 1.0, 0.25, 1.0])
    assert profile.n.tolist() == [2, 1, 0, 0, 0, 0, 0, 0, 1]
    assert profile.mean[[0, 1, 8]].tolist() == [0.5, 0.25, 1.0]
    assert np.isnan(profile.mean[2:8]).all()


def test_interval_of_the_mean_of_independent_units_is_students():
    scores = np.random.default_rng(0).uniform(0.2, 0.8, 400)
    profile = grain_profile(np.full(400, 5.0), scores)
    margin = stats.t.isf(0.025, 399) * scores.std(ddof=1) / 20
    assert profile.low[2] == pytest.approx(scores.mean() - margin, abs=3e-3)
    assert profile.high[2] == pytest.approx(scores.mean() + margin, abs=3e-3)


def test_interval_covers_the_truth_about_as_often_as_it_says():
    generator = np.random.default_rng(1)
    profiles = [grain_profile(np.ones(30), generator.beta(2, 2, 30)) for _ in range(120)]
    covered = sum(profile.low[0] <= 0.5 <= profile.high[0] for profile in profiles)
    assert 0.9 <= covered / 120 <= 1


def test_many_units_of_few_samples_say_no_more_than_the_samples():
    """Ten samples of 50 units each that score the same, against 500 samples with those scores."""
    of_sample = np.random.default_rng(2).uniform(0.2, 0.8, 10)
    sample = np.repeat(np.arange(10), 50)
    clustered, plain = grain_profile(np.ones(500), of_sample[sample], sample), grain_profile(np.ones(10), of_sample)
    assert (clustered.n[0], clustered.n_samples[0], plain.n_samples[0]) == (500, 10, 10)
    assert clustered.low[0] == pytest.approx(plain.low[0])
    assert clustered.high[0] == pytest.approx(plain.high[0])


def test_units_of_few_samples_have_no_interval():
    profile = grain_profile(np.ones(700), np.full(700, 0.5), np.arange(700) % 7)
    assert (profile.n[0], profile.n_samples[0], profile.mean[0]) == (700, 7, 0.5)
    assert np.isnan([profile.low[0], profile.high[0]]).all()


def test_interval_stays_within_zero_and_one():
    profile = grain_profile(np.ones(16), [0.0] * 10 + [1.0] * 6)
    assert profile.low[0] > 0.0
    assert profile.high[0] <= 1.0
    assert grain_profile(np.ones(9), [0.0] * 3 + [1.0] * 3 + [0.02, 0.03, 0.04]).low[0] == 0.0


def test_where_nearly_all_samples_score_the_same_there_is_no_interval():
    """Two of 24 that have all else wrong say nothing of how often that is so."""
    profile = grain_profile(np.ones(24), [1.0] * 22 + [0.0] * 2)
    assert profile.mean[0] == pytest.approx(22 / 24)
    assert np.isnan([profile.low[0], profile.high[0]]).all()


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
    assert profile_of(units([], []), edges, is_count=True).titles == ("0", "1", "2–3", "4–7", "≥8")


def test_grain_and_score_must_pair_up():
    with pytest.raises(ShapeError, match="Scores"):
        grain_profile([1.0, 2.0], [1.0])
