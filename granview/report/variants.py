"""Variants against their parents: what quality each keeps, what it costs by comparison, where on the grain it loses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import msgspec

from granview.analysis.grain_crossover import BucketDifference, GrainComparison
from granview.analysis.holm import holm
from granview.analysis.no_interval import NoInterval
from granview.analysis.paired_bootstrap import PairedDifference
from granview.analysis.retained import Retained, retained
from granview.core.errors import ArgumentError
from granview.core.lane import LaneSpec, RanAs
from granview.core.variant_parent import parent_of
from granview.report.cached_units import read_task_units
from granview.report.differences import LaneDifference, difference_of
from granview.report.grain_units import axes_of, bucketed
from granview.report.results import Row
from granview.report.session_contents import SessionContents, real_device
from granview.report.summary import rows_of as summary_rows_of
from granview.report.task_units import TaskUnits
from granview.report.variant_flips import Flips, flip_rows, flips
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord
from granview.tasks.base import TASKS, Column, GrainAxis, Task

RATIOS: Final[Mapping[str, str]] = {
    "forward_ms_p50": "forward_ms_ratio",
    "throughput_per_s": "throughput_ratio",
    "stored_mb": "stored_ratio",
    "weights_mb": "weights_ratio",
    "peak_rss_mb": "peak_rss_ratio",
    "peak_cuda_mb": "peak_cuda_ratio",
    "load_s": "load_ratio",
}
"""Costs that are set in proportion to the parent's, and the columns of the proportions."""

TIMED: Final = frozenset({"forward_ms_p50", "throughput_per_s"})
"""Those that depend on what else the machine does: they are compared within a run alone."""


@dataclass(frozen=True)
class GrainLoss:
    """Where on the grain a variant loses most.

    Attributes:
        axis: The measure of grain.
        compared: Variant less parent, in each of its buckets, with intervals that hold together.
    """

    axis: GrainAxis
    compared: GrainComparison

    @property
    def bucket(self) -> BucketDifference | None:
        """The bucket in which it loses most; None where it loses in none that enough samples have."""
        known = (None, NoInterval.ALIKE)
        enough = [each for each in self.compared.buckets if each.n_units and each.difference.why_none in known]
        found = min(enough, key=lambda each: each.difference.mean or 0.0, default=None)
        return None if found is None or (found.difference.mean or 0.0) >= 0 else found


@dataclass(frozen=True)
class VariantComparison:
    """A variant lane beside its parent.

    Attributes:
        spec: The variant's lane, on the device where it really ran.
        parent: The parent's name.
        ran: How the variant really ran; None where that is not known.
        n_failed: Samples on which it failed.
        difference: Its metrics less the parent's, over the samples of both.
        corrected: By metric, the p-value corrected (Holm) over the variants of the same task.
        headline: The metric that says in one number how good it is; None where neither was scored.
        costs: By name of a cost in ``RATIOS``, its value.
        ratios: By name of a cost in ``RATIOS``, its value by the parent's; None where either is unknown, and for times
            that were taken apart.
        timed_apart: Whether both were timed, but in no run together, so that their times say nothing of each other.
        flips: What it has wrong that the parent had right, and the other way about; None without units of both.
        loss: Where on the grain it loses; None without units of both.
    """

    spec: LaneSpec
    parent: str
    ran: RanAs | None
    n_failed: int
    difference: LaneDifference
    corrected: Mapping[str, float | None]
    headline: Column | None
    costs: Mapping[str, float | None]
    ratios: Mapping[str, float | None]
    flips: Flips | None
    loss: GrainLoss | None
    timed_apart: bool = False

    @property
    def lane(self) -> str:
        """The variant's name."""
        return self.spec.name

    @property
    def quality(self) -> PairedDifference | None:
        """The difference in the headline metric; None where there is none."""
        return None if self.headline is None else self.difference.metrics[self.headline.name]

    @property
    def kept(self) -> Retained:
        """The share of the parent's quality, by the headline metric."""
        if self.headline is None or self.quality is None:
            return Retained(None, None)
        return retained(self.quality, self.is_higher_better(self.headline.name))

    def is_higher_better(self, metric: str) -> bool:
        """Whether higher values of a metric of the task are better."""
        return next(column.better for column in TASKS.get(self.spec.task).columns if column.name == metric) == "higher"


def has_variants(contents: SessionContents) -> bool:
    """Whether a lane has a parent."""
    return bool(parents(contents))


def parents(contents: SessionContents) -> dict[str, str]:
    """The parent of each lane that has one, by name, in the order of the lanes."""
    specs = [_spec(record) for record in contents.lanes]
    found = ((spec.name, parent_of(spec, specs)) for spec in specs)
    return {name: parent.name for name, parent in found if parent is not None}


def variants(session: SessionReader, task: str | None = None) -> list[VariantComparison]:
    """Every variant lane beside its parent, in the order of the lanes; of one task alone where one is named."""
    contents = SessionContents.read(session)
    return variants_in(session, contents if task is None else contents.of_task(task))


