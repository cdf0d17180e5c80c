"""What a sample holds besides its first input, in a line above its cells: the phrase that goes with a picture."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from granview.core.sample import Part
from granview.gui.sample_kind_view import kind_view
from granview.gui.style.theme import SPACING
from granview.gui.widgets.elided_label import ElidedLabel

_MAX_PX: Final = 640


class PartStrip(QWidget):
    """A role and its words for each part, as the part's own kind puts it; hidden where there are no parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACING, SPACING // 2, SPACING, SPACING // 2)
        self._row.setSpacing(SPACING)
        self.hide()

    def texts(self) -> list[str]:
        """What is said now, a role and then its words."""
        widgets = (self._row.itemAt(place).widget() for place in range(self._row.count()))
        return [widget.text() for widget in widgets if isinstance(widget, QLabel)]

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these parts."""
        if tuple(parts) == self._parts:
            return
        self._parts = tuple(parts)
        self._clear()
        for part in self._parts:
            role, words = QLabel(part.role), ElidedLabel(_MAX_PX)
            role.setProperty("role", "muted")
            words.setText(kind_view(part.kind).part_in_words(part))
            self._row.addWidget(role)
            self._row.addWidget(words)
        self._row.addStretch(1)
        self.setVisible(bool(self._parts))

    def _clear(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
