"""How large a difference counts: a button that says it, and below it fields that change it and a button that resets."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
    QWidgetAction,
)

from granview.gui.background.timers import once
from granview.gui.language.below import localized
from granview.gui.widgets.text_preview import as_tip
from granview.report.margins import NO_MARGINS, Margins
from granview.report.verdict.facts import VerdictFacts

_REST_MS: Final = 500
_DIGITS: Final = 4
_LEAST: Final = 0.0001
_WORDS_PX: Final = 300


@dataclass(frozen=True)
class UsedMargin:
    """The margin of a metric.

    Attributes:
        title: The metric with its unit.
        values: What it is in each pair, in the metric's unit, without repetition: one number where it is set, and of
            most metrics where it is not; of what is better the lower a part of each pair's smaller model.
        is_set: Whether the user has set it.
    """

    title: str
    values: tuple[float, ...]
    is_set: bool

    @property
    def text(self) -> str:
        """``0.02``, or ``0.02–0.04`` where pairs have different ones."""
        return "–".join(dict.fromkeys(f"{value:.4g}" for value in (min(self.values), max(self.values))))


class MarginButton(QPushButton):
    """Says the margins that a verdict rests on; tells once the user rests, or closes the menu."""

    changed = Signal(object)
    """``Mapping[str, float]``: those that the user changed, by name of the metric."""

    reset_asked = Signal()
    """None of the margins that are shown is to be set any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QDoubleSpinBox] = {}
        self._edited: dict[str, float] = {}
        self._tell_soon = once(self, _REST_MS, self._tell)
        self._form = _Form()
        self.reset = QPushButton(self.tr("Usual margins"), self._form)
        self.reset.setToolTip(
            as_tip(
                self.tr(
                    "Forget what was set: again 2 % of a metric's best value, 0.25 dB of PSNR, and of what is better "
                    "the lower 2 % of the smaller model's value"
                )
            )
        )
        self.reset.clicked.connect(lambda _=False: self._on_reset())
        self._grid = QGridLayout(self._form)
        self._grid.setContentsMargins(10, 8, 10, 8)
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self._form)
        menu.addAction(action)
        menu.aboutToShow.connect(self._begin)
        menu.aboutToHide.connect(self._tell)
        self.setMenu(menu)

    def show_facts(self, facts: VerdictFacts | None, kept: Margins = NO_MARGINS, *, may_change: bool = True) -> None:
        """Show the margins of a verdict; none where it rests on none.

        Args:
            facts: The verdict.
            kept: What is set in the session.
            may_change: Whether it can be written to.
        """
        margins = {} if facts is None else used_margins(facts, kept)
        if list(margins) != list(self.fields):
            self._rebuild(margins)
        for name, margin in margins.items():
            field = self.fields[name]
            field.setEnabled(may_change)
            if not field.hasFocus() and name not in self._edited:
                with QSignalBlocker(field):
                    field.setValue(margin.values[0])
        self.reset.setEnabled(may_change and any(margin.is_set for margin in margins.values()))
        sizes = dict.fromkeys(margin.text for margin in margins.values())
        self.setText(self.tr("Margin {margin}").format(margin=" / ".join(sizes)))
        self.setToolTip(as_tip("\n".join([self._words(), *self._lines(margins)])))
        self.setVisible(bool(margins))

    def _words(self) -> str:
        return self.tr(
            "The margin is the smallest difference that matters to you, in the metric's unit. A smaller model is "
            "called enough where it is shown to be worse by less than this. Kept in the session."
        )

    def _lines(self, margins: Mapping[str, UsedMargin]) -> list[str]:
        set_by_you, usual = self.tr("{title}: {margin}, set by you"), self.tr("{title}: {margin}, the usual one")
        return [
            (set_by_you if margin.is_set else usual).format(title=localized(margin.title), margin=margin.text)
            for margin in margins.values()
        ]

    def _rebuild(self, margins: Mapping[str, UsedMargin]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.reset:
                widget.hide()
                widget.deleteLater()
        self._edited.clear()
        self.fields = {name: _field(margin.title) for name, margin in margins.items()}
        words = QLabel(self._words(), wordWrap=True)
        words.setFixedWidth(_WORDS_PX)
        words.setProperty("role", "muted")
        self._grid.addWidget(words, 0, 0, 1, 2)
        for row, (name, field) in enumerate(self.fields.items(), 1):
            field.valueChanged.connect(lambda value, name=name: self._on_edited(name, value))
            field.lineEdit().returnPressed.connect(self.menu().close)
            label = QLabel(localized(margins[name].title))
            label.setBuddy(field)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(field, row, 1)
        self._grid.addWidget(self.reset, len(self.fields) + 1, 0, 1, 2)
        self._form.order = (*self.fields.values(), self.reset)

    def _begin(self) -> None:
        """What was typed is replaced at once."""
        for field in list(self.fields.values())[:1]:
            field.setFocus()
            field.selectAll()

    def _on_edited(self, name: str, value: float) -> None:
        self._edited[name] = value
        self._tell_soon.start()

    def _on_reset(self) -> None:
        self._tell_soon.stop()
        self._edited.clear()
        self.reset.setFocus()
        self.reset_asked.emit()

    def _tell(self) -> None:
        self._tell_soon.stop()
        if self._edited:
            edited, self._edited = self._edited, {}
            self.changed.emit(edited)


class _Form(QWidget):
    """Tab goes from field to field: left to itself, a menu keeps it."""

    order: tuple[QWidget, ...] = ()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Give the next field the focus, or the one before, round and round."""
        able = [each for each in self.order if each.isEnabled()]
        current = QApplication.focusWidget()
        if not able:
            return False
        place = able.index(current) if current in able else -1
        able[(place + (1 if is_next else -1)) % len(able)].setFocus(Qt.FocusReason.TabFocusReason)
        return True


def _field(title: str) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setDecimals(_DIGITS)
    field.setRange(_LEAST, 1_000_000)
    field.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
    field.setAccessibleName(title)
    return field


def used_margins(facts: VerdictFacts, kept: Margins) -> dict[str, UsedMargin]:
    """Those that a verdict rests on, by name of the metric: that over all first, then that of places."""
    titles: dict[str, str] = {}
    values: dict[str, list[float]] = {}
    for pair in facts.pairs:
        for each in (pair.over_all, *pair.places):
            if each is not None:
                name, unit = each.measure.name, each.measure.unit
                titles.setdefault(name, f"{each.measure.title}, {unit}" if unit else each.measure.title)
                values.setdefault(name, []).append(each.margin)
    return {
        name: UsedMargin(titles[name], tuple(dict.fromkeys(of_pairs)), name in kept.of_metric)
        for name, of_pairs in values.items()
    }
