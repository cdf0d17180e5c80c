"""The differences of a pair of lanes, over all and by place, each with its interval, before anything is corrected."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from granview.analysis.bootstrap_interval import MIN_DIFFERENT
from granview.analysis.clustered_bootstrap import bucket_means, clustered_means
from granview.analysis.equivalence import equivalence
from granview.analysis.paired_bootstrap import PairedDifference, paired_difference
from granview.report.differences import BOOTSTRAP_SEED, LaneDifference, difference_of
from granview.report.margins import Margins
from granview.report.session_contents import SessionContents
from granview.report.slicing import slice_mask
from granview.report.task_units import TaskUnits
from granview.report.verdict.pairs import LanePair
from granview.report.verdict.statement import LEVEL, Measure, Statement, Subgroup
from granview.tasks.base import Column, Task

_DEFAULT_PART: Final = 0.02
"""The part of a metric's best value, or of a lane's, below which a difference does not count where none is set."""

_DEFAULT_OF_UNIT: Final = {"dB": 0.25}
"""By the unit of a metric that is no share of its best value, its margin where the user has set none."""


@dataclass(frozen=True)
class Measured:
    """A statement that is not corrected yet, and the difference that it is made of."""

    statement: Statement
    difference: PairedDifference


def margin_of(column: Column, margins: Margins, of_smaller: float | None) -> float:
    """The smallest difference of a metric that counts: as it is set, else 0.25 dB or 2 % of the best value.

    Of a metric that is the better the lower, such as perplexity, the best value is no measure: it is 2 % of the smaller
    lane's value there.
    """
    margin = margins.margin(column.name)
    if margin is not None:
        return margin
    whole = abs(of_smaller) if column.better == "lower" and of_smaller else column.top
    return _DEFAULT_OF_UNIT.get(column.unit, _DEFAULT_PART * whole)


def measure_of(column: Column) -> Measure:
    """A column as a measure of statements."""
    return Measure(
        column.name, column.title, column.unit, column.better, column.digits, column.description, column.farthest
    )


def over_all(contents: SessionContents, task: Task, pair: LanePair, margins: Margins) -> Measured | None:
    """The difference in the headline metric, over the samples that both lanes were scored on; None without any.

    None, too, where no metric of the headline compares, as perplexities of other tokens do not.
    """
    difference = difference_of(contents, pair.larger, pair.smaller)
    column = headline_of(task, difference)
    if column is None or difference.metrics[column.name].withheld is not None:
        return None
    return _measured(column, None, difference.metrics[column.name], None, margins)


def by_place(
    units: TaskUnits, places: Sequence[Subgroup], task: Task, pair: LanePair, margins: Margins
) -> list[Measured]:
    """The difference of the mean unit score in every place where both lanes have a scored unit.

    Whole samples are drawn anew with all their units (see ``granview.analysis.clustered_bootstrap``); a unit that lies
    in several places counts in each.
    """
    if pair.larger not in units.scores or pair.smaller not in units.scores:
        return []
    ours, theirs = units.scores[pair.larger], units.scores[pair.smaller]
    both = ~np.isnan(ours) & ~np.isnan(theirs)
    rows = [np.flatnonzero(both & slice_mask(units, place.asked)) for place in places]
    k, row = len(places), np.concatenate([np.empty(0, np.intp), *rows])
    of_row = np.repeat(np.arange(k), [len(each) for each in rows])
    change = ours[row].astype(np.float64) - theirs[row]
    means = clustered_means(units.sample[row], of_row, change, k, BOOTSTRAP_SEED, usual=0.0)
    mean_a, mean_b = (bucket_means(of_row, score[row].astype(np.float64), k) for score in (ours, theirs))
    differences = (
        paired_difference(
            float(mean_a[i]),
            float(mean_b[i]),
            int(means.n_samples[i]),
            means.interval(i, 1 - LEVEL),
            int(means.n_different[i]),
            means.pivots[i],
        ).within(task.unit_score.farthest)
        for i in range(k)
    )
    return [
        _measured(task.unit_score, place, difference, int(n_units), margins)
        for place, difference, n_units in zip(places, differences, means.n_units, strict=True)
        if n_units
    ]


def headline_of(task: Task, difference: LaneDifference) -> Column | None:
    """The metric that says in one number how good a lane is; None where neither has it.

    One that can be tested, if there is such a one: of PSNR a lane that has pictures perfectly right leaves these out.
    """
    columns = {column.name: column for column in task.columns}
    of_name = {name: difference.metrics[name] for name in task.headline if name in difference.metrics}
    known = [name for name, each in of_name.items() if each.mean is not None]
    tested = (name for name in known if of_name[name].withheld is None)
    return columns.get(next(tested, next(iter(known), "")))


def _measured(
    column: Column, place: Subgroup | None, each: PairedDifference, n_units: int | None, margins: Margins
) -> Measured:
    """A difference as a statement. Where both are the same on every sample, none is ruled out: others may differ."""
    margin = margin_of(column, margins, each.b)
    within = equivalence(each, margin)
    statement = Statement(
        measure_of(column),
        place,
        each.a,
        each.b,
        each.low,
        each.high,
        each.n,
        n_units,
        each.p_among_many,
        margin,
        None if each.pivot is None else each.pivot.error,
        None if within is None else within.p_value,
        no_interval=each.why_none,
        n_different=each.n_different if each.n_different < MIN_DIFFERENT else None,
    )
    return Measured(statement, each)
