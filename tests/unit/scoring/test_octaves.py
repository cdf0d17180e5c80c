import numpy as np
import pytest

from granview.scoring.octaves import WAVELENGTHS_PX, explained, octave_centres_px, octave_powers, power_by_octave


def wave(length_px, side=128):
    return 128 + 50 * np.cos(2 * np.pi * np.arange(side) / length_px)[None] * np.ones((side, 1))


@pytest.mark.parametrize(("length_px", "octave"), [(2, 0), (3, 0), (6, 1), (12, 2), (24, 3)])
def test_a_wave_lies_in_its_octave(length_px, octave):
    reference = octave_powers(wave(length_px), wave(length_px))[:, 1]
    assert reference[octave] / reference.sum() > 0.95


def test_the_octaves_together_hold_all_but_the_mean():
    values = np.random.default_rng(0).normal(size=(33, 48))
    whole = (np.abs(np.fft.fft2(values)) ** 2).sum() - values.sum() ** 2
    assert power_by_octave(values).sum() == pytest.approx(whole)


def test_what_is_missing_costs_its_own_octave_alone():
    coarse, fine = wave(24) - 128, wave(3) - 128
    scores = explained(octave_powers(128 + coarse, 128 + coarse + fine))
    assert scores[0] == pytest.approx(0, abs=1e-3)
    assert scores[3] > 0.999


def test_half_of_an_amplitude_explains_three_quarters():
    fine = wave(3) - 128
    assert explained(octave_powers(128 + fine / 2, 128 + fine))[0] == pytest.approx(0.75, abs=1e-3)


def test_inventing_more_than_there_is_scores_nothing_and_an_empty_octave_has_no_score():
    scores = explained(np.array([[4.0, 1.0], [0.0, 0.0], [0.0, 2.0]]))
    np.testing.assert_array_equal(scores, [0.0, np.nan, 1.0])


def test_centres_lie_within_their_octaves():
    centres = octave_centres_px()
    assert all(low < centre < 2 * low for low, centre in zip(WAVELENGTHS_PX, centres, strict=True))
