"""The legend of the sample that is shown: which classes are in it, drawn or not, and how much of each."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from granview.core.label_map import LabelMap
from granview.core.labels import LabelSet, normalized
from granview.gui.background.jobs import Job
from granview.gui.background.map_cache import class_shares
from granview.gui.background.timers import once
from granview.gui.cells.cell import REFERENCE_KEY
from granview.gui.desk import Desk
from granview.gui.model.class_book import ClassBook, ClassEntry
from granview.gui.style.lane_colors import lane_color
from granview.gui.style.theme import Theme
from granview.gui.widgets.hint import Hint
from granview.gui.widgets.legend_table import LegendColumn, LegendItems, LegendTable

Shares = Mapping[str, float]


class ClassLegend(QWidget):
    """Follows the loader; counts pixels off the window's thread."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk = desk
        self._theme = theme
        self._book = ClassBook(desk.model, desk.loader)
        self._shares: dict[str, tuple[LabelMap, Shares]] = {}
        self._counting: Job | None = None
        self._soon = once(self, 30, self._refresh)
        self.items = LegendItems()
        self.table = LegendTable(self.items)
        self._every = QToolButton()
        self._every.setText(self.tr("All"))
        self._every.setToolTip(self.tr("Draw all classes, or none"))
        self._every.clicked.connect(self._switch_all)
        self._hint = Hint(self.tr("The classes that models and references know are listed here."))
        self._lay_out()
        desk.loader.changed.connect(self._soon.start)
        desk.model.lanes.changed.connect(self._soon.start)
        desk.view.changed.connect(self._on_view_changed)
        self.items.switched.connect(self._switch)
        self.table.hovered.connect(lambda name: setattr(desk.view, "highlighted_class", name))
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
            self._refresh()

    def _switch(self, name: str, shown: bool) -> None:
        hidden = self._desk.view.hidden_classes
        self._desk.view.hidden_classes = hidden - {name} if shown else hidden | {name}

    def _switch_all(self) -> None:
        names = frozenset(entry.name for entry in self._book.classes())
        self._desk.view.hidden_classes = frozenset() if self._desk.view.hidden_classes else names

    def _refresh(self) -> None:
        maps, sets = self._book.maps(), self._book.label_sets()
        self._count(maps, sets)
        columns = [self._column(key, maps.get(key)) for key in self._keys(sets)]
        classes = self._present(self._book.classes(), columns)
        self.items.show(classes, columns, self._desk.view.hidden_classes)
        self._stack.setCurrentIndex(1 if classes else 0)
        self._every.setVisible(bool(classes))

    def _keys(self, sets: Mapping[str, LabelSet]) -> list[str]:
        first = [REFERENCE_KEY] if REFERENCE_KEY in sets else []
        return [*first, *(lane.name for lane in self._desk.model.lanes.all() if lane.takes == "image")]

    def _column(self, key: str, label_map: LabelMap | None) -> LegendColumn:
        counted = self._shares.get(key)
        known = counted is not None and counted[0] is label_map
        lane = self._desk.model.lanes.get(key)
        color = self._theme.text if lane is None else lane_color(self._theme, lane.place)
        title = self.tr("the reference") if lane is None else lane.name
        return LegendColumn(title, color, counted[1] if known and counted is not None else None)

    def _present(self, classes: tuple[ClassEntry, ...], columns: list[LegendColumn]) -> list[ClassEntry]:
        """The classes that are in the sample; all while nothing is known of it."""
        known = [column.shares for column in columns if column.shares is not None]
        if not known:
            return list(classes)
        return [entry for entry in classes if any(shares.get(entry.name, 0.0) > 0 for shares in known)]

    def _count(self, maps: Mapping[str, LabelMap], sets: Mapping[str, LabelSet]) -> None:
        """Count the pixels of maps that are new."""
        new = {
            key: (label_map, sets[key])
            for key, label_map in maps.items()
            if key in sets and (key not in self._shares or self._shares[key][0] is not label_map)
        }
        self._shares = {key: counted for key, counted in self._shares.items() if key in maps}
        if not new:
            return
        if self._counting is not None:
            self._counting.cancel()
        spelled = {normalized(entry.name): entry.name for entry in self._book.classes()}
        self._counting = self._desk.document.read(
            lambda _: {key: (found, _shares(found, labels, spelled)) for key, (found, labels) in new.items()},
            self._on_counted,
        )

    def _on_counted(self, counted: dict[str, tuple[LabelMap, Shares]]) -> None:
        self._counting = None
        self._shares.update(counted)
        self._refresh()


def _shares(label_map: LabelMap, labels: LabelSet, spelled: Mapping[str, str]) -> Shares:
    shares = class_shares(label_map.labels, len(labels)).tolist()
    return {spelled[normalized(name)]: share for name, share in zip(labels.names, shares, strict=True)}
