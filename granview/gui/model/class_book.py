"""The classes of the sample that is shown: one colour per name, however many label sets name it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from granview.core.label_map import LabelMap
from granview.core.labels import Color, LabelSet, normalized
from granview.core.palette import class_colors
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
    """Joins the label sets of the reference and all lanes by name.

    The colours of an image's reference come first; a text's reference has no colours, so it takes those of the lanes.
    """

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
        names = self._names_known(own.values())
        return {**own, REFERENCE_KEY: LabelSet(names, class_colors(names), None)} if names else own

    def _names_known(self, sets: Iterable[LabelSet]) -> tuple[str, ...]:
        """Of a text's reference: the lanes' classes, then those that it alone names, which so get other colours."""
        known = self._loader.reference_text
        if known is None:
            return ()
        own = {*(known.labels or ()), *(span.label for span in known.entities or ())}
        said = {normalized(name): name for labels in sets for name in labels.names}
        more = {normalized(name): name for name in sorted(own)}
        return tuple({**more, **said}[key] for key in dict.fromkeys((*said, *more)))


def _recolored(labels: LabelSet, colors: Mapping[str, Color]) -> LabelSet:
    wanted = tuple(colors[normalized(name)] for name in labels.names)
    return labels if wanted == labels.colors else LabelSet(labels.names, wanted, labels.void)


def _shared_colors(sets: Mapping[str, LabelSet]) -> dict[str, Color]:
    colors: dict[str, Color] = {}
    for labels in sets.values():
        for name, color in zip(labels.names, labels.colors, strict=True):
            colors.setdefault(normalized(name), color)
    return colors
