"""Where a text is typed or pasted: one line until it is used, then a field, and buttons that say what becomes of it."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from granview.core.text import TextInput
from granview.gui.inputs.plain_edit import PlainEdit

_LINES: Final = 7


class TextEntry(QWidget):
    """Emits texts; while a text that was typed is edited, emits what takes its place."""

    entered = Signal(object)
    """The ``TextInput`` that was typed."""

    edited = Signal(str, object)
    """Name of the sample, and the ``TextInput`` that takes the place of its text."""

    def __init__(self) -> None:
        super().__init__()
        self._edited: str | None = None
        self.setProperty("surface", "panel")
        self.text = PlainEdit(self.tr("Type or paste a text"))
        self.question = QLineEdit(placeholderText=self.tr("Question about the text"))
        self.pair = QLineEdit(placeholderText=self.tr("Second text of a pair, if there is one"))
        self.add = QPushButton(self.tr("Add"))
        self.add.setToolTip(self.tr("Add it to the comparison (Ctrl+Return)"))
        self.add.setProperty("role", "primary")
        self.cancel = QPushButton(self.tr("Cancel"))
        self._hint = QLabel(self.tr("Ctrl+Return adds it"))
        self._hint.setProperty("role", "muted")
        self._asked: frozenset[str] = frozenset()
        self._lay_out()
        self._connect()
        self._show_parts()

    def ask_for(self, parts: Collection[str]) -> None:
        """Ask for these parts of a text besides itself: ``question``, ``pair``."""
        self._asked = frozenset(parts)
        self._show_parts()

    def edit(self, name: str, text_input: TextInput) -> None:
        """Edit the text of a sample."""
        self._edited = name
        self.text.setPlainText(text_input.text)
        self.question.setText(text_input.question or "")
        self.pair.setText(text_input.pair or "")
        self._show_parts()
        self.text.setFocus()

    def clear(self) -> None:
        """Begin anew."""
        self._edited = None
        self.text.clear()
        self.question.clear()
        self.pair.clear()
        self._show_parts()

    def finish(self) -> None:
        """Take what is in the field, where there is anything."""
        if not self.add.isEnabled():
            return
        text_input, edited = self._text_input(), self._edited
        self.clear()
        if edited is None:
            self.entered.emit(text_input)
        else:
            self.edited.emit(edited, text_input)

    def _lay_out(self) -> None:
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._hint, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 8)
        layout.setSpacing(6)
        for widget in (self.question, self.text, self.pair, self._buttons):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._show_parts)
        self.text.focus_changed.connect(self._show_parts)
        self.text.finished.connect(self.finish)
        self.text.long_text_pasted.connect(self._on_long_text)
        self.question.returnPressed.connect(self.finish)
        self.pair.returnPressed.connect(self.finish)
        self.add.clicked.connect(self.finish)
        self.cancel.clicked.connect(self.clear)

    def _show_parts(self) -> None:
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        is_used = inside or self._edited is not None or not self.text.document().isEmpty()
        self.text.set_lines(_LINES if is_used else 1)
        self.question.setVisible(is_used and ("question" in self._asked or bool(self.question.text())))
        self.pair.setVisible(is_used and ("pair" in self._asked or bool(self.pair.text())))
        self._buttons.setVisible(is_used)
        self.cancel.setVisible(self._edited is not None)
        self._hint.setVisible(self._edited is None)
        self.add.setText(self.tr("Replace") if self._edited is not None else self.tr("Add"))
        self.add.setEnabled(bool(self.text.text().strip()))

    def _text_input(self) -> TextInput:
        return TextInput.of(self.text.text(), self.pair.text() or None, self.question.text().strip() or None)

    def _on_long_text(self, text: str) -> None:
        self.entered.emit(TextInput.of(text, None, self.question.text().strip() or None))
