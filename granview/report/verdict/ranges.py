"""Buckets of grain that lie side by side and of which the same is said, as one range."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from granview.core.slices import Condition
from granview.report.verdict.statement import Dimension, Statement, Subgroup


def joined_places(statements: Sequence[Statement]) -> list[Subgroup]:
    """The places of statements of which one thing is said, in their order; neighbouring buckets as one."""
    places: list[Subgroup] = []
    for place in (each.place for each in statements):
        if place is None:
            continue
        if places and _are_neighbours(places[-1], place):
            places[-1] = _joined(places[-1], place)
        else:
            places.append(place)
    return places


def telling_places(statements: Sequence[Statement]) -> list[Subgroup]:
    """As ``joined_places``, for a sentence: without measures of which several ranges would have to be told.

    The first measure, size, stays however many ranges it has.
    """
    places = joined_places(statements)
    n_ranges = Counter(place.title for place in places if place.dimension is Dimension.GRAIN)
    first = next(iter(n_ranges), "")
    return [place for place in places if n_ranges[place.title] < 2 or place.title == first]


def _joined(low: Subgroup, high: Subgroup) -> Subgroup:
    """Two neighbouring buckets as one."""
    column = next(condition.column for condition in low.asked.conditions if not condition.values)
    asked = low.asked.with_condition(Condition(column, low=low.low, high=high.high))
    return replace(low, high=high.high, asked=asked)


def _are_neighbours(one: Subgroup, other: Subgroup) -> bool:
    same_axis = (one.dimension, one.kind, one.title) == (other.dimension, other.kind, other.title)
    return same_axis and one.dimension is Dimension.GRAIN and one.high is not None and one.high == other.low
