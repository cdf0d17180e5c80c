"""The legend of the text that is shown: its classes or entity types, drawn or not, and how much of each."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from granview.core.labels import normalized
from granview.gui.background.timers import once
from granview.gui.desk import Desk
from granview.gui.model.class_book import ClassBook, ClassEntry
from granview.gui.model.text_classes import ClassAmounts, amounts_known, amounts_of
from granview.gui.style.lane_colors import lane_color
from granview.gui.style.theme import Theme
from granview.gui.widgets.hint import Hint
from granview.gui.widgets.legend_table import LegendColumn, LegendItems, LegendTable

_GREY: Final = (128, 128, 128)
"""Of a class that only the reference names."""


class TextLegend(QWidget):
    """Follows the loader."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk = desk
        self._theme = theme
        self._book = ClassBook(desk.model, desk.loader)
        self._soon = once(self, 30, self._refresh)
        self.items = LegendItems()
        self.table = LegendTable(self.items)
        self._every = QToolButton()
        self._every.setText(self.tr("All"))
        self._every.setToolTip(self.tr("Draw all classes, or none"))
        self._hint = Hint(self.tr("The classes and entity types that models and references name are listed here."))
        self._lay_out()
        self._every.clicked.connect(self._switch_all)
        self.items.switched.connect(self._switch)
        self.table.hovered.connect(lambda name: setattr(desk.view, "highlighted_class", name))
        desk.loader.changed.connect(self._soon.start)
        desk.model.lanes.changed.connect(self._soon.start)
        desk.view.changed.connect(self._on_view_changed)
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._theme = theme
        self._refresh()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Classes"))
        title.setProperty("role", "heading")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._every)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _on_view_changed(self, name: str) -> None:
        if name == "hidden_classes":
            self._soon.start()

    def _switch(self, name: str, shown: bool) -> None:
        hidden = self._desk.view.hidden_classes
        self._desk.view.hidden_classes = hidden - {name} if shown else hidden | {name}

    def _switch_all(self) -> None:
        names = frozenset(self.items.names())
        self._desk.view.hidden_classes = frozenset() if self._desk.view.hidden_classes & names else names

    def _refresh(self) -> None:
        sample = self._desk.loader.sample
        if sample is None or sample.kind != "text":
            return
        known = amounts_known(self._desk.loader.reference_text)
        said = self._said()
        spelled = self._spelled(known, said)
        columns = [self._column(name, amounts, spelled) for name, amounts in said.items()]
        if known is not None:
            columns.insert(0, self._column("", _with_zeros(known, said), spelled))
        self.items.show(self._present(list(spelled.values()), columns), columns, self._desk.view.hidden_classes)
        self._stack.setCurrentIndex(1 if self.items.rowCount() else 0)
        self._every.setVisible(bool(self.items.rowCount()))

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
        lane = self._desk.model.lanes.get(lane_name)
        color = self._theme.text if lane is None else lane_color(self._theme, lane.place)
        title = self.tr("the reference") if lane is None else lane.name
        if amounts is None:
            return LegendColumn(title, color, None)
        shares = {spelled[normalized(name)].name: amount for name, amount in amounts.amounts.items()}
        return LegendColumn(title, color, shares, amounts.measure)

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
