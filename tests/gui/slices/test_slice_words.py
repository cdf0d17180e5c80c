"""Conditions in a few words say which bounds are in the range."""

import pytest

from granview.core.slice_language import parsed_slice
from granview.gui.slices.slice_words import condition_words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("grain > 8", "grain > 8"),
        ("grain >= 8", "grain ≥ 8"),
        ("grain <= 8", "grain ≤ 8"),
        ("grain < 8", "grain < 8"),
        ("4 < grain <= 8", "4 < grain ≤ 8"),
        ("4 <= grain < 8", "4 ≤ grain < 8"),
    ],
)
def test_a_bound_is_said_to_be_in_the_range_or_not(typed: str, words: str) -> None:
    (condition,) = parsed_slice(typed).conditions
    assert condition_words(condition) == words
