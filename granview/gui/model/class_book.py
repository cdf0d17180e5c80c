"""The classes of the sample that is shown: one colour per name, however many label sets name it."""

from collections.abc import Mapping
from dataclasses import dataclass

from granview.core.label_map import LabelMap
from granview.core.labels import Color, LabelSet, normalized
from granview.gui.background.loader import SampleLoader
from granview.gui.cells.cell import REFERENCE_KEY
from granview.gui.model.comparison import ComparisonModel


@dataclass(frozen=True)
class ClassEntry:
    """A class as the legend lists it.

    Attributes:
        name: As the first label set that has it spells it.
        color: The same in every cell.
    """

    name: str
    color: Color


class ClassBook:
    """Joins the label sets of the reference and all lanes by name; the reference's colours come first."""

    def __init__(self, model: ComparisonModel, loader: SampleLoader) -> None:
        self._model = model
        self._loader = loader

    def label_sets(self) -> dict[str, LabelSet]:
        """Label sets by cell, in shared colours."""
        own = self._own()
        colors = _shared_colors(own)
        return {key: _recolored(labels, colors) for key, labels in own.items()}

    def classes(self) -> tuple[ClassEntry, ...]:
        """Every class once, in order of first appearance."""
        sets = self.label_sets().values()
        pairs = (pair for labels in sets for pair in zip(labels.names, labels.colors, strict=True))
        found: dict[str, ClassEntry] = {}
        for name, color in pairs:
            found.setdefault(normalized(name), ClassEntry(name, color))
        return tuple(found.values())

    def maps(self) -> dict[str, LabelMap]:
        """What is there of the sample, by cell."""
        reference = self._loader.reference_map
        first = {} if reference is None else {REFERENCE_KEY: reference}
        return {**first, **self._loader.maps}

    def _own(self) -> dict[str, LabelSet]:
        reference = self._loader.reference
        own = {} if reference is None else {REFERENCE_KEY: reference.label_set}
        sample = self._loader.sample
        for lane in self._model.lanes.all():
            if lane.facts is not None and (sample is None or lane.takes == sample.kind):
                own[lane.name] = lane.facts.labels
        return own


def _recolored(labels: LabelSet, colors: Mapping[str, Color]) -> LabelSet:
    wanted = tuple(colors[normalized(name)] for name in labels.names)
    return labels if wanted == labels.colors else LabelSet(labels.names, wanted, labels.void)


def _shared_colors(sets: Mapping[str, LabelSet]) -> dict[str, Color]:
    colors: dict[str, Color] = {}
    for labels in sets.values():
        for name, color in zip(labels.names, labels.colors, strict=True):
            colors.setdefault(normalized(name), color)
    return colors
