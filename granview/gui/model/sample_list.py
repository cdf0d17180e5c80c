"""The samples of the comparison: which there are, which are listed, which is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec
from PySide6.QtCore import QObject, Signal

from granview.core.prompt import ObjectPrompt
from granview.core.sample import Reference, Sample


@dataclass(frozen=True)
class SampleLimit:
    """Samples that are listed alone.

    Attributes:
        names: Their names.
        words: What they are, for the line above the list.
    """

    names: frozenset[str]
    words: str


class SampleList(QObject):
    """Samples by name, in the order in which they were added, and the order in which they are listed."""

    changed = Signal()
    """Samples were added, replaced or removed."""

    order_changed = Signal()

    limit_changed = Signal()
    """Other samples are the only ones that are listed, or all are again."""

    current_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._samples: dict[str, Sample] = {}
        self._name_of_origin: dict[str, str] = {}
        self._folded: set[str] = set()
        self._order: tuple[str, ...] = ()
        self._current: str | None = None
        self._limit: SampleLimit | None = None

    def __len__(self) -> int:
        return len(self._samples)

    def __contains__(self, name: object) -> bool:
        return name in self._samples

    def all(self) -> tuple[Sample, ...]:
        """All samples, in the order in which they were added."""
        return tuple(self._samples.values())

    def names(self) -> tuple[str, ...]:
        """Their names, in the order in which they were added."""
        return tuple(self._samples)

    def is_taken(self, name: str) -> bool:
        """Whether a sample has this name, ignoring case."""
        return name.casefold() in self._folded

    def get(self, name: str) -> Sample | None:
        """The sample of that name."""
        return self._samples.get(name)

    def at(self, origin: str) -> Sample | None:
        """The sample that comes from this file or record."""
        name = self._name_of_origin.get(origin)
        return None if name is None else self._samples.get(name)

    @property
    def order(self) -> tuple[str, ...]:
        """Names of the samples that are listed now, as filtered and sorted."""
        return self._order

    @property
    def current(self) -> Sample | None:
        """The sample that is shown."""
        return None if self._current is None else self._samples.get(self._current)

    @property
    def limit(self) -> "SampleLimit | None":
        """The only samples that are listed; None: all that match the words."""
        return self._limit

    def set_limit(self, limit: "SampleLimit | None") -> None:
        """List these samples alone from now on; None: all again."""
        if limit != self._limit:
            self._limit = limit
            self.limit_changed.emit()

    def load(self, samples: Sequence[Sample], shown: str | None = None) -> None:
        """Begin anew with these samples; the one of the name ``shown`` is shown, or the first."""
        self.set_limit(None)
        self._samples = {sample.name: sample for sample in samples}
        self._name_of_origin = {sample.origin: sample.name for sample in samples}
        self._folded = {name.casefold() for name in self._samples}
        self._order = tuple(self._samples)
        self._current = shown if shown in self._samples else next(iter(self._samples), None)
        self.changed.emit()
        self.current_changed.emit()

    def announce(self) -> None:
        """Tell all of it again, to those who came later."""
        for signal in (self.changed, self.limit_changed, self.order_changed, self.current_changed):
            signal.emit()

    def add(self, samples: Sequence[Sample]) -> None:
        """Add samples; the first one ever added is shown."""
        self._samples.update((sample.name, sample) for sample in samples)
        self._name_of_origin.update((sample.origin, sample.name) for sample in samples)
        self._folded.update(sample.name.casefold() for sample in samples)
        self.changed.emit()
        if self._current is None and samples:
            self.select(samples[0].name)

    def remove(self, names: Iterable[str]) -> None:
        """Remove samples; the next one in the list is shown when the one shown goes."""
        gone = frozenset(names)
        successor = self._successor(gone)
        for sample in [self._samples.pop(name) for name in gone if name in self._samples]:
            self._name_of_origin.pop(sample.origin, None)
            self._folded.discard(sample.name.casefold())
        self._order = tuple(name for name in self._order if name not in gone)
        self.changed.emit()
        if self._current in gone:
            self._current = successor
            self.current_changed.emit()

    def restore(self, samples: Sequence[Sample], order: Sequence[Sample]) -> None:
        """Let samples be there again.

        Args:
            samples: The samples.
            order: All samples as they stand in the session; those that it does not hold yet come last.
        """
        rank = {sample.name: place for place, sample in enumerate(order)}
        self._samples.update((sample.name, sample) for sample in samples)
        names = sorted(self._samples, key=lambda name: rank.get(name, len(rank)))
        self._samples = {name: self._samples[name] for name in names}
        self.add(samples)

    def set_reference(self, name: str, reference: Reference | None, more: tuple[Reference, ...] = ()) -> None:
        """Give a sample another ground truth."""
        self._samples[name] = msgspec.structs.replace(self._samples[name], reference=reference, more_references=more)
        self.changed.emit()
        if name == self._current:
            self.current_changed.emit()

    def set_prompts(self, name: str, prompts: tuple[ObjectPrompt, ...]) -> None:
        """Say what models that are prompted are asked to outline in a sample; what is open of it stays open."""
        self._samples[name] = msgspec.structs.replace(self._samples[name], prompts=prompts)

    def set_order(self, names: Sequence[str]) -> None:
        """Say which samples are listed, and in which order; previous and next follow it."""
        if tuple(names) != self._order:
            self._order = tuple(names)
            self.order_changed.emit()

    def select(self, name: str) -> None:
        """Show a sample."""
        if name in self._samples and name != self._current:
            self._current = name
            self.current_changed.emit()

    def step(self, by: int) -> None:
        """Show the sample that is ``by`` places on in the list; the ends of the list are the ends."""
        if not self._order:
            return
        place = self._order.index(self._current) + by if self._current in self._order else 0
        self.select(self._order[min(max(place, 0), len(self._order) - 1)])

    def from_current(self) -> list[Sample]:
        """All samples, the one shown first, then those listed after it, round the list, then those not listed."""
        listed = frozenset(self._order)
        start = self._order.index(self._current) if self._current in listed else 0
        names = [*self._order[start:], *self._order[:start], *(n for n in self._samples if n not in listed)]
        return [self._samples[name] for name in names if name in self._samples]

    def _successor(self, gone: frozenset[str]) -> str | None:
        names = self._order if self._current in self._order else tuple(self._samples)
        place = names.index(self._current) if self._current in names else 0
        kept = [name for name in (*names[place:], *reversed(names[:place])) if name not in gone]
        return next(iter(kept), None)
