"""The legend of the text that is shown: its classes or entity types, drawn or not, and how much of each."""

from collections.abc import Mapping, Sequence
from typing import Final

from granview.core.class_matching import class_keys
from granview.core.labels import normalized
from granview.core.prediction import ClassAmounts
from granview.core.sample import Sample
from granview.core.sample_kind import Kind
from granview.gui.inspect.legend import Legend
from granview.gui.inspect.legend_items import LegendColumn
from granview.gui.model.shown_class import ShownClass
from granview.gui.presenters.text_classes import amounts_known, in_common, lane_names
from granview.gui.services import Services
from granview.gui.style.theme import Theme

_GREY: Final = (128, 128, 128)
"""Of a class that only the reference names."""


class TextLegend(Legend):
    """Shows the classes of the lanes that run the text, and of what is known of it."""

    def __init__(self, services: Services, theme: Theme, kind: Kind) -> None:
        hint = self.tr("The classes and entity types that models and references name are listed here.")
        super().__init__(services, theme, kind, hint)
        self._keys: Mapping[str, str] = {}
        self._written: tuple[str, ...] = ()
        self.refresh()

    def names(self) -> list[str]:
        """The classes that are listed."""
        return self.items.names()

    def alike(self, name: str) -> frozenset[str]:
        """All spellings of a class that is listed once."""
        key = self._keys.get(normalized(name))
        return frozenset([name, *(other for other in self._written if self._keys[normalized(other)] == key)])

    def refresh(self) -> None:
        """List the classes of the text; samples of other kinds leave it as it is."""
        sample = self.sample
        if sample is None:
            return
        known = amounts_known(self._services.loader.reference_text)
        by_lane, lists = self._amounts(sample)
        lists = [*lists, [] if known is None else list(known.amounts)]
        self._keys = class_keys(lists)
        self._written = tuple(dict.fromkeys(name for names in lists for name in names))
        spelled = self._spelled(lists)
        columns = [self._column(name, amounts, spelled) for name, amounts in by_lane.items()]
        if known is not None:
            columns.insert(0, self._column("", self._with_zeros(known, by_lane), spelled))
        self.show_classes(list(spelled.values()), columns)

    def _amounts(self, sample: Sample) -> tuple[dict[str, ClassAmounts | None], list[list[str]]]:
        """What the lanes of this sample say that have classes, and those classes, by their common names."""
        loader, model = self._services.loader, self._services.model
        by_lane: dict[str, ClassAmounts | None] = {}
        lists: list[list[str]] = []
        for lane in model.lanes_of(sample):
            if lane.facts is not None and len(lane.facts.labels):
                names = lane_names(model, sample, lane, loader.reference_text)
                found = loader.predictions.get(lane.name)
                amounts = None if found is None else found.class_amounts(lane.facts.labels)
                by_lane[lane.name] = None if amounts is None else in_common(amounts, names)
                lists.append([names.of_model(name) for name in lane.facts.labels.names])
        return by_lane, lists

    def _spelled(self, lists: Sequence[Sequence[str]]) -> dict[str, ShownClass]:
        """The classes of these lanes, and those that only the reference names, each once, by what tells them apart."""
        entries = {normalized(entry.name): entry for entry in self._classes.classes()}
        spelled: dict[str, ShownClass] = {}
        for name in (name for names in lists for name in names):
            spelled.setdefault(self._key(name), entries.get(normalized(name), ShownClass(name, _GREY)))
        return spelled

    def _key(self, name: str) -> str:
        return self._keys[normalized(name)]

    def _column(self, lane_name: str, amounts: ClassAmounts | None, spelled: Mapping[str, ShownClass]) -> LegendColumn:
        if amounts is None:
            return self.column(lane_name, None)
        listed = {spelled[self._key(name)].name: amount for name, amount in amounts.amounts.items()}
        return self.column(lane_name, ClassAmounts(amounts.measure, listed))

    def _with_zeros(self, known: ClassAmounts, by_lane: Mapping[str, ClassAmounts | None]) -> ClassAmounts:
        """What is known, with 0 for what it does not name and lanes of the same task do."""
        alike = [amounts for amounts in by_lane.values() if amounts is not None and amounts.measure == known.measure]
        own = {self._key(name) for name in known.amounts}
        others = {name for amounts in alike for name in amounts.amounts if self._key(name) not in own}
        return ClassAmounts(known.measure, {**known.amounts, **dict.fromkeys(sorted(others), 0.0)})
