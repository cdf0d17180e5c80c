"""What a search for samples has brought."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from granview.core.sample import Sample
from granview.core.sample_kind import Kind
from granview.io.data_set import Leftover
from granview.io.leftovers import leftovers_of
from granview.io.search_events import Problem


@dataclass(frozen=True)
class ImportSummary:
    """What a search brought.

    Attributes:
        added: New samples.
        with_reference: Of those, how many have a reference.
        paired: Samples that were here already and now have a reference.
        known: Samples that were here already.
        problems: Files and records that could not become samples.
        cancelled: Whether the user stopped the search.
        by_kind: New samples by their kind.
        prompts: Data sets of which the user is asked what their columns are.
        notices: What must be said of files that did become samples.
        leftovers: What nothing was read from, by sort and reason.
    """

    added: int = 0
    with_reference: int = 0
    paired: int = 0
    known: int = 0
    problems: int = 0
    cancelled: bool = False
    by_kind: Mapping[Kind, int] = field(default_factory=dict)
    prompts: int = 0
    notices: tuple[str, ...] = ()
    leftovers: tuple[Leftover, ...] = ()


@dataclass
class ImportTally:
    """Counts what a search brings, while it goes on; ``names`` are those of new samples, ``asides`` hold references."""

    added: int = 0
    with_reference: int = 0
    paired: int = 0
    known: int = 0
    by_kind: Counter[Kind] = field(default_factory=Counter)
    prompts: int = 0
    problems: list[Problem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    asides: list[int] = field(default_factory=list)

    def count(self, new: Sequence[Sample]) -> None:
        """Count new samples."""
        self.added += len(new)
        self.by_kind.update(sample.kind for sample in new)
        self.with_reference += sum(sample.reference is not None for sample in new)

    def summary(self, cancelled: bool) -> ImportSummary:
        """What the search has brought."""
        return ImportSummary(
            *(self.added, self.with_reference, self.paired, self.known, len(self.problems)),
            *(cancelled, dict(self.by_kind), self.prompts, tuple(self.notices)),
            leftovers_of(self.problems),
        )
