"""How a measure is divided into buckets: the task's own edges, quantiles, octaves, COCO's areas, categories."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.analysis.bucket_columns import bucket_index
from granview.analysis.grain_profile import bucket_title
from granview.core.errors import ArgumentError
from granview.core.slices import Condition
from granview.report.task_units import NO_CATEGORY
from granview.tasks.base import GrainAxis

OWN: Final = "own"
QUANTILE: Final = "quantile"
LOG: Final = "log"
COCO: Final = "coco"
CATEGORY: Final = "category"

N_QUANTILES: Final = 5
MOST_OCTAVES: Final = 12
MOST_CATEGORIES: Final = 12
"""So many categories have a bucket each, the most frequent ones; the rest are one bucket together."""

COCO_EDGES: Final = (0.0, 32.0, 96.0, math.inf)
"""COCO's small objects have an area below 32², its large ones one above 96², in px²."""

_DIGITS: Final = range(3, 10)
"""Significant digits of edges that are made of the data, so that they can be read and typed; more where fewer make
several edges one, as of years from 1995 to 2005."""

Edges = tuple[float, ...]
Values = NDArray[Any]


@dataclass(frozen=True)
class Buckets:
    """k buckets of a measure.

    Attributes:
        name: The bucketing that they are of; one of ``BUCKETINGS``, or the edges themselves where the user gave them.
        edges: k + 1 increasing edges, each bucket with its lower one in it; of categories 0, 1, …, k.
        titles: (k,) what each is called.
        conditions: (k,) what a slice asks for to hold the units of each.
        place: (n,) bucket of each unit, -1 for those without a value or outside of all.
        rest: How many categories the last bucket holds together; 0 where each has one of its own.
    """

    name: str
    edges: Edges
    titles: tuple[str, ...]
    conditions: tuple[Condition, ...]
    place: NDArray[np.intp]
    rest: int = 0

    @property
    def short_titles(self) -> tuple[str, ...]:
        """Titles where there is little room: the lower edges; those of categories as they are."""
        lows = [condition.low for condition in self.conditions]
        pairs = zip(self.titles, lows, strict=True)
        return tuple(title if low is None or not place else f"{low:g}" for place, (title, low) in enumerate(pairs))

    def __len__(self) -> int:
        return len(self.titles)

    @property
    def n_outside(self) -> int:
        """Units that are in no bucket."""
        return int(np.count_nonzero(self.place < 0))


def bucketings_for(axis: GrainAxis, is_category: bool) -> tuple[str, ...]:
    """The bucketings that make sense for an axis; the first is what is shown where nothing else is asked for."""
    if is_category:
        return (CATEGORY,)
    own = (OWN,) if axis.edges else ()
    return (*own, QUANTILE, LOG, *((COCO,) if axis.is_root_area else ()))


def number_buckets(axis: GrainAxis, values: Values, bucketing: str = "") -> Buckets:
    """Buckets of numbers.

    Args:
        axis: What they measure.
        values: (n,) the numbers, NaN where there is none.
        bucketing: A name of ``bucketings_for``, or edges with commas between them, such as ``0,8,32``; empty for the
            axis' first.

    Raises:
        ArgumentError: there is no such bucketing for the axis.
    """
    name = bucketing or bucketings_for(axis, is_category=False)[0]
    edges = _edges(axis, values, name)
    return Buckets(
        name,
        edges,
        tuple(_title(low, high, axis.is_count) for low, high in pairwise(edges)),
        tuple(Condition(axis.column, (), _bound(low), _bound(high)) for low, high in pairwise(edges)),
        bucket_index(values, edges).astype(np.intp),
    )


def category_buckets(axis: GrainAxis, values: Values, names: Sequence[str]) -> Buckets:
    """A bucket for each of the most frequent categories, and one for all others together.

    Args:
        axis: What they are categories of.
        values: (n,) indices into ``names``, ``NO_CATEGORY`` for none.
        names: The categories.
    """
    counts = np.bincount(values[values != NO_CATEGORY], minlength=len(names))
    order = np.argsort(-counts, kind="stable")
    order = order[counts[order] > 0]
    own = order if len(order) <= MOST_CATEGORIES + 1 else order[:MOST_CATEGORIES]
    rest = [names[index] for index in order[len(own) :]]
    groups = [*((names[index],) for index in own), *((tuple(rest),) if rest else ())]
    table = np.full(len(names) + 1, -1, np.intp)
    table[order] = np.minimum(np.arange(len(order)), len(own))
    return Buckets(
        CATEGORY,
        tuple(float(edge) for edge in range(len(groups) + 1)),
        (*(names[index] for index in own), *((f"{len(rest)} others",) if rest else ())),
        tuple(Condition(axis.column, group) for group in groups),
        table[values],
        len(rest),
    )


