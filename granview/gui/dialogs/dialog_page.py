"""What all dialogs have in common: a heading, a body, and buttons in the same place."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from granview.gui.guide.open_guide import open_guide
from granview.gui.widgets.accessible_names import name_controls


class Page(QDialog):
    """A dialog that blocks nothing but its own window.

    Attributes:
        guide: The page of the guide that is about it, which F1 and its button *Help* open.
        body: Where its widgets go.
        buttons: The row at the bottom.
    """

    guide: ClassVar[str] = "guide/window.md"

    def __init__(self, title: str, parent: QWidget | None, explanation: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.buttons = QDialogButtonBox()
        self.buttons.rejected.connect(self.reject)
        self._add_help()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        if explanation:
            text = QLabel(explanation, wordWrap=True)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setProperty("role", "muted")
            layout.addWidget(text)
        layout.addLayout(self.body, 1)
        layout.addWidget(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Name for screen readers what has no words of its own."""
        name_controls(self, self.windowTitle())
        super().showEvent(event)

    def open_guide(self) -> None:
        """Show the page of the guide that is about this dialog."""
        open_guide(self.guide, self)

    def add_accept(self, text: str) -> QPushButton:
        """A button that accepts."""
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
        button.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        return button

    def add_cancel(self, text: str) -> QPushButton:
        """A button that closes without doing anything."""
        return self.buttons.addButton(text, QDialogButtonBox.ButtonRole.RejectRole)

    def _add_help(self) -> None:
        button = self.buttons.addButton(self.tr("Help"), QDialogButtonBox.ButtonRole.HelpRole)
        button.setAutoDefault(False)
        self.buttons.helpRequested.connect(self.open_guide)
        QShortcut(QKeySequence("F1"), self, self.open_guide)


def heading(text: str) -> QLabel:
    """A heading inside a dialog."""
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label


def words_label(text: str = "") -> QLabel:
    """Words in a dialog that wrap, and can be copied."""
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label
