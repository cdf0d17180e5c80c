"""Score against a measure of units, lane by lane: at which size, contrast or class do they begin to differ?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from granview.analysis.grain_crossover import GrainComparison, compare_grains
from granview.analysis.grain_profile import GrainProfile, UnitScores, grain_profile
from granview.core.errors import ArgumentError
from granview.core.slices import Condition, Slice
from granview.report.bucketing import Buckets, category_buckets, number_buckets
from granview.report.differences import BOOTSTRAP_SEED
from granview.report.sample_columns import column_axis, is_sample_column
from granview.report.task_units import NO_CATEGORY, TaskUnits
from granview.tasks.base import TASKS, GrainAxis

_KIND = "kind"


@dataclass(frozen=True)
class BucketedUnits:
    """The units of one kind, measured along an axis and divided into buckets.

    Attributes:
        units: n units, all of the axis' kind.
        axis: What is measured.
        buckets: Where each of them belongs.
        kinds: How many kinds of units the task has, so that a slice must name the one that is meant.
    """

    units: TaskUnits
    axis: GrainAxis
    buckets: Buckets
    kinds: int = 1

    @property
    def lanes(self) -> tuple[str, ...]:
        """The lanes that have a score of some unit."""
        scores = self.units.scores
        return tuple(lane for lane, score in scores.items() if bool((~np.isnan(score)).any()))

    @property
    def is_category(self) -> bool:
        """Whether the buckets are categories, which are in no order."""
        return self.axis.column in self.units.categories

    def taken(self, rows: NDArray[np.bool_]) -> "BucketedUnits":
        """Those that a (n,) mask marks, in the same buckets."""
        return replace(
            self, units=self.units.taken(rows), buckets=replace(self.buckets, place=self.buckets.place[rows])
        )

    @property
    def n_samples(self) -> tuple[int, ...]:
        """Of each bucket, how many samples have units in it."""
        samples = (self.units.sample[self.buckets.place == place] for place in range(len(self.buckets)))
        return tuple(len(np.unique(sample)) for sample in samples)

    def profile(self, lane: str) -> GrainProfile:
        """A lane's mean score in each bucket; buckets are named by ``buckets.titles``."""
        found = grain_profile(self._scores(lane), self.buckets.edges, self.axis.is_count, BOOTSTRAP_SEED)
        return found.by_outcome() if self.units.is_by_outcome else found

    def compare(self, left: str, right: str) -> GrainComparison:
        """What the left lane has over the right one in each bucket, over the units that both have a score of."""
        found = compare_grains(self._scores(left), self._scores(right), self.buckets.edges, BOOTSTRAP_SEED)
        return found.by_outcome() if self.units.is_by_outcome else found

    def title(self, bucket: int) -> str:
        """What a bucket is called, with its unit: ``4–8 px``."""
        return f"{self.buckets.titles[bucket]} {self.axis.unit}".strip()

    def narrowed(self, wanted: Slice, bucket: int) -> Slice:
        """A slice narrowed to a bucket."""
        kind = wanted.with_condition(Condition(_KIND, (self.axis.kind,))) if self.kinds > 1 else wanted
        return kind.with_condition(self.buckets.conditions[bucket])

    def widened(self, wanted: Slice) -> Slice:
        """A slice without what it asks of the measure, and of the kind where that came with it."""
        return wanted.without(self.axis.column).without(_KIND) if self.kinds > 1 else wanted.without(self.axis.column)

    def _scores(self, lane: str) -> UnitScores:
        values = self.units.columns[self.axis.column]
        grain = self.buckets.place.astype(np.float64) if self.is_category else values
        return UnitScores(grain, self.units.scores[lane], self.units.sample)


def bucketed(units: TaskUnits, axis: GrainAxis, bucketing: str = "") -> BucketedUnits:
    """The units of an axis' kind in buckets; see ``granview.report.bucketing`` for the bucketings.

    Raises:
        ArgumentError: there is no such bucketing.
    """
    of_kind = units.of_kind(axis.kind)
    values, names = of_kind.columns[axis.column], units.categories.get(axis.column)
    buckets = number_buckets(axis, values, bucketing) if names is None else category_buckets(axis, values, names)
    return BucketedUnits(of_kind, axis, buckets, len(units.categories[_KIND]))


def axes_of(units: TaskUnits) -> tuple[GrainAxis, ...]:
    """The measures by which some unit can be told: the task's own, then the columns of the data."""
    own = TASKS.get(units.task).grain_axes if units.task in TASKS else ()
    columns = [name for name in units.columns if is_sample_column(name)]
    kind = next((axis.kind for axis in own if _has(units, axis)), "")
    data = (column_axis(kind, name) for name in columns) if kind else ()
    return tuple(axis for axis in (*own, *data) if _has(units, axis))


def axis_called(axes: Iterable[GrainAxis], name: str) -> GrainAxis:
    """The axis of that name, or that measures the column of that name.

    Raises:
        ArgumentError: there is none.
    """
    axes = tuple(axes)
    meant = next((axis for axis in axes if axis.name == name), None)
    meant = meant or next((axis for axis in axes if axis.column == name), None)
    if meant is None:
        known = ", ".join(axis.name for axis in axes) or "none"
        raise ArgumentError(f"Nothing is measured by '{name}' here.", f"There are: {known}.")
    return meant


def _has(units: TaskUnits, axis: GrainAxis) -> bool:
    if axis.column not in units.columns:
        return False
    values = units.columns[axis.column][units.is_category(_KIND, axis.kind)]
    is_known = values != NO_CATEGORY if axis.column in units.categories else ~np.isnan(values)
    return bool(is_known.any())
