"""What legends of pictures and of texts have in common: a heading with a switch for all, over a table of classes."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout

from granview.core.prediction import ClassAmounts
from granview.core.sample import Sample
from granview.core.sample_kind import Kind
from granview.gui.background.timers import once
from granview.gui.inspect.class_filter import ClassFilter
from granview.gui.inspect.legend_items import LegendColumn, LegendItems
from granview.gui.inspect.legend_table import LegendTable
from granview.gui.model.shown_class import ShownClass
from granview.gui.presenters.shown_classes import ShownClasses
from granview.gui.services import Services
from granview.gui.style.lane_colors import lane_color
from granview.gui.style.theme import Theme
from granview.gui.widgets.hint import Hint
from granview.gui.widgets.list_entry import ListEntry
from granview.gui.widgets.themed import ThemedWidget


class Legend(ThemedWidget):
    """Follows the loader, the lanes and the view; a kind of legend says what stands in it.

    Args:
        services: What the window works on.
        theme: Colours.
        kind: The kind of samples that it is a legend of.
        hint: What is said while no class is known.
    """

    def __init__(self, services: Services, theme: Theme, kind: Kind, hint: str) -> None:
        super().__init__()
        self._services = services
        self._theme = theme
        self._kind = kind
        self._classes = ShownClasses(services.model, services.loader)
        self._soon = once(self, 30, self.refresh)
        self.items = LegendItems()
        self.table = LegendTable(self.items)
        self.filter = ClassFilter()
        ListEntry(self.filter.field, self.table)
        self.every = QToolButton()
        self.every.setText(self.tr("All"))
        self.every.setToolTip(self.tr("Draw all classes, or none; with a filter, those that are listed"))
        self._lay_out(Hint(hint))
        self.every.clicked.connect(self._switch_all)
        self.items.switched.connect(self._switch)
        self.filter.changed.connect(self.refresh)
        self.table.hovered.connect(lambda name: setattr(services.view, "highlighted_class", name))
        services.loader.changed.connect(self._soon.start)
        services.model.lanes.changed.connect(self._soon.start)
        services.view.changed.connect(self._on_view_changed)

    def refresh(self) -> None:
        """Fill the table anew, by `show_classes`."""
        raise NotImplementedError

    def names(self) -> Iterable[str]:
        """The classes that the switch for all switches."""
        raise NotImplementedError

    @property
    def sample(self) -> Sample | None:
        """The sample that is shown, if it is of this legend's kind."""
        sample = self._services.loader.sample
        return sample if sample is not None and sample.kind == self._kind else None

    @property
    def can_hide(self) -> bool:
        """Whether a class of what is shown can be hidden."""
        return True

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._theme = theme
        self.refresh()

    def show_classes(self, classes: Sequence[ShownClass], columns: Sequence[LegendColumn]) -> None:
        """List of these classes those that the filter keeps; the hint where there are none.

        Args:
            classes: All that are known, those that are not in this sample too.
            columns: How much of each there is.
        """
        listed = self.filter.kept(classes, lambda some: present_in(columns, some))
        self.items.show(listed, columns, self._services.view.hidden_classes, can_hide=self.can_hide)
        self._stack.setCurrentIndex(1 if classes else 0)
        self.every.setVisible(bool(classes) and self.can_hide)

    def column(self, key: str, amounts: ClassAmounts | None) -> LegendColumn:
        """The column of a lane; of the reference where no lane has this name.

        Args:
            key: The lane's name, or the key of the reference's cell.
            amounts: How much of each class there is, by the names that are listed; None while it is not known.
        """
        lane = self._services.model.lanes.get(key)
        title, color = self.tr("the reference"), self._theme.text
        if lane is not None:
            title, color = lane.name, lane_color(self._theme, lane.place)
        if amounts is None:
            return LegendColumn(title, color, None)
        return LegendColumn(title, color, amounts.amounts, amounts.measure)

    def _lay_out(self, hint: Hint) -> None:
        title = QLabel(self.tr("Classes"))
        title.setProperty("role", "heading")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.every)
        self._stack = QStackedWidget()
        self._stack.addWidget(hint)
        self._stack.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.filter)
        layout.addWidget(self._stack, 1)

    def _on_view_changed(self, name: str) -> None:
        if name == "hidden_classes":
            self.refresh()

    def alike(self, name: str) -> frozenset[str]:
        """The names under which a class that is listed is drawn."""
        return frozenset([name])

    def _switch(self, name: str, shown: bool) -> None:
        hidden, names = self._services.view.hidden_classes, self.alike(name)
        self._services.view.hidden_classes = hidden - names if shown else hidden | names

    def _switch_all(self) -> None:
        hidden = self._services.view.hidden_classes
        switched = self.items.names() if self.filter.is_narrowed else self.names()
        names = frozenset(alike for name in switched for alike in self.alike(name))
        self._services.view.hidden_classes = hidden - names if hidden & names else hidden | names


def present_in(columns: Iterable[LegendColumn], classes: Sequence[ShownClass]) -> list[ShownClass]:
    """The classes of which there is something in a column; all of probabilities, and all while nothing is known."""
    known = [column for column in columns if column.shares is not None]
    if not known:
        return list(classes)
    return [entry for entry in classes if any(_is_present(entry.name, column) for column in known)]


def _is_present(name: str, column: LegendColumn) -> bool:
    amount = (column.shares or {}).get(name)
    return amount is not None and (column.measure == "probability" or amount > 0)