def _edges(axis: GrainAxis, values: Values, name: str) -> Edges:
    if name in bucketings_for(axis, is_category=False):
        return _EDGES[name](axis, values)
    if not name[:1].isalpha():
        return _typed(name)
    known = ", ".join(bucketings_for(axis, is_category=False))
    raise ArgumentError(
        f"There are no buckets '{name}' of {axis.title.lower()}.", f"There are: {known}; or edges, such as 0,8,32."
    )


def _typed(text: str) -> Edges:
    """The edges that a user has typed; what lies below the first or above the last is in no bucket."""
    try:
        edges = tuple(float(part) for part in text.split(","))
    except ValueError:
        edges = ()
    if len(edges) < 2 or any(not low < high for low, high in pairwise(edges)):
        raise ArgumentError(f"'{text}' are no edges of buckets.", "Give increasing numbers, such as 0,8,32.")
    return edges


def _own(axis: GrainAxis, values: Values) -> Edges:
    return axis.edges


def _quantiles(axis: GrainAxis, values: Values) -> Edges:
    """Edges between buckets of as many units each as ties allow; no bucket is empty."""
    values = values[np.isfinite(values)]
    if not len(values):
        return (-math.inf, math.inf)
    inner = np.quantile(values.astype(np.float64), np.arange(1, N_QUANTILES) / N_QUANTILES)
    rounded = np.ceil(inner).tolist() if axis.is_count else _rounded(inner.tolist())
    between = _filled(sorted({float(edge) for edge in rounded if values.min() < edge <= values.max()}), values)
    return (0.0 if axis.is_count else -math.inf, *between, math.inf)


def _filled(between: Sequence[float], values: Values) -> list[float]:
    """Those of increasing edges above which, up to the next of them, there are values."""
    places = np.searchsorted(between, values, side="right")
    return [edge for place, edge in enumerate(between, start=1) if np.any(places == place)]


def _octaves(axis: GrainAxis, values: Values) -> Edges:
    """Powers of two; of more than ``MOST_OCTAVES`` several are one bucket. What is not above 0 is in the first."""
    above = values[(values > 0) & np.isfinite(values)]
    first = 0.0 if axis.is_count else -math.inf
    if not len(above):
        return (first, math.inf)
    low, high = math.floor(math.log2(above.min())), math.floor(math.log2(above.max()))
    step = max(1, math.ceil((high - low) / MOST_OCTAVES))
    return (first, *(2.0**power for power in range(low + 1, high + 1, step)), math.inf)


def _coco(axis: GrainAxis, values: Values) -> Edges:
    return COCO_EDGES


_EDGES: Final[Mapping[str, Callable[[GrainAxis, Values], Edges]]] = {
    OWN: _own,
    QUANTILE: _quantiles,
    LOG: _octaves,
    COCO: _coco,
}


def _rounded(edges: Sequence[float]) -> list[float]:
    """Edges with as few digits as move none by more than a tenth of the way to the next."""
    most = 0.1 * min(np.diff(np.unique(edges)), default=math.inf)
    of_digits = ([float(f"{edge:.{digits}g}") for edge in edges] for digits in _DIGITS)
    return next((each for each in of_digits if np.abs(np.subtract(each, edges)).max() <= most), list(edges))


def _bound(edge: float) -> float | None:
    return None if math.isinf(edge) else edge


def _title(low: float, high: float, is_count: bool) -> str:
    if math.isinf(low) and math.isinf(high):
        return "all"
    if is_count or low == 0 or math.isinf(low) or math.isinf(high):
        return bucket_title(low, high, is_count)
    return f"{low:g} to {high:g}" if low < 0 else f"{low:g}–{high:g}"
