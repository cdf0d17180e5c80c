import pytest

from granview.core.number_format import format_fixed, format_share


@pytest.mark.parametrize(("value", "words"), [(-0.0004, "0.000"), (-0.0, "0.000"), (-0.0006, "−0.001"), (0.5, "0.500")])
def test_a_number_has_a_true_minus_and_zero_has_none(value: float, words: str) -> None:
    assert format_fixed(value, 3) == words


@pytest.mark.parametrize(("value", "words"), [(-0.0004, "+0.000"), (-0.25, "−0.250"), (0.25, "+0.250")])
def test_a_difference_has_its_sign(value: float, words: str) -> None:
    assert format_fixed(value, 3, "+") == words


@pytest.mark.parametrize(
    ("share", "text"), [(0.99862, "99.86 %"), (1.0, "100.00 %"), (0.9871, "98.7 %"), (0.0, "0.0 %")]
)
def test_shares_have_more_digits_where_marks_lie_close(share: float, text: str) -> None:
    assert format_share(share) == text
