"""What a search for samples has brought."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from granview.core.sample import Sample


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
        texts: Of the new samples, how many are texts.
        asked: Data sets of which the user is asked what their columns are.
        notices: What must be said of files that did become samples.
    """

    added: int = 0
    with_reference: int = 0
    paired: int = 0
    known: int = 0
    problems: int = 0
    cancelled: bool = False
    texts: int = 0
    asked: int = 0
    notices: tuple[str, ...] = ()


@dataclass
class ImportTally:
    """Counts what a search brings, while it goes on."""

    added: int = 0
    with_reference: int = 0
    paired: int = 0
    known: int = 0
    texts: int = 0
    asked: int = 0
    problems: int = 0
    notices: list[str] = field(default_factory=list)

    def count(self, new: Sequence[Sample]) -> None:
        """Count new samples."""
        self.added += len(new)
        self.texts += sum(sample.kind == "text" for sample in new)
        self.with_reference += sum(sample.reference is not None for sample in new)

    def summary(self, cancelled: bool) -> ImportSummary:
        """What the search has brought."""
        return ImportSummary(
            *(self.added, self.with_reference, self.paired, self.known, self.problems),
            *(cancelled, self.texts, self.asked, tuple(self.notices)),
        )
