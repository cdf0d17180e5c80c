"""How large a difference counts: a button that says it, and fields below it that change it."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QLabel, QMenu, QPushButton, QWidget, QWidgetAction

from granview.gui.background.timers import once
from granview.gui.widgets.text_preview import as_tip
from granview.report.verdict.facts import VerdictFacts

_REST_MS = 500
_DIGITS = 4
_LEAST = 0.0001


class MarginButton(QPushButton):
    """Says the margins that a verdict rests on; ``changed`` tells others once the user rests."""

    changed = Signal(object)
    """``Mapping[str, float]``, by name of the metric."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QDoubleSpinBox] = {}
        self.setMenu(QMenu(self))
        self._tell_soon = once(self, _REST_MS, self._tell)

    def show_facts(self, facts: VerdictFacts | None) -> None:
        """Show the margins of a verdict; none where it rests on none."""
        margins = {} if facts is None else _margins(facts)
        if list(margins) != list(self.fields):
            self._rebuild(margins)
        for name, (_, margin) in margins.items():
            field = self.fields[name]
            if not field.hasFocus():
                with QSignalBlocker(field):
                    field.setValue(margin)
        sizes = dict.fromkeys(f"{margin:g}" for _, margin in margins.values())
        self.setText(self.tr("Counts from {margin}").format(margin=" / ".join(sizes)))
        self.setToolTip(as_tip("\n".join(self._tips(margins))))
        self.setVisible(bool(margins))

    def _tips(self, margins: Mapping[str, tuple[str, float]]) -> list[str]:
        what = self.tr(
            "The smallest difference that matters to you. A smaller model is called enough where a difference of this "
            "size is ruled out. Kept in the session."
        )
        return [what, *(f"{title}: {margin:g}" for title, margin in margins.values())]

    def _rebuild(self, margins: Mapping[str, tuple[str, float]]) -> None:
        menu = self.menu()
        menu.clear()
        form = QWidget()
        grid = QGridLayout(form)
        grid.setContentsMargins(8, 6, 8, 6)
        self.fields = {}
        for row, (name, (title, _)) in enumerate(margins.items()):
            field = _field(title)
            field.valueChanged.connect(lambda _: self._tell_soon.start())
            grid.addWidget(QLabel(title), row, 0)
            grid.addWidget(field, row, 1)
            self.fields[name] = field
        action = QWidgetAction(menu)
        action.setDefaultWidget(form)
        menu.addAction(action)

    def _tell(self) -> None:
        self.changed.emit({name: field.value() for name, field in self.fields.items()})


def _field(title: str) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setDecimals(_DIGITS)
    field.setRange(_LEAST, 1_000_000)
    field.setSingleStep(0.01)
    field.setAccessibleName(title)
    return field


def _margins(facts: VerdictFacts) -> dict[str, tuple[str, float]]:
    """By name of the metric, its title with its unit, and the margin: over all first, then by place."""
    margins: dict[str, tuple[str, float]] = {}
    for pair in facts.pairs:
        for each in (pair.over_all, *pair.places):
            if each is not None:
                title = f"{each.measure.title}, {each.measure.unit}" if each.measure.unit else each.measure.title
                margins.setdefault(each.measure.name, (title, each.margin))
    return margins
