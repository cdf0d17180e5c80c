"""A session as every report reads it: once, whole, without pixels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from granview.core.sample import Sample
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord, ResultRow
from granview.tasks.base import TASKS, Column, Task
from granview.tasks.tasks_of_sample import tasks_for


@dataclass(frozen=True)
class SessionContents:
    """What a session held at one moment.

    Attributes:
        samples: In the order in which they were added.
        lanes: Those whose task this version knows, in the order in which they were added.
        results: By (lane, sample), of these lanes.
        left_out: The other lanes: nothing of what they found can be measured.
        is_by_outcome: Whether the samples were chosen by what lanes make of them: lanes differ by that choice, so that
            no interval and no test says anything of other samples.
    """

    samples: tuple[Sample, ...]
    lanes: tuple[LaneRecord, ...]
    results: dict[tuple[str, str], ResultRow] = field(repr=False)
    left_out: tuple[LaneRecord, ...] = ()
    is_by_outcome: bool = False

    @classmethod
    def read(cls, session: SessionReader) -> "SessionContents":
        """Everything but pixels and units; 10,000 samples in four lanes take a fraction of a second."""
        samples = tuple(session.samples())
        known = {sample.name for sample in samples}
        every = session.lanes()
        lanes = tuple(lane for lane in every if lane.spec.task in TASKS)
        names = {lane.name for lane in lanes}
        found = (row for row in session.results() if row.sample in known and row.lane in names)
        rows = {(row.lane, row.sample): row for row in found}
        left_out = tuple(lane for lane in every if lane.name not in names)
        return cls(samples, lanes, rows, left_out, session.is_by_outcome)

    @property
    def notices(self) -> list[str]:
        """A sentence for each lane that is left out."""
        return [
            f"The lane '{lane.name}' is left out: no task '{lane.spec.task}' is known here. "
            "Install the plug-in or the version of GranView that brings it."
            for lane in self.left_out
        ]

    def result(self, lane: str, sample: str) -> ResultRow | None:
        """The result of a lane for a sample; None where it was not run."""
        return self.results.get((lane, sample))

    def of_lane(self, lane: str) -> Iterator[ResultRow]:
        """A lane's results, in sample order."""
        found = (self.results.get((lane, sample.name)) for sample in self.samples)
        return (row for row in found if row is not None)

    def scored_by(self, lane: str) -> frozenset[str]:
        """The samples that a lane was scored on."""
        return frozenset(row.sample for row in self.of_lane(lane) if row.scored)

    @cached_property
    def tasks(self) -> dict[str, Task]:
        """The task of each lane."""
        return {record.name: TASKS.get(record.spec.task) for record in self.lanes}

    def is_for(self, sample: Sample, lane: str) -> bool:
        """Whether a lane runs a sample, or has done so: an image is not for a lane that reads texts."""
        return (lane, sample.name) in self.results or self.tasks[lane].name in self._tasks_of_samples[sample.name]

    @cached_property
    def _tasks_of_samples(self) -> dict[str, frozenset[str]]:
        tasks = {task.name for task in self.tasks.values()}
        return {sample.name: tasks_for(sample, tasks) for sample in self.samples}

    @property
    def writes_text(self) -> bool:
        """Whether a lane writes texts, so that first tokens are timed and tokens counted."""
        return any(task.writes_text for task in self.tasks.values())

    def of_task(self, task: str) -> "SessionContents":
        """The lanes of one task alone, with their results and the samples that are for them."""
        lanes = tuple(lane for lane in self.lanes if lane.spec.task == task)
        names = {lane.name for lane in lanes}
        samples = tuple(sample for sample in self.samples if any(self.is_for(sample, name) for name in names))
        results = {key: row for key, row in self.results.items() if key[0] in names}
        return SessionContents(samples, lanes, results, is_by_outcome=self.is_by_outcome)

    def metric_columns(self) -> tuple[Column, ...]:
        """The metrics of all tasks in the session, each once."""
        columns = {column.name: column for task in self.tasks.values() for column in task.columns}
        return tuple(columns.values())

    def metric_names(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names of the metrics: those in their own place in CSV files, and those at their end."""
        columns = self.metric_columns()
        first = tuple(column.name for column in columns if not column.is_aside)
        return first, tuple(column.name for column in columns if column.is_aside)

    def shown_columns(self, rows: Sequence[Mapping[str, object]], further: bool = False) -> list[Column]:
        """The metrics that tables on screen have for some rows: those with a value; those aside where one is not 0.

        Args:
            rows: The rows.
            further: Whether metrics for a second look are among them.
        """
        empty = {True: (None, 0), False: (None,)}
        columns = [each for each in self.metric_columns() if further or not each.is_further]
        return [each for each in columns if any(row.get(each.name) not in empty[each.is_aside] for row in rows)]


def real_variant(record: LaneRecord) -> str:
    """How a lane runs its model; ``saved`` where it runs none."""
    is_saved = record.facts is not None and record.facts.params is None
    return "saved" if is_saved else str(record.spec.variant)


def real_device(record: LaneRecord) -> str:
    """Where a lane ran; where it was asked to run while it has never been loaded."""
    return record.facts.device if record.facts else record.spec.device
