import pytest

from granview.gui.model.number_filter import NO_FILTERS, NumberFilter

SCORE = NumberFilter("score", "Least score", 0.0, 1.0, 0.25)


def test_it_stands_at_its_default_until_it_is_moved_and_never_outside_its_range() -> None:
    assert SCORE.value_in(NO_FILTERS) == SCORE.value_in({"depth": 3.0}) == 0.25
    assert [SCORE.value_in({"score": value}) for value in (-1.0, 0.5, 7.0)] == [0.0, 0.5, 1.0]


@pytest.mark.parametrize(("low", "high", "default"), [(0.0, 0.0, 0.0), (0.0, 1.0, 2.0), (1.0, 0.0, 0.5)])
def test_a_range_that_holds_no_default_is_refused(low: float, high: float, default: float) -> None:
    with pytest.raises(ValueError, match="must lie between"):
        NumberFilter("score", "Least score", low, high, default)
