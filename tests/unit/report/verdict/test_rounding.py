import pytest

from granview.report.verdict.rounding import digits_for, probability, rounded, two_digits


@pytest.mark.parametrize(
    ("low", "high", "digits"),
    [
        (0.031, 0.089, 3),
        (-0.07, 0.17, 2),
        (12.0, 40.0, 0),
        (0.5, 3.0, 1),
        (0.00001, 0.00002, 6),
        (None, None, 4),
        (0.2, 0.2, 4),
        (0.0, float("inf"), 4),
    ],
)
def test_an_interval_tells_how_many_digits_matter(low: float | None, high: float | None, digits: int) -> None:
    assert digits_for(low, high, otherwise=4) == digits


def test_numbers_have_a_true_minus_and_none_before_zero() -> None:
    assert rounded(-0.0601, 3, "+") == "−0.060"
    assert rounded(-0.0001, 2, "+") == "+0.00"


def test_ratios_have_two_digits_that_matter() -> None:
    assert [two_digits(value) for value in (0.468, 2.06, 9.94, 12.4, 141.5, 31_000)] == [
        "0.47", "2.1", "9.9", "12", "142", "31,000",
    ]  # fmt: skip
    assert two_digits(0.0) == "0"


def test_a_p_value_is_never_said_to_be_0() -> None:
    assert [probability(value) for value in (0.0, 0.0009, 0.012, 0.0499, 0.31, 0.999)] == [
        "< 0.001", "< 0.001", "0.012", "0.050", "0.31", "1",
    ]  # fmt: skip
