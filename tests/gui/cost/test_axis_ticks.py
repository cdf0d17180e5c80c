"""Numbers beside axes."""

import itertools

import pytest

from granview.gui.cost.axis_ticks import linear_ticks, log_ticks, number_in_short


def width_of(text: str) -> float:
    return 7.0 * len(text)


@pytest.mark.parametrize("room_px", [60, 200, 350, 900])
@pytest.mark.parametrize(("low", "high"), [(0.8, 1.2), (-4.2, -3.1), (-3.9, 6.1), (2.9, 9.6), (0.0, 0.4)])
def test_numbers_of_a_logarithmic_axis_never_collide_and_differ(low: float, high: float, room_px: int) -> None:
    ticks = log_ticks(low, high, room_px, width_of)
    assert ticks
    texts = [text for _, text in ticks]
    assert len(set(texts)) == len(texts)
    assert "0" not in texts
    per_px = (high - low) / room_px
    for (left, one), (right, other) in itertools.pairwise(ticks):
        assert (right - left) / per_px > (width_of(one) + width_of(other)) / 2


def test_an_axis_of_less_than_a_decade_has_more_than_one_number() -> None:
    assert [text for _, text in log_ticks(0.8, 1.2, 300, width_of)] == ["7", "10", "15"]


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.002, "0.002"), (0.00005, "0.00005"), (1.5, "1.5"), (50, "50"), (1000, "1k"), (2e4, "20k"), (3e6, "3M")],
)
def test_round_numbers_are_short(value: float, words: str) -> None:
    assert number_in_short(value) == words


def test_numbers_of_a_linear_axis_end_where_it_ends() -> None:
    assert [text for _, text in linear_ticks(0.97, 1.0, 4)] == ["0.97", "0.98", "0.99", "1.00"]
    assert [text for _, text in linear_ticks(0.0, 0.0301, 3)] == ["0.00", "0.02"]
    assert [text for _, text in linear_ticks(-0.7, 0.5, 5)] == ["-0.5", "0.0", "0.5"]
    assert [text for _, text in linear_ticks(20, 45, 4)] == ["20", "30", "40"]
