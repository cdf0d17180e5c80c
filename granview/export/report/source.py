"""What a report is made of: a session, read once, task by task."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from granview.core.errors import ArgumentError
from granview.report.lane_costs import NO_PRICES, HourlyPrices
from granview.report.session_contents import SessionContents
from granview.report.summary import LaneSummary, summaries
from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.session_verdicts import session_verdicts
from granview.store.reader import SessionReader
from granview.tasks.base import Column, Task


@dataclass(frozen=True)
class ReportOptions:
    """What a report is to be like.

    Attributes:
        language: Its language, by its short code.
        title: Its title; empty for one of the lanes' names.
        n_examples: Examples that are shown of each task.
        against: The lane that the others of its task are compared with; empty for the first of each task.
        date: When it is made, ISO 8601 without a time.
        prices: What an hour of a device costs; without, no money is said.
    """

    language: str = "en"
    title: str = ""
    n_examples: int = 6
    against: str = ""
    date: str = ""
    prices: HourlyPrices = NO_PRICES


@dataclass(frozen=True)
class TaskSource:
    """The lanes of one task.

    Attributes:
        task: The task.
        contents: Its lanes and the samples that are for them.
        against: The lane that the others are compared with.
        series: By lane, its place among the series of figures.
    """

    task: Task
    contents: SessionContents
    against: str
    series: Mapping[str, int]

    @cached_property
    def summaries(self) -> list[LaneSummary]:
        """A row of ``summary.csv`` for each lane."""
        return summaries(self.contents)

    @cached_property
    def headline(self) -> Column | None:
        """The metric that says most in one number, of those that some lane has; None where nothing was scored."""
        columns = {column.name: column for column in self.task.columns}
        known = [
            name for name in self.task.headline if any(self.value(each, name) is not None for each in self.summaries)
        ]
        return columns[known[0]] if known else None

    @property
    def others(self) -> list[str]:
        """The lanes that are compared with ``against``."""
        return [lane.name for lane in self.contents.lanes if lane.name != self.against]

    def value(self, summary: LaneSummary, name: str) -> float | None:
        """A number of a lane's summary; None where it was not measured."""
        value = summary.row.get(name)
        return float(value) if isinstance(value, int | float) else None


@dataclass(frozen=True)
class ReportSource:
    """A session, as a report reads it.

    Attributes:
        session: The session.
        contents: All of it but pixels and units.
        options: What the report is to be like.
        tasks: Its tasks, in the order of their lanes.
    """

    session: SessionReader
    contents: SessionContents
    options: ReportOptions
    tasks: tuple[TaskSource, ...]

    @cached_property
    def verdicts(self) -> list[VerdictFacts]:
        """The verdict of each task that has two lanes or more."""
        return session_verdicts(self.session, self.options.against or None)

    @classmethod
    def read(cls, session: SessionReader, options: ReportOptions) -> "ReportSource":
        """Read it.

        Raises:
            ArgumentError: there is no lane ``options.against``.
        """
        contents = SessionContents.read(session)
        lanes = [lane.name for lane in contents.lanes]
        if options.against and options.against not in lanes:
            raise ArgumentError(f"There is no lane '{options.against}'.", f"Lanes: {', '.join(lanes) or 'none'}.")
        names = dict.fromkeys(task.name for task in contents.tasks.values())
        return cls(session, contents, options, tuple(_task(contents.of_task(name), options, lanes) for name in names))


def _task(contents: SessionContents, options: ReportOptions, lanes: Sequence[str]) -> TaskSource:
    own = [lane.name for lane in contents.lanes]
    against = options.against if options.against in own else own[0]
    return TaskSource(contents.tasks[own[0]], contents, against, {name: lanes.index(name) for name in own})
