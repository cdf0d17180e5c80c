"""Asking for the columns of data sets: at once where nothing runs, else by a line above the lanes."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from granview.gui.background.column_questions import ColumnQuestion
from granview.gui.background.timers import once
from granview.gui.desk import Desk
from granview.gui.widgets.banner import Banners


class ColumnCommands(QObject):
    """Answers the intake's questions by the user's word."""

    def __init__(self, desk: Desk, banners: Banners, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._banners = banners
        self._window = parent
        self._dialog: QDialog | None = None
        desk.intake.columns_wanted.connect(self._on_wanted)

    def ask(self, question: ColumnQuestion) -> None:
        """Open the page, unless another one is open."""
        from granview.gui.dialogs.columns import ColumnsDialog

        if self._dialog is not None:
            self._ask_later(question)
            return
        dialog = ColumnsDialog(question, self._window)
        dialog.chosen.connect(lambda roles: self._desk.intake.add_records(question.path, roles))
        dialog.finished.connect(self._on_closed)
        self._dialog = dialog
        dialog.open()

    def _on_wanted(self, question: ColumnQuestion) -> None:
        if self._desk.document.is_read_only:
            return
        if self._desk.model.lanes.is_running:
            self._ask_later(question)
        else:
            self.ask(question)

    def _on_closed(self) -> None:
        self._dialog = None

    def _ask_later(self, question: ColumnQuestion) -> None:
        text = self.tr("It is not certain which column of {name} is the text, so nothing of it was added yet.")
        soon = once(self, 0, lambda: self.ask(question))
        act = (self.tr("Choose columns…"), soon.start)
        self._banners.show_text(f"columns:{question.path}", text.format(name=question.path.name), act)
