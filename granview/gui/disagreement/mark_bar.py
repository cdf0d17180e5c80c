"""Marks what is looked at: a button for each mark, and a line for the note."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from granview.core.mark import MARK_KINDS, MOST_NOTE_CHARACTERS, MarkKind
from granview.gui.services import Services
from granview.gui.slices.slice_words import MARK_KEYS, mark_title

_NOTE_PX: Final = 70


class MarkBar(QWidget):
    """Follows what is looked at, and its mark."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.buttons = {kind: self._button(kind) for kind in MARK_KINDS}
        self.note = QLineEdit(placeholderText=self.tr("Note"))
        self.note.setMaxLength(MOST_NOTE_CHARACTERS)
        self.note.setMinimumWidth(_NOTE_PX)
        self.note.editingFinished.connect(lambda: services.marker.note(self.note.text()))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 4)
        layout.setSpacing(4)
        for button in self.buttons.values():
            layout.addWidget(button)
        layout.addWidget(self.note, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        services.marks.changed.connect(self._show)
        services.focus.unit_changed.connect(self._show)
        services.model.samples.current_changed.connect(self._show)
        self._show()

    def _button(self, kind: MarkKind) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setProperty("segment", "true")
        button.setText(mark_title(kind))
        tip = self.tr("Mark the unit that is looked at, or else the sample ({key}); once more removes the mark")
        button.setToolTip(tip.format(key=MARK_KEYS[kind]))
        button.clicked.connect(lambda _=False: self._on_clicked(kind))
        return button

    def _on_clicked(self, kind: MarkKind) -> None:
        self._services.marker.toggle(kind)
        self._show()

    def _show(self) -> None:
        marker = self._services.marker
        mark, can_be = marker.mark, marker.target is not None and not self._services.document.is_read_only
        for kind, button in self.buttons.items():
            button.setChecked(mark is not None and mark.mark == kind)
            button.setEnabled(can_be)
        self.note.setEnabled(can_be and mark is not None)
        if not self.note.hasFocus() or mark is None:
            self.note.setText("" if mark is None else mark.note)
