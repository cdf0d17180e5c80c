"""What each sample contributes to a metric of merged statistics: the metric without it.

A metric of merged statistics, such as the mIoU of a whole set, is no mean over samples, but nearly one: of the values
that the jackknife gives each sample (Tukey's pseudo-values; Miller, "The Jackknife: a Review", Biometrika 61(1), 1974).
So intervals of such metrics are those of a mean. The metric itself is computed once for each sample, and not once for
each resample; of many samples, or of long lists that are ranked anew each time, once for each of some groups of them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.analysis.bootstrap_interval import MIN_DIFFERENT, Reals
from granview.core.unit import Statistics, is_listed, merge_statistics

MetricsOf = Callable[[Statistics], Mapping[str, float | None]]
Places = NDArray[np.intp]

MOST_GROUPS: Final = 400
FEWEST_GROUPS: Final = 100

LISTED_ROWS: Final = 12_000_000
"""So many rows of lists are ranked in all, if that makes ``FEWEST_GROUPS``."""

_ROUNDING: Final = 1e-12


class Pool:
    """Statistics of many samples, merged, from which some can be taken out again.

    Args:
        parts: One entry per sample.

    Attributes:
        merged: All of them.
        n_listed: Rows of the longest list.

    Raises:
        ShapeError: two parts hold arrays of different shape under one name.
    """

    def __init__(self, parts: Sequence[Statistics]) -> None:
        self._parts = parts
        self.merged = {
            name: array if is_listed(name) else _wide(array) for name, array in merge_statistics(parts).items()
        }
        lists = [name for name in self.merged if is_listed(name)]
        self._owners = {
            name: np.repeat(np.arange(len(parts)), [len(part[name]) if name in part else 0 for part in parts])
            for name in lists
        }
        self.n_listed = max((len(self.merged[name]) for name in lists), default=0)

    def without(self, places: Places, instead: Statistics | None = None) -> Statistics:
        """The statistics of all samples but some; with others in their place."""
        taken = merge_statistics([self._parts[place] for place in places])
        return {name: self._remaining(name, places, taken, instead or {}) for name in self.merged}

    def _remaining(self, name: str, places: Places, taken: Statistics, instead: Statistics) -> NDArray[Any]:
        merged = self.merged[name]
        if is_listed(name):
            kept = merged[~np.isin(self._owners[name], places)]
            return np.concatenate([kept, instead[name]]) if name in instead else kept
        less = merged - taken[name] if name in taken else merged
        return less + instead[name] if name in instead else less


def group_places(size: int, n_listed: int, seed: int) -> list[Places]:
    """The samples of each group that is left out at once: one each, or, of many, about as many by chance.

    Args:
        size: How many samples there are.
        n_listed: Rows of the longest list of statistics.
        seed: Which samples come together.
    """
    groups = min(size, MOST_GROUPS, max(FEWEST_GROUPS, LISTED_ROWS // max(1, n_listed)))
    order = np.arange(size) if groups == size else np.random.default_rng(seed).permutation(size)
    return [order[start::groups] for start in range(groups)]


def contributions(pool: Pool, metrics: MetricsOf, groups: Sequence[Places]) -> dict[str, Reals]:
    """By metric what each group contributes: (groups,) float64 with the mean of the metric of all samples.

    NaN where the metric is undefined, be it of all samples or without the group.
    """
    whole = metrics(pool.merged)
    left_out = [metrics(pool.without(places)) for places in groups]
    size = sum(map(len, groups))
    scale = np.array([(size - len(places)) * len(groups) / size for places in groups])
    return {name: _pseudo_values(value, [each[name] for each in left_out], scale) for name, value in whole.items()}


def _pseudo_values(whole: float | None, left_out: Sequence[float | None], scale: Reals) -> Reals:
    if whole is None:
        return np.full(len(left_out), np.nan)
    change = whole - np.array([np.nan if value is None else value for value in left_out], dtype=np.float64)
    contributed = scale * change
    return whole + contributed - contributed.mean() if len(left_out) else contributed


def count_different(ours: Sequence[Statistics], theirs: Sequence[Statistics], metrics: MetricsOf) -> dict[str, int]:
    """By metric, in how many samples two lanes differ, counted until there are ``MIN_DIFFERENT``.

    A sample is counted where the metric of all samples of the second lane changes with the first lane's result of that
    sample in the place of its own. Of long lists only as many samples are tried as ``LISTED_ROWS`` allows.

    Args:
        ours: One lane's statistics, one entry per sample.
        theirs: The other's, in the same order.
        metrics: From merged statistics to values by name.
    """
    pool = Pool(theirs)
    before = metrics(pool.merged)
    counts = dict.fromkeys(before, 0)
    tries = len(theirs) if not pool.n_listed else max(FEWEST_GROUPS, LISTED_ROWS // pool.n_listed)
    for place in list(_unlike(ours, theirs))[:tries]:
        if all(count >= MIN_DIFFERENT for count in counts.values()):
            break
        after = metrics(pool.without(np.array([place]), ours[place]))
        for name, value in after.items():
            counts[name] = min(counts[name] + _differ(value, before[name]), MIN_DIFFERENT)
    return counts


def _unlike(ours: Sequence[Statistics], theirs: Sequence[Statistics]) -> Iterator[int]:
    """The places at which two lanes' statistics are not the same."""
    for place, (one, other) in enumerate(zip(ours, theirs, strict=True)):
        if one.keys() != other.keys() or not all(np.array_equal(one[name], other[name]) for name in one):
            yield place


def _differ(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is not other
    return abs(one - other) > _ROUNDING * max(1.0, abs(other))


def _wide(array: NDArray[Any]) -> NDArray[Any]:
    """So that what is taken out and put in neither overflows nor falls below 0."""
    return array.astype(np.int64 if array.dtype.kind in "bui" else np.float64)
