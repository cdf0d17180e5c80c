"""What a column of units is asked for: some of its categories, or a range of its numbers."""

import math
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from granview.core.slices import Condition
from granview.gui.slices.slice_words import bound_in_words
from granview.report.cached_units import read_task_units
from granview.report.unit_columns import category_counts, column_names, number_range, unit_column
from granview.store.reader import SessionReader

_LIST_PX = 150


@dataclass(frozen=True)
class ColumnContent:
    """A column as a chooser lists it.

    Attributes:
        column: Its name.
        counts: By category, how many units are of it, the most frequent first; empty for numbers.
        bounds: The least and the greatest number; None for categories, and where there is no number.
    """

    column: str
    counts: dict[str, int]
    bounds: tuple[float, float] | None


def read_column_names(session: SessionReader, task: str) -> list[str]:
    """The columns of a task's units."""
    return column_names(read_task_units(session, task))


def read_content(session: SessionReader, task: str, column: str) -> ColumnContent:
    """What a column holds."""
    compared = unit_column(read_task_units(session, task), column)
    return ColumnContent(column, category_counts(compared), number_range(compared))


class ColumnChoice(QWidget):
    """A list of categories with counts, or two fields for the ends of a range."""

    def __init__(self) -> None:
        super().__init__()
        self._content: ColumnContent | None = None
        self.verb = QComboBox()
        self.verb.addItem(self.tr("is one of"), False)
        self.verb.addItem(self.tr("is none of"), True)
        self.values = QListWidget()
        self.low, self.high = QLineEdit(), QLineEdit()
        self.words = QLabel(wordWrap=True)
        self.words.setProperty("role", "muted")
        self._stack = QStackedWidget()
        self._stack.setFixedHeight(_LIST_PX)
        self._stack.addWidget(self.values)
        self._stack.addWidget(self._range())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.verb)
        layout.addWidget(self._stack)
        layout.addWidget(self.words)

    def show_content(self, content: ColumnContent | None) -> None:
        """Offer what a column holds; None while it is being counted."""
        self._content = content
        self.values.clear()
        self.setEnabled(content is not None)
        is_category = content is not None and bool(content.counts)
        self.verb.setVisible(is_category)
        self._stack.setCurrentIndex(0 if is_category or content is None else 1)
        if content is None:
            self.words.setText(self.tr("Counting…"))
            return
        for name, n in content.counts.items():
            item = QListWidgetItem(f"{name}   {n:,}")
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.values.addItem(item)
        self._say_range(content)

    def condition(self) -> Condition | None:
        """What is asked for; None where nothing is chosen, or a bound is no number."""
        content = self._content
        if content is None:
            return None
        if content.counts:
            items = [self.values.item(row) for row in range(self.values.count())]
            chosen = [item for item in items if item.checkState() == Qt.CheckState.Checked]
            names = [item.data(Qt.ItemDataRole.UserRole) for item in chosen]
            return Condition(content.column, tuple(names), is_not=bool(self.verb.currentData())) if names else None
        low, high = _number(self.low.text()), _number(self.high.text())
        return None if low is None and high is None else Condition(content.column, (), low, high)

    def _range(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        for words, field in ((self.tr("from"), self.low), (self.tr("to below"), self.high)):
            row.addWidget(QLabel(words))
            row.addWidget(field, 1)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addStretch(1)
        return page

    def _say_range(self, content: ColumnContent) -> None:
        self.low.clear()
        self.high.clear()
        if content.counts:
            self.words.setText("")
        elif content.bounds is None:
            self.words.setText(self.tr("No unit has a number here."))
        else:
            low, high = (bound_in_words(bound) for bound in content.bounds)
            self.words.setText(self.tr("There are numbers from {low} to {high}.").format(low=low, high=high))


def _number(text: str) -> float | None:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return None if math.isnan(value) else value
