"""Looking at some of a comparison's many files before a run, as long as it is wanted and not too much."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

import numpy as np

from granview.core.errors import InputError

T = TypeVar("T")

MAX_SURVEYED_PIXELS: Final = 500_000_000
"""Once so many pixels were looked at, no further file is."""


def survey_each(
    things: Sequence[T], n: int, observe: Callable[[T], int], wanted: Callable[[], bool] = lambda: True
) -> None:
    """Look at some of many things; one that cannot be read is left out.

    Args:
        things: What there is.
        n: At most so many are looked at, evenly spread over all.
        observe: Looks at one, and says how many pixels it has.
        wanted: Asked before each; the look ends where it says no.
    """
    n_pixels = 0
    for thing in evenly_spread(things, n):
        if n_pixels >= MAX_SURVEYED_PIXELS or not wanted():
            return
        try:
            n_pixels += observe(thing)
        except InputError:
            continue


def evenly_spread(things: Sequence[T], n: int) -> list[T]:
    """At most ``n`` of some things, evenly spread."""
    if len(things) <= n:
        return list(things)
    return [things[round(place)] for place in np.linspace(0, len(things) - 1, n)]
