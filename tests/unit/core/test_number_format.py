import pytest

from granview.core.number_format import format_fixed


@pytest.mark.parametrize(("value", "words"), [(-0.0004, "0.000"), (-0.0, "0.000"), (-0.0006, "−0.001"), (0.5, "0.500")])
def test_a_number_has_a_true_minus_and_zero_has_none(value: float, words: str) -> None:
    assert format_fixed(value, 3) == words


@pytest.mark.parametrize(("value", "words"), [(-0.0004, "+0.000"), (-0.25, "−0.250"), (0.25, "+0.250")])
def test_a_difference_has_its_sign(value: float, words: str) -> None:
    assert format_fixed(value, 3, "+") == words
