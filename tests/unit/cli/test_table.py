import pytest

from granview.cli.table import interval_text, number_text, signed_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0004, "<0.001"),
        (-0.0004, ">−0.001"),
        (0.0006, "0.001"),
        (0.0, "0.000"),
        (0.25, "0.250"),
        (None, "n/a"),
        (7, "7"),
    ],
)
def test_what_is_not_0_is_never_written_as_0(value: float | None, text: str) -> None:
    assert number_text(value) == text


def test_a_difference_has_its_sign() -> None:
    assert [signed_text(value) for value in (0.25, -0.25, 0.0, 0.0004, -0.0004)] == [
        *("+0.250", "−0.250", "+0.000", "<0.001", ">−0.001"),
    ]


def test_both_ends_of_an_interval_have_so_many_digits_that_they_differ() -> None:
    assert interval_text(0.0002, 0.0009) == "+0.00020 to +0.00090"
    assert interval_text(-0.25, 0.5) == "−0.250 to +0.500"
    assert interval_text(None, None, 3, "no sample differs") == "no sample differs"
    assert interval_text(None, None) == "n/a"
