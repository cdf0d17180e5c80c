"""The bar by which a very long text is gone through, part by part."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from granview.gui.style.theme import SPACING


class PartBar(QWidget):
    """Says which part of how many is shown; previous and next."""

    chosen = Signal(int)
    """Number of the part that the user wants, from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part, self._parts = 0, 1
        self.words = QLabel()
        self.words.setProperty("role", "muted")
        self.previous = self._button("◀", self.tr("Previous part"), -1)
        self.next = self._button("▶", self.tr("Next part"), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, SPACING // 2)
        row.setSpacing(SPACING // 2)
        for part in (self.previous, self.next, self.words):
            row.addWidget(part)
        row.addStretch(1)
        self.hide()

    def show_part(self, part: int, parts: int, length: int) -> None:
        """Show where the user is; a text of one part needs no bar.

        Args:
            part: Number of the part that is shown, from 0.
            parts: How many there are.
            length: Characters of the whole text.
        """
        self._part, self._parts = part, parts
        words = self.tr("Part {n} of {all} of a text of {length} characters")
        self.words.setText(words.format(n=part + 1, all=parts, length=f"{length:,}"))
        self.previous.setEnabled(part > 0)
        self.next.setEnabled(part + 1 < parts)
        self.setVisible(parts > 1)

    def _button(self, text: str, tip: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda: self.chosen.emit(self._part + by))
        return button
