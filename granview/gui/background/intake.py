"""How files become samples: searched off the window's thread, added batch by batch, so that 10,000 do not stall it."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from granview.core.sample import Sample
from granview.gui.background.jobs import Jobs
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.document import Document
from granview.io.found import FoundProgress, Problem

_BATCH_S: Final = 0.1
_BATCH_SIZE: Final = 500

Found = Sample | Problem | FoundProgress


@dataclass(frozen=True)
class IntakeSummary:
    """What a search brought.

    Attributes:
        added: New samples.
        with_reference: Of those, how many have a reference.
        paired: Samples that were here already and now have a reference.
        known: Samples that were here already.
        problems: Files that could not become samples.
        cancelled: Whether the user stopped the search.
    """

    added: int = 0
    with_reference: int = 0
    paired: int = 0
    known: int = 0
    problems: int = 0
    cancelled: bool = False


class Intake(QObject):
    """Adds files and folders to the model and the session."""

    progress = Signal(int, str)
    """Samples found so far, and the folder being searched."""

    problems_found = Signal(object)
    """``tuple[Problem, ...]``"""

    finished = Signal(object)
    """``IntakeSummary``"""

    _batch_found = Signal(object, object)

    def __init__(self, model: ComparisonModel, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._document = document
        self._jobs = Jobs(1, "intake", document.failed.emit, self)
        self._stop = Event()
        self._batch_found.connect(self._on_batch)
        document.replaced.connect(self.cancel)

    def add(self, inputs: Sequence[Path], references: Sequence[Path] = ()) -> None:
        """Search files and folders, and add what is found; references are matched by name."""
        tally = _Tally()
        stop = self._stop
        taken = tuple(sample.name for sample in self._model.samples.all())
        self._jobs.start(
            lambda: self._search(tuple(inputs), tuple(references), taken, tally, stop),
            lambda _: self.finished.emit(tally.summary(stop.is_set())),
        )

    def pair(self, references: Sequence[Path]) -> None:
        """Search references for the samples that are here already."""
        self.add([Path(sample.path) for sample in self._model.samples.all() if sample.kind == "image"], references)

    def cancel(self) -> None:
        """Stop every search; what was found so far stays."""
        self._stop.set()
        self._stop = Event()

    def close(self) -> None:
        """Stop, and wait for the search to end."""
        self._stop.set()
        self._jobs.close()

    def _search(
        self, inputs: Sequence[Path], references: Sequence[Path], taken: Sequence[str], tally: "_Tally", stop: Event
    ) -> None:
        from granview.io.samples import find_samples

        for batch in _batches(find_samples(inputs, references, taken), stop):
            self._batch_found.emit(batch, tally)

    @Slot(object, object)
    def _on_batch(self, batch: Sequence[Found], tally: "_Tally") -> None:
        self._add_samples([item for item in batch if isinstance(item, Sample)], tally)
        problems = tuple(item for item in batch if isinstance(item, Problem))
        if problems:
            tally.problems += len(problems)
            self.problems_found.emit(problems)
        if batch and isinstance(batch[-1], FoundProgress):
            self.progress.emit(batch[-1].found, str(batch[-1].folder))

    def _add_samples(self, found: Sequence[Sample], tally: "_Tally") -> None:
        new: list[Sample] = []
        for sample in found:
            known = self._model.samples.at(sample.origin)
            if known is None:
                new.append(sample)
            else:
                self._pair(known, sample, tally)
        tally.added += len(new)
        tally.with_reference += sum(sample.reference is not None for sample in new)
        if new:
            self._model.samples.add(new)
            self._document.write(lambda session: session.add_samples(new))

    def _pair(self, known: Sample, found: Sample, tally: "_Tally") -> None:
        tally.known += 1
        if found.reference is None or found.reference == known.reference:
            return
        tally.paired += 1
        self._model.set_reference(known.name, found.reference)
        self._document.write(lambda session: session.set_reference(known.name, found.reference))


@dataclass
class _Tally:
    added: int = 0
    with_reference: int = 0
    paired: int = 0
    known: int = 0
    problems: int = 0

    def summary(self, cancelled: bool) -> IntakeSummary:
        return IntakeSummary(self.added, self.with_reference, self.paired, self.known, self.problems, cancelled)


def _batches(found: Iterator[Found], stop: Event) -> Iterator[list[Found]]:
    batch: list[Found] = []
    begun = time.monotonic()
    for item in found:
        if stop.is_set():
            break
        batch.append(item)
        if len(batch) >= _BATCH_SIZE or time.monotonic() - begun > _BATCH_S:
            yield batch
            batch, begun = [], time.monotonic()
    if batch:
        yield batch
