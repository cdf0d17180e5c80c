"""What the verdict panel shows, read from a session off the window's thread."""

from dataclasses import dataclass

from granview.report.margins import NO_MARGINS, Margins
from granview.report.session_contents import SessionContents
from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.session_verdicts import read_margins, session_verdicts
from granview.store.reader import SessionReader


@dataclass(frozen=True)
class VerdictReport:
    """A verdict about the lanes of one task.

    Attributes:
        facts: Everything that it says; None with fewer than two lanes.
        margins: The margins that the session keeps.
        has_results: Whether a lane of the task has a result.
    """

    facts: VerdictFacts | None = None
    margins: Margins = NO_MARGINS
    has_results: bool = False


def read_report(session: SessionReader, task: str | None, pinned: str | None) -> VerdictReport:
    """The verdict about a task, against the pinned lane where one of the task's is pinned."""
    contents = SessionContents.read(session)
    of_task = [lane.name for lane in contents.lanes if lane.spec.task == task]
    verdicts = session_verdicts(session, pinned if pinned in of_task else None)
    facts = next((each for each in verdicts if each.task == task), None)
    has_results = any(True for lane in of_task for _ in contents.of_lane(lane))
    return VerdictReport(facts, read_margins(session), has_results)
