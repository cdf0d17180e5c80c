"""Shows a report of a defect, whole, before anybody else can see it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QPlainTextEdit, QWidget

from granview.gui.background.jobs import Jobs
from granview.gui.dialogs.dialog_page import Page, words_label


class CrashReportDialog(Page):
    """The text of a report, to be read, copied and saved; it is sent nowhere.

    Args:
        text: The report.
        file: Where it is kept; empty where it could not be kept.
        jobs: Where it is written once more.
        parent: The window.
    """

    def __init__(self, text: str, file: str, jobs: Jobs, parent: QWidget | None) -> None:
        super().__init__(self.tr("Report of a defect"), parent, self._explanation())
        self._file = file
        self._jobs = jobs
        self.text = QPlainTextEdit(text, readOnly=True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(self.tr("The whole report"))
        self.body.addWidget(self.text, 1)
        self.state: QLabel = words_label(self._where())
        self.state.setProperty("role", "muted")
        self.body.addWidget(self.state)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.copy = self.buttons.addButton(self.tr("Copy"), action)
        self.save = self.buttons.addButton(self.tr("Save…"), action)
        self.open_folder = self.buttons.addButton(self.tr("Open folder"), action)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._choose)
        self.open_folder.clicked.connect(self._open_folder)
        self.open_folder.setEnabled(bool(file))
        self.add_cancel(self.tr("Close"))
        self.resize(720, 480)

    def write_to(self, path: Path) -> None:
        """Write the report into a file of the user's choice."""
        text = self.text.toPlainText()
        self._jobs.start(lambda: _written(path, text), partial(self._on_written, path))

    def _on_written(self, path: Path, reason: str) -> None:
        words = self.tr("{path} cannot be written: {reason}.") if reason else self.tr("Saved as {path}.")
        self.state.setText(words.format(path=path, reason=reason))

    def _explanation(self) -> str:
        return self.tr(
            "This is all that the report holds: where in GranView's code it happened, and on what system. It has no "
            "paths, no names of samples and nothing of your data. It is sent nowhere; whoever mends GranView can use "
            "it if you give it to them."
        )

    def _where(self) -> str:
        if not self._file:
            return self.tr("It could not be kept on disk.")
        return self.tr("Kept as {path}.").format(path=self._file)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.state.setText(self.tr("The report is on the clipboard."))

    def _choose(self) -> None:
        name = Path(self._file).name or "crash.txt"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), name, self.tr("Text (*.txt)"))
        if path:
            self.write_to(Path(path))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._file).parent)))


def _written(path: Path, text: str) -> str:
    """Write a file; returns why that could not be done, empty where it was."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        return error.strerror or type(error).__name__
    return ""
