"""What all dialogs have in common: a heading, a body, and buttons in the same place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget


class Page(QDialog):
    """A dialog that blocks nothing but its own window.

    Attributes:
        body: Where its widgets go.
        buttons: The row at the bottom.
    """

    def __init__(self, title: str, parent: QWidget | None, explanation: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.buttons = QDialogButtonBox()
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        if explanation:
            text = QLabel(explanation, wordWrap=True)
            text.setProperty("role", "muted")
            layout.addWidget(text)
        layout.addLayout(self.body, 1)
        layout.addWidget(self.buttons)

    def add_accept(self, text: str) -> QPushButton:
        """A button that accepts."""
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
        button.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        return button

    def add_cancel(self, text: str) -> QPushButton:
        """A button that closes without doing anything."""
        return self.buttons.addButton(text, QDialogButtonBox.ButtonRole.RejectRole)


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
