import pytest

from granview.core.number_format import format_count, format_fixed, format_operations, format_share, three_digits


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


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0.00"),
        (2.049, "2.05"),
        (9.999, "10.0"),
        (31.02, "31.0"),
        (99.96, "100"),
        (480.4, "480"),
        (1163.0, "1163"),
    ],
)
def test_three_digits_and_never_an_exponent(value: float, text: str) -> None:
    assert three_digits(value) == text


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (999, "999"),
        (1_636, "1,636"),
        (29_751, "29.8 k"),
        (999_700, "1.00 M"),
        (5_156_383, "5.16 M"),
        (10**10, "10.0 B"),
    ],
)
def test_counts_have_a_unit(n: int, text: str) -> None:
    assert format_count(n) == text


def test_operations_are_counted_in_g() -> None:
    assert (format_operations(3.1e10), format_operations(62_100_000)) == ("31.0 G", "62.1 M")
