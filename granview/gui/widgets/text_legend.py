"""The legend of the text that is shown: its classes or entity types, drawn or not, and how much of each."""

from collections.abc import Mapping
from typing import Final

from granview.core.labels import normalized
from granview.gui.desk import Desk
from granview.gui.model.class_book import ClassEntry
from granview.gui.model.text_classes import ClassAmounts, amounts_known, amounts_of
from granview.gui.style.theme import Theme
from granview.gui.tables.legend_items import LegendColumn
from granview.gui.widgets.legend import Legend

_GREY: Final = (128, 128, 128)
"""Of a class that only the reference names."""


class TextLegend(Legend):
    """Shows the classes of the lanes that run the text, and of what is known of it."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        hint = self.tr("The classes and entity types that models and references name are listed here.")
        super().__init__(desk, theme, hint)
        self.refresh()

    def names(self) -> list[str]:
        """The classes that are listed."""
        return self.items.names()

    def refresh(self) -> None:
        """List the classes of the text; pictures leave it as it is."""
        sample = self._desk.loader.sample
        if sample is None or sample.kind != "text":
            return
        known = amounts_known(self._desk.loader.reference_text)
        said = self._said()
        spelled = self._spelled(known, said)
        columns = [self._column(name, amounts, spelled) for name, amounts in said.items()]
        if known is not None:
            columns.insert(0, self._column("", _with_zeros(known, said), spelled))
        self.show_classes(self._present(list(spelled.values()), columns), columns)

    def _said(self) -> dict[str, ClassAmounts | None]:
        """What the lanes of this sample say that have classes."""
        loader, sample = self._desk.loader, self._desk.loader.sample
        lanes = [] if sample is None else self._desk.model.lanes_of(sample)
        facts = {lane.name: lane.facts for lane in lanes}
        return {
            name: amounts_of(loader.predictions.get(name), fact.labels)
            for name, fact in facts.items()
            if fact is not None and len(fact.labels)
        }

    def _spelled(self, known: ClassAmounts | None, said: Mapping[str, ClassAmounts | None]) -> dict[str, ClassEntry]:
        """The classes of these lanes, and those that only the reference names, by normalised name."""
        entries = {normalized(entry.name): entry for entry in self._book.classes()}
        sets = self._book.label_sets()
        names = [name for lane in said for name in sets[lane].names] + ([] if known is None else list(known.amounts))
        return {key: entries.get(key, ClassEntry(name, _GREY)) for name in names for key in [normalized(name)]}

    def _column(self, lane_name: str, amounts: ClassAmounts | None, spelled: Mapping[str, ClassEntry]) -> LegendColumn:
        if amounts is None:
            return self.column(lane_name, None)
        shares = {spelled[normalized(name)].name: amount for name, amount in amounts.amounts.items()}
        return self.column(lane_name, shares, amounts.measure)

    def _present(self, entries: list[ClassEntry], columns: list[LegendColumn]) -> list[ClassEntry]:
        """All classes of texts, and of entity types those that are in this one; all while nothing is known."""
        known = [column for column in columns if column.shares is not None]
        if not known:
            return entries
        return [entry for entry in entries if any(_is_listed(entry.name, column) for column in known)]


def _with_zeros(known: ClassAmounts, said: Mapping[str, ClassAmounts | None]) -> ClassAmounts:
    """What is known, with 0 for what it does not name and lanes of the same task do."""
    alike = [amounts for amounts in said.values() if amounts is not None and amounts.measure == known.measure]
    own = {normalized(name) for name in known.amounts}
    others = {name for amounts in alike for name in amounts.amounts if normalized(name) not in own}
    return ClassAmounts(known.measure, {**known.amounts, **dict.fromkeys(sorted(others), 0.0)})


def _is_listed(name: str, column: LegendColumn) -> bool:
    amount = (column.shares or {}).get(name)
    return amount is not None and (column.measure == "probability" or amount > 0)
