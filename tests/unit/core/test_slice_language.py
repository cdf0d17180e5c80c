"""Slices as people type them."""

import contextlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from granview.core.errors import ArgumentError
from granview.core.slice_language import parsed_slice
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


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    with contextlib.suppress(ArgumentError):
        assert isinstance(parsed_slice(text), Slice)
