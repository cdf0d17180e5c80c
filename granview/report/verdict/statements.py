"""The differences of a pair of lanes, over all and by place, each with its interval, before anything is corrected."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from granview.analysis.clustered_bootstrap import bucket_means, clustered_means
from granview.analysis.equivalence import equivalence
from granview.analysis.paired_bootstrap import PairedDifference, paired_difference
from granview.analysis.student_t import two_sided_quantile
from granview.report.differences import BOOTSTRAP_SEED, LaneDifference, difference_of
from granview.report.session_contents import SessionContents
from granview.report.slicing import slice_mask
from granview.report.task_units import TaskUnits
from granview.report.verdict.facts import LEVEL, Measure, Place, Statement
from granview.report.verdict.pairs import LanePair
from granview.tasks.base import Column, Task

RESAMPLES: Final = 10_000
"""So many that a p-value can be small enough for Holm's correction over a few hundred statements."""

_DEFAULT_MARGIN: Final = 0.02
"""The part of a metric's best value below which a difference does not count, where the user has set no margin."""


def default_margin(column: Column) -> float:
    """The smallest difference of a metric that counts where the user has set none, in the metric's unit."""
    return _DEFAULT_MARGIN * column.top


def measure_of(column: Column) -> Measure:
    """A column as a measure of statements."""
    return Measure(column.name, column.title, column.unit, column.better, column.digits, column.description)


def over_all(contents: SessionContents, task: Task, pair: LanePair, margins: Mapping[str, float]) -> Statement | None:
    """The difference in the headline metric, over the samples that both lanes were scored on; None without any."""
    difference = difference_of(contents, pair.larger, pair.smaller)
    column = _headline(task, difference)
    if column is None:
        return None
    margin = margins.get(column.name, default_margin(column))
    return _statement(measure_of(column), None, difference.metrics[column.name], None, margin)


def by_place(
    units: TaskUnits, places: Sequence[Place], task: Task, pair: LanePair, margins: Mapping[str, float]
) -> list[Statement]:
    """The difference of the mean unit score in every place where both lanes have a scored unit.

    Whole samples are drawn anew with all their units, the same for every place (see
    ``granview.analysis.clustered_bootstrap``); a unit that lies in several places counts in each.
    """
    if pair.larger not in units.scores or pair.smaller not in units.scores:
        return []
    ours, theirs = units.scores[pair.larger], units.scores[pair.smaller]
    both = ~np.isnan(ours) & ~np.isnan(theirs)
    rows = [np.flatnonzero(both & slice_mask(units, place.asked)) for place in places]
    k, row = len(places), np.concatenate([np.empty(0, np.intp), *rows])
    place_of_row = np.repeat(np.arange(k), [len(each) for each in rows])
    change = ours[row].astype(np.float64) - theirs[row]
    means = clustered_means(units.sample[row], place_of_row, change, k, BOOTSTRAP_SEED, RESAMPLES, usual=0.0)
    mean_a, mean_b = (bucket_means(place_of_row, score[row].astype(np.float64), k) for score in (ours, theirs))
    margin = margins.get(task.unit_score.name, default_margin(task.unit_score))
    measure = measure_of(task.unit_score)
    return [
        _statement(
            measure,
            place,
            paired_difference(
                float(mean_a[i]),
                float(mean_b[i]),
                int(means.n_samples[i]),
                means.interval(i),
                int(means.n_different[i]),
                means.pivots[i],
            ),
            int(means.n_units[i]),
            margin,
        )
        for i, place in enumerate(places)
        if means.n_units[i]
    ]


def _headline(task: Task, difference: LaneDifference) -> Column | None:
    columns = {column.name: column for column in task.columns}
    known = [name for name in task.headline if name in difference.metrics]
    return next((columns[name] for name in known if difference.metrics[name].mean is not None), None)


def _statement(
    measure: Measure, place: Place | None, each: PairedDifference, n_units: int | None, margin: float
) -> Statement:
    error = _standard_error(each)
    is_same = each.low == each.high == 0.0
    return Statement(
        measure,
        place,
        each.a,
        each.b,
        each.low,
        each.high,
        each.n,
        n_units,
        None if is_same else each.p_value,
        margin,
        error,
        _outside_p(each, margin),
        is_same=is_same,
    )


def _standard_error(each: PairedDifference) -> float | None:
    """By the width of the 95 % interval, which is 2 t standard errors where values are normally distributed."""
    if each.low is None or each.high is None or each.low == each.high:
        return None
    return (each.high - each.low) / (2 * two_sided_quantile(LEVEL, each.n - 1))


def _outside_p(each: PairedDifference, margin: float) -> float | None:
    """Of "the difference is as large as the margin, or larger": two one-sided tests (Schuirmann 1987)."""
    within = equivalence(each, margin) if margin > 0 else None
    return None if within is None else within.p_value
