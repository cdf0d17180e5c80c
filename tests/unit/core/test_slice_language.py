"""Slices as people type them."""

import contextlib
import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from granview.core.errors import ArgumentError
from granview.core.slice_language import parsed_slice, typed
from granview.core.slices import Condition, Slice

ABOVE_8 = float(np.nextafter(np.float32(8), np.float32(np.inf)))


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("", ()),
        ("  ", ()),
        ("class=car", (Condition("class", ("car",)),)),
        ("class = car | bus , grain<8", (Condition("class", ("car", "bus")), Condition("grain", high=8))),
        ("class is car or bus and grain >= 8", (Condition("class", ("car", "bus")), Condition("grain", low=8))),
        ("class != road", (Condition("class", ("road",), is_not=True),)),
        ("grain > 8", (Condition("grain", low=ABOVE_8),)),
        ("grain<=8", (Condition("grain", high=ABOVE_8),)),
        ("4<=grain<8", (Condition("grain", low=4, high=8),)),
        ("4 ≤ grain < 8", (Condition("grain", low=4, high=8),)),
        ("grain≤8, class ≠ road", (Condition("grain", high=ABOVE_8), Condition("class", ("road",), is_not=True))),
        ("8<grain", (Condition("grain", low=ABOVE_8),)),
        ('"8" < 9', (Condition("8", high=9),)),
        ('"δ ≤ 1" >= 9', (Condition("δ ≤ 1", low=9),)),
        ("8>grain>=4", (Condition("grain", low=4, high=8),)),
        ("score of unet-nano < 0.5", (Condition("score of unet-nano", high=0.5),)),
        ("unet-nano is wrong", (Condition("unet-nano", ("wrong",)),)),
        ("mark is not reference is wrong", (Condition("mark", ("reference is wrong",), is_not=True),)),
        ('"a, b" is "x | y"', (Condition("a, b", ("x | y",)),)),
        ('class is "rock and roll"', (Condition("class", ("rock and roll",)),)),
        ("sample=s 1", (Condition("sample", ("s 1",)),)),
        ('class=""', (Condition("class", ("",)),)),
    ],
)
def test_it_is_read(text: str, conditions: tuple[Condition, ...]) -> None:
    assert parsed_slice(text).conditions == conditions


@pytest.mark.parametrize("text", ["grain > 8", "grain<=8", "0.1<grain<=0.3", "4<=grain<8", "grain>=0.001", "grain<8"])
def test_what_a_range_says_of_itself_is_read_as_the_same_range(text: str) -> None:
    wanted = parsed_slice(text)
    assert parsed_slice(str(wanted)) == wanted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("class", "'class' is no condition"),
        ("class=car,", "empty condition"),
        ("grain<eight", "'eight' in 'grain < eight' is no number"),
        ("grain<nan", "is no number"),
        ("4<grain>8", "is no condition"),
        ("1<2<grain<3", "is no condition"),
        ("class=", "is no condition"),
        ("=car", "is no condition"),
        ("class=car|", "is no condition"),
        ('class="car', 'from here on: "car'),
        ("x" * 10_001, "more than 10,000 characters"),
    ],
)
def test_what_cannot_be_read_is_quoted_with_a_hint(text: str, words: str) -> None:
    with pytest.raises(ArgumentError, match=words) as raised:
        parsed_slice(text)
    assert "class=car|bus" in raised.value.hint


ODD_NAMES = (
    *("rock and roll", "a, b", "x | y", 'say "yes"', "is", "not", "8", "δ ≤ 1", " two  spaces ", "nan", "", "or else"),
    *("a=b", "not so", '"', '""', "tab\there"),
)
NAMES = st.text(max_size=12) | st.sampled_from(ODD_NAMES)
BOUNDS = st.none() | st.floats(width=32, allow_nan=False) | st.floats(allow_nan=False)


@given(st.lists(st.builds(Condition, NAMES, st.lists(NAMES, min_size=1, max_size=3).map(tuple), is_not=st.booleans())))
def test_values_that_are_printed_are_read_back(conditions: list[Condition]) -> None:
    wanted = Slice(tuple(conditions))
    expected = [replace(each, column=each.column.removesuffix(" is")) for each in conditions]
    assert parsed_slice(typed(wanted)).conditions == tuple(expected)


def units_between(condition: Condition, numbers: np.ndarray) -> np.ndarray:
    """Which of some float32 numbers are in a condition's range; NaN is in none."""
    low, high = (-np.inf if condition.low is None else condition.low), condition.high
    with np.errstate(over="ignore"):
        return (numbers >= low) & (~np.isnan(numbers) if high is None else numbers < high)


@example("0", math.inf, None, False)
@example("", math.inf, None, True)
@given(NAMES, BOUNDS, BOUNDS, st.booleans())
def test_ranges_that_are_printed_are_read_back(name: str, low: float | None, high: float | None, is_not: bool) -> None:
    condition = Condition(name, low=low, high=high, is_not=is_not)
    (found,) = parsed_slice(typed(Slice((condition,)))).conditions
    assert (found.column, found.is_not) == (name, is_not)
    known = [bound for bound in (low, high) if bound is not None]
    with np.errstate(over="ignore"):
        numbers = np.array([-np.inf, -3, 0, 8, np.inf, np.nan, *known], np.float32)
        numbers = np.concatenate([numbers, np.nextafter(numbers, np.float32(np.inf))])
    np.testing.assert_array_equal(units_between(found, numbers), units_between(condition, numbers))


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    with contextlib.suppress(ArgumentError):
        assert isinstance(parsed_slice(text), Slice)
