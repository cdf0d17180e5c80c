import numpy as np
import pytest

from granview.analysis.exclusive_holm import exclusive_holm
from granview.analysis.holm import holm


def test_single_hypotheses_are_corrected_as_holm_does() -> None:
    values = [0.01, 0.04, None, 0.03, 0.005]
    assert exclusive_holm([(value, None) for value in values]) == [(value, None) for value in holm(values)]
    assert exclusive_holm([]) == []


def test_two_that_rule_each_other_out_count_once() -> None:
    """By hand: two pairs are open, so the first two are doubled; then one pair is open."""
    corrected = exclusive_holm([(0.01, 0.5), (0.02, 0.03)])
    assert corrected[0][0] == pytest.approx(0.02)
    assert corrected[1][0] == pytest.approx(0.04)
    assert corrected[1][1] == pytest.approx(0.06)
    assert corrected[0][1] == pytest.approx(0.5)


def test_weights_divide_the_level() -> None:
    """By hand: the first has half of the level, the other two a quarter each."""
    corrected = [first for first, _ in exclusive_holm([(0.02, None), (0.02, None), (0.9, None)], [2.0, 1.0, 1.0])]
    assert corrected[0] == pytest.approx(0.04)
    assert corrected[1] == pytest.approx(0.04)
    assert corrected[2] == pytest.approx(0.9)


def test_values_never_fall_and_never_pass_one() -> None:
    rng = np.random.default_rng(3)
    pairs = [(float(p), float(q)) for p, q in rng.random((50, 2))]
    corrected = exclusive_holm(pairs)
    flat = sorted(
        (raw, new) for pair, fixed in zip(pairs, corrected, strict=True) for raw, new in zip(pair, fixed, strict=True)
    )
    news = [new for _, new in flat]
    assert news == sorted(news)  # type: ignore[type-var]
    assert all(raw <= new <= 1 for raw, new in flat)  # type: ignore[operator]


def test_true_hypotheses_are_rejected_no_more_often_than_the_level_says() -> None:
    """Of 20 pairs the first is true in each, uniform; the second, which is false, is small."""
    rng = np.random.default_rng(5)
    rejected = 0
    for _ in range(2000):
        true, false = rng.random(20), rng.random(20) * 1e-6
        corrected = exclusive_holm(list(zip(true.tolist(), false.tolist(), strict=True)))
        rejected += any(first is not None and first <= 0.05 for first, _ in corrected)
    assert rejected / 2000 <= 0.065
