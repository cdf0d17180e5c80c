"""Asking for the columns of data sets: at once where nothing runs, else by a line above the lanes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from granview.gui.background.timers import once
from granview.gui.services import Services
from granview.gui.widgets.banner import Banners
from granview.io.column_prompt import ColumnPrompt

if TYPE_CHECKING:
    from granview.gui.dialogs.columns import ColumnsDialog


class ColumnCommands(QObject):
    """Answers the intake's questions by the user's word."""

    def __init__(self, services: Services, banners: Banners, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._banners = banners
        self._window = parent
        self._dialog: ColumnsDialog | None = None
        services.importer.columns_wanted.connect(self._on_wanted)

    def ask(self, prompt: ColumnPrompt) -> None:
        """Open the page, unless another one is open."""
        from granview.gui.dialogs.columns import ColumnsDialog

        if self._dialog is not None:
            self._ask_later(prompt)
            return
        importer, path = self._services.importer, prompt.path
        dialog = ColumnsDialog(prompt, self._window)
        dialog.chosen.connect(lambda roles, header: importer.add_records(path, roles, header))
        dialog.header_changed.connect(lambda header: importer.read_columns(path, header, self._on_read))
        dialog.finished.connect(self._on_closed)
        self._dialog = dialog
        dialog.open()

    def _on_wanted(self, prompt: ColumnPrompt) -> None:
        if self._services.document.is_read_only:
            return
        if self._services.model.lanes.is_running:
            self._ask_later(prompt)
        else:
            self.ask(prompt)

    def _on_read(self, prompt: ColumnPrompt) -> None:
        if self._dialog is not None and self._dialog.path == prompt.path:
            self._dialog.show_prompt(prompt)

    def _on_closed(self) -> None:
        self._dialog = None

    def _ask_later(self, prompt: ColumnPrompt) -> None:
        text = self.tr("It is not certain which column of {name} is the text, so nothing of it was added yet.")
        soon = once(self, 0, lambda: self.ask(prompt))
        act = (self.tr("Choose columns…"), soon.start)
        self._banners.show_text(f"columns:{prompt.path}", text.format(name=prompt.path.name), act)
