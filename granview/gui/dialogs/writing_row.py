"""How far the writing of files is: a sentence, a bar, and *Stop* while it goes on."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from granview.gui.dialogs.dialog_page import words_label
from granview.gui.session.exporter import Exporter


class WritingRow(QWidget):
    """Follows an exporter; what it says stands above the bar.

    Args:
        exporter: Whose progress is shown, and who is stopped.
        parent: The dialog.
    """

    def __init__(self, exporter: Exporter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words_label()
        self.words.setProperty("role", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(exporter.stop)
        self._row = QHBoxLayout()
        self._row.addWidget(self.bar, 1)
        self._row.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words)
        layout.addLayout(self._row)
        self._show_bar(False)
        exporter.progress.connect(self._on_progress)
        exporter.finished.connect(self.settle)
        exporter.failed.connect(self.settle)

    def add_button(self, button: QPushButton) -> None:
        """Put a button at the end of the row."""
        self._row.addWidget(button)

    def say(self, text: str) -> None:
        """Say something; the bar is as it was."""
        self.words.setText(text)

    def settle(self, text: str) -> None:
        """Say how it ended; nothing is left to be stopped."""
        self._show_bar(False)
        self.say(text)

    def _on_progress(self, done: int, total: int) -> None:
        self._show_bar(done < total)
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _show_bar(self, is_shown: bool) -> None:
        self.bar.setVisible(is_shown)
        self.stop.setVisible(is_shown)
