"""A field for a text of several lines that gives back exactly what was put in, and never takes it for markup."""

from typing import Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

MAX_CHARS: Final = 20_000
"""What is pasted and longer is not for editing by hand."""

_FRAME_PX: Final = 6
_PARAGRAPH: Final = "\u2029"


class PlainEdit(QPlainTextEdit):
    """Plain text only; files that are dropped on it go to the window."""

    long_text_pasted = Signal(str)
    """A text of more than ``MAX_CHARS`` was pasted; it is not put into the field, which it would bring to a halt."""

    finished = Signal()
    """Ctrl+Return was pressed."""

    focus_changed = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setProperty("field", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def text(self) -> str:
        """What is in it; hard spaces stay what they are."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def set_lines(self, lines: int) -> None:
        """Be as high as so many lines."""
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if lines > 1 else policy.ScrollBarAlwaysOff)
        text = lines * self.fontMetrics().lineSpacing()
        self.setFixedHeight(round(2 * self.document().documentMargin()) + text + _FRAME_PX)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, unless it is a very long one."""
        text = source.text()
        if len(text) > MAX_CHARS:
            self.long_text_pasted.emit(text)
        else:
            self.insertPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Return finishes."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is being used."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is not used any more."""
        super().focusOutEvent(event)
        self.focus_changed.emit()
