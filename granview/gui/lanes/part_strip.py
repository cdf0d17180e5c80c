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
        self._labels: list[QLabel] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACING, SPACING // 2, SPACING, SPACING // 2)
        self._row.setSpacing(SPACING)
        self.hide()

    def texts(self) -> list[str]:
        """What is said now, a role and then its words."""
        return [label.text() for label in self._labels]

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these parts."""
        if tuple(parts) == self._parts:
            return
        self._parts = tuple(parts)
        self.hide()  # labels that join a strip in view have no size before they are shown in their turn
        self._clear()
        for part in self._parts:
            role, words = QLabel(part.role), ElidedLabel(_MAX_PX)
            role.setProperty("role", "muted")
            words.setText(kind_view(part.kind).part_in_words(part))
            self._labels += [role, words]
        for label in self._labels:
            self._row.addWidget(label)
        self._row.addStretch(1)
        self.setVisible(bool(self._parts))

    def _clear(self) -> None:
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = []
        while self._row.takeAt(0) is not None:
            pass
