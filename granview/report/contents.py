"""A session as every report reads it: once, whole, without pixels."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from granview.core.sample import Sample
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord, ResultRow
from granview.tasks.base import TASKS, Column, Task


@dataclass(frozen=True)
class Contents:
    """What a session held at one moment.

    Attributes:
        samples: In the order in which they were added.
        lanes: In the order in which they were added.
        results: By (lane, sample).
    """

    samples: tuple[Sample, ...]
    lanes: tuple[LaneRecord, ...]
    results: dict[tuple[str, str], ResultRow] = field(repr=False)

    @classmethod
    def read(cls, session: SessionReader) -> "Contents":
        """Everything but pixels and units; 10,000 samples in four lanes take a fraction of a second."""
        rows = {(row.lane, row.sample): row for row in session.results()}
        return cls(tuple(session.samples()), tuple(session.lanes()), rows)

    def result(self, lane: str, sample: str) -> ResultRow | None:
        """The result of a lane for a sample; None where it was not run."""
        return self.results.get((lane, sample))

    def of_lane(self, lane: str) -> Iterator[ResultRow]:
        """A lane's results, in sample order."""
        found = (self.results.get((lane, sample.name)) for sample in self.samples)
        return (row for row in found if row is not None)

    @cached_property
    def tasks(self) -> dict[str, Task]:
        """The task of each lane.

        Raises:
            GranViewError: this version does not know a task.
        """
        return {record.name: TASKS.get(record.spec.task) for record in self.lanes}

    def metric_columns(self) -> tuple[Column, ...]:
        """The metrics of all tasks in the session, each once."""
        columns = {column.name: column for task in self.tasks.values() for column in task.columns}
        return tuple(columns.values())


def real_device(record: LaneRecord) -> str:
    """Where a lane ran; where it was asked to run while it has never been loaded."""
    return record.facts.device if record.facts else record.spec.device
