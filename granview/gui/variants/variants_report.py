"""What the panel of variants says, read from a session off the window's thread."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from granview.report.results import Row
from granview.report.session_contents import SessionContents
from granview.report.summary import rows_of as summary_rows_of
from granview.report.variants import VariantComparison, variants_in
from granview.store.reader import SessionReader


@dataclass(frozen=True)
class VariantsReport:
    """Variants by their parents.

    Attributes:
        groups: By the parent's name, its variants in the order of the lanes.
        summaries: By lane, its row of ``summary.csv``.
        stored_mb: By lane, what its weights take in memory, where that is known.
        has_results: Whether any lane has a result.
    """

    groups: Mapping[str, tuple[VariantComparison, ...]] = field(default_factory=dict)
    summaries: Mapping[str, Row] = field(default_factory=dict)
    stored_mb: Mapping[str, float | None] = field(default_factory=dict)
    has_results: bool = False


def read_variants(session: SessionReader, task: str | None) -> VariantsReport:
    """The variants among the lanes of a task, beside their parents."""
    if task is None:
        return VariantsReport()
    contents = SessionContents.read(session).of_task(task)
    groups: dict[str, tuple[VariantComparison, ...]] = {}
    for each in variants_in(session, contents):
        groups[each.parent] = (*groups.get(each.parent, ()), each)
    summaries = {str(row["lane"]): row for row in summary_rows_of(contents)}
    ran = {record.name: record.facts.ran for record in contents.lanes if record.facts is not None}
    stored = {name: None if each is None else each.stored_mb for name, each in ran.items()}
    return VariantsReport(groups, summaries, stored, bool(contents.results))
