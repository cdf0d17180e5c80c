"""Slices say what they are, and take one condition for each column."""

import numpy as np
import pytest

from granview.core.errors import ArgumentError
from granview.core.slices import EVERYTHING, Condition, Slice


def test_says_its_conditions() -> None:
    wanted = Slice((Condition("class", ("car", "bus")), Condition("grain", low=4, high=8)))
    assert str(wanted) == "class is car or bus and 4 ≤ grain < 8"
    assert str(EVERYTHING) == "everything"


def test_says_whether_a_bound_is_in_the_range() -> None:
    above = float(np.nextafter(np.float32(8), np.float32(np.inf)))
    assert str(Condition("grain", low=above)) == "8 < grain"
    assert str(Condition("grain", high=above)) == "grain ≤ 8"


def test_a_condition_takes_the_place_of_one_on_its_column() -> None:
    narrowed = EVERYTHING.with_condition(Condition("grain", high=8)).with_condition(Condition("grain", low=8))
    assert narrowed.conditions == (Condition("grain", low=8),)
    assert narrowed.without("grain") == EVERYTHING


def test_refuses_values_and_a_range_at_once() -> None:
    with pytest.raises(ArgumentError, match="values and a range"):
        Condition("grain", ("a",), low=1)


def test_refuses_a_bound_that_is_no_number() -> None:
    with pytest.raises(ArgumentError, match="no number"):
        Condition("grain", low=float("nan"))
