"""Which lane is the best: only among those that rest on the same samples, and never one without a number."""

import math

import pytest

from granview.report.best_lanes import best_lanes, lanes_on_same_samples

ALL = frozenset("ab")


def test_lanes_that_rest_on_every_sample_can_be_compared():
    assert lanes_on_same_samples({"one": ALL, "two": ALL}) == {"one", "two"}
    assert lanes_on_same_samples({"one": ALL, "two": frozenset("a")}) == {"one"}
    assert lanes_on_same_samples({"one": frozenset("a"), "two": frozenset("b")}) == frozenset()
    assert lanes_on_same_samples({}) == frozenset()


@pytest.mark.parametrize(("better", "best"), [("higher", {"two"}), ("lower", {"one"}), ("", set())])
def test_the_best_is_at_the_better_end(better, best):
    assert best_lanes({"one": 0.1, "two": 0.2, "three": None}, better, ["one", "two", "three"]) == best


def test_equals_are_the_best_together():
    assert best_lanes({"one": 0.2, "two": 0.2, "three": 0.1}, "higher", ["one", "two", "three"]) == {"one", "two"}


@pytest.mark.parametrize("better", ["higher", "lower"])
def test_where_all_have_one_value_nobody_is_the_best(better):
    assert best_lanes({"one": 0.2, "two": 0.2, "three": None}, better, ["one", "two", "three"]) == frozenset()
    assert best_lanes({"one": 0.2, "two": 0.2, "high": 0.9, "low": 0.0}, better, ["one", "two"]) == frozenset()


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("better", ["higher", "lower"])
def test_what_is_no_number_is_never_the_best(value, better):
    three = {"one": 0.1, "odd": value, "two": 0.2}
    assert best_lanes(three, better, list(three)) == {"two" if better == "higher" else "one"}
    assert best_lanes({"one": 0.1, "odd": value}, better, ["one", "odd"]) == frozenset()


def test_a_lane_that_cannot_be_compared_is_never_the_best():
    values = {"one": 0.1, "two": 0.2, "high": 0.9}
    assert best_lanes(values, "higher", ["one", "two"]) == {"two"}
    assert best_lanes(values, "higher", ["one"]) == frozenset()
