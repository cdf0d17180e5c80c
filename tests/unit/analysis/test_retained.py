import pytest

from granview.analysis.paired_bootstrap import PairedDifference
from granview.analysis.retained import Mark, retained


@pytest.mark.parametrize(
    ("value", "low", "mark", "sure"),
    [
        (0.7996, -0.0016, Mark.MOST, Mark.MUCH),
        (0.795, -0.006, Mark.MUCH, Mark.MUCH),
        (0.85, -0.02, Mark.MOST, Mark.BELOW),
        (0.4, -0.5, Mark.BELOW, Mark.BELOW),
    ],
)
def test_the_share_of_the_parents_value_reaches_a_mark(value: float, low: float, mark: Mark, sure: Mark) -> None:
    found = retained(PairedDifference(value - 0.8, low, 0.1, 0.5, 9, value, 0.8), is_higher_better=True)
    assert found.share == pytest.approx(value / 0.8)
    assert (found.mark, found.sure_mark) == (mark, sure)


def test_of_what_is_better_the_lower_the_parents_value_is_taken_by_the_variants() -> None:
    found = retained(PairedDifference(1.0, 0.5, 2.5, 0.01, 9, 11.0, 10.0), is_higher_better=False)
    assert (found.share, found.low) == (pytest.approx(10 / 11), pytest.approx(0.8))


def test_few_samples_have_a_share_and_no_interval_and_nothing_to_share_has_none() -> None:
    few = retained(PairedDifference(-0.1, None, None, None, 3, 0.7, 0.8), is_higher_better=True)
    assert (few.mark, few.sure_mark) == (Mark.BELOW, None)
    same = retained(PairedDifference(0.0, None, None, None, 40, 0.9, 0.9, 0), is_higher_better=True)
    assert (same.share, same.mark, same.low, same.sure_mark) == (1.0, Mark.MOST, None, None)
    none = retained(PairedDifference(0.1, 0.05, 0.2, 0.01, 9, 0.1, 0.0), is_higher_better=True)
    assert (none.share, none.mark) == (None, None)