def variants_in(session: SessionReader, contents: SessionContents) -> list[VariantComparison]:
    """As ``variants``, from contents that were read already."""
    of_lane = parents(contents)
    units = _Units(session)
    costs = {str(row["lane"]): _costs(row, record) for row, record in _with_records(contents)}
    records = {record.name: record for record in contents.lanes}
    found = [_compared(contents, units, records[lane], parent, costs) for lane, parent in of_lane.items()]
    return [replace(each, corrected=corrected) for each, corrected in zip(found, _corrected(found), strict=True)]


def flips_of(session: SessionReader, lane: str) -> list[Row]:
    """A row for each flip of a variant, see ``granview.report.variant_flips``; none where its task has no units.

    Raises:
        ArgumentError: the lane has no parent.
    """
    contents = SessionContents.read(session)
    of_lane = parents(contents)
    if lane not in of_lane:
        raise ArgumentError(f"'{lane}' is no variant of another lane.", f"Variants: {', '.join(of_lane) or 'none'}.")
    units, parent = read_task_units(session, contents.tasks[lane].name), of_lane[lane]
    axis = _shared_axis(units, lane, parent)
    return [] if axis is None else flip_rows(units, parent, lane, axis)


def _with_records(contents: SessionContents) -> "zip[tuple[Row, LaneRecord]]":
    return zip(summary_rows_of(contents), contents.lanes, strict=True)


class _Units:
    """The units of tasks, each read once."""

    def __init__(self, session: SessionReader) -> None:
        self._session = session
        self._read: dict[str, TaskUnits] = {}

    def of(self, task: str) -> TaskUnits:
        if task not in self._read:
            self._read[task] = read_task_units(self._session, task)
        return self._read[task]


def _shared_axis(units: TaskUnits, lane: str, parent: str) -> GrainAxis | None:
    """The measure of the units that both lanes have; None where there are none."""
    if lane not in units.scores or parent not in units.scores:
        return None
    return next(iter(axes_of(units)), None)


def _spec(record: LaneRecord) -> LaneSpec:
    """A lane as it was asked for, but on the device where it really ran."""
    return msgspec.structs.replace(record.spec, device=real_device(record) or record.spec.device)


def _compared(
    contents: SessionContents,
    read: _Units,
    record: LaneRecord,
    parent: str,
    costs: Mapping[str, Mapping[str, float | None]],
) -> VariantComparison:
    task = contents.tasks[record.name]
    difference = difference_of(contents, record.name, parent)
    units = read.of(task.name)
    axis = _shared_axis(units, record.name, parent)
    flipped = None if axis is None else flips(units, parent, record.name, axis)
    if flipped is not None and not flipped.n_units:
        axis = flipped = None
    apart = not _run_ids(contents, record.name) & _run_ids(contents, parent)
    ratios = {name: _ratio(value, costs[parent][name]) for name, value in costs[record.name].items()}
    return VariantComparison(
        _spec(record),
        parent,
        None if record.facts is None else record.facts.ran,
        sum(row.status == "failed" for row in contents.of_lane(record.name)),
        difference,
        {},
        _headline(task, difference),
        costs[record.name],
        {name: None if apart and name in TIMED else ratio for name, ratio in ratios.items()},
        flipped,
        None if axis is None else GrainLoss(axis, bucketed(units, axis).compare(record.name, parent)),
        apart and any(ratios[name] is not None for name in TIMED),
    )


def _run_ids(contents: SessionContents, lane: str) -> frozenset[int]:
    """The runs in which a lane's samples were timed."""
    return frozenset(row.run_id for row in contents.of_lane(lane) if row.timing is not None)


def _headline(task: Task, difference: LaneDifference) -> Column | None:
    columns = {column.name: column for column in task.columns}
    known = [name for name in task.headline if name in difference.metrics]
    return next((columns[name] for name in known if difference.metrics[name].mean is not None), None)


def _costs(row: Row, record: LaneRecord) -> dict[str, float | None]:
    ran = record.facts.ran if record.facts else None
    measured = row | {"stored_mb": None if ran is None else ran.stored_mb}
    return {name: _number(measured.get(name)) for name in RATIOS}


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _ratio(value: float | None, of_parent: float | None) -> float | None:
    return None if value is None or not of_parent else value / of_parent


def _corrected(compared: Sequence[VariantComparison]) -> list[dict[str, float | None]]:
    """Of each, its p-values corrected over those of all variants of its task, metric by metric."""
    corrected: list[dict[str, float | None]] = [{} for _ in compared]
    for task in dict.fromkeys(each.spec.task for each in compared):
        places = [place for place, each in enumerate(compared) if each.spec.task == task]
        for name in compared[places[0]].difference.metrics:
            p_values = holm([compared[place].difference.metrics[name].p_among_many for place in places])
            for place, p_value in zip(places, p_values, strict=True):
                corrected[place][name] = p_value
    return corrected
