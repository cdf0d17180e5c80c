"""A list of which any number of lines can be ticked, or one of each group."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from granview.gui.widgets.text_preview import as_tip, one_line

_NAME = Qt.ItemDataRole.UserRole
_GROUP = Qt.ItemDataRole.UserRole + 1
_MOST_LINES = 6
_FEWEST_LINES = 2


@dataclass(frozen=True)
class Line:
    """A line.

    Attributes:
        name: By which it is known.
        text: As it is shown.
        group: Of lines of one group one is ticked at most; empty: it goes with any other.
    """

    name: str
    text: str
    group: str = ""


class CheckList(QListWidget):
    """Space ticks the line that has the keyboard; no higher than its lines, and scrolled beyond a few of them.

    Args:
        title: What it is a list of, for those who hear it.
        parent: Its owner.
    """

    ticked = Signal()
    """Other lines are ticked, by the user."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setSpacing(2)
        self.itemChanged.connect(self._on_changed)

    def show_lines(self, lines: Sequence[Line], ticked: Collection[str]) -> None:
        """Show these, of which some are ticked."""
        self.blockSignals(True)
        self.clear()
        for line in lines:
            item = QListWidgetItem(one_line(line.text))
            item.setToolTip(as_tip(line.text))
            item.setData(_NAME, line.name)
            item.setData(_GROUP, line.group)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if line.name in ticked else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.blockSignals(False)
        self.updateGeometry()

    def names(self) -> tuple[str, ...]:
        """The lines that are ticked, in order."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(item.data(_NAME) for item in items if item.checkState() == Qt.CheckState.Checked)

    def tick(self, name: str, is_ticked: bool = True) -> None:
        """Tick a line, or no longer, as the user would."""
        for row in range(self.count()):
            item = self.item(row)
            if item.data(_NAME) == name:
                item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)

    def sizeHint(self) -> QSize:
        """As high as its lines, up to a few."""
        rows = [self.sizeHintForRow(row) for row in range(min(self.count(), _MOST_LINES))]
        return QSize(
            super().sizeHint().width(), sum(rows) + (2 * len(rows) + 2) * self.spacing() + 2 * self.frameWidth()
        )

    def minimumSizeHint(self) -> QSize:
        """Two lines, or all where there are fewer."""
        return QSize(80, self._height_px(_FEWEST_LINES))

    def _height_px(self, most: int) -> int:
        rows = [self.sizeHintForRow(row) for row in range(min(self.count(), most))]
        return sum(rows) + (2 * len(rows) + 2) * self.spacing() + 2 * self.frameWidth()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point at a line as soon as the keyboard is here."""
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(0)

    def _on_changed(self, item: QListWidgetItem) -> None:
        group = item.data(_GROUP)
        self.blockSignals(True)
        if group and item.checkState() == Qt.CheckState.Checked:
            for row in range(self.count()):
                other = self.item(row)
                if other is not item and other.data(_GROUP) == group:
                    other.setCheckState(Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.ticked.emit()
