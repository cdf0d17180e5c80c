"""The panel *Notes*: what the user writes about each sample, for as long as the window is open."""

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout

from granview.gui.panel import PANELS, DockSide, Panel
from granview.gui.services import Services
from granview.gui.style.theme import Theme


@PANELS.register("notes")
class NotesPanel(Panel):
    """A text field whose content belongs to the sample that is shown."""

    place = DockSide.RIGHT
    rank = 9

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme)
        self._notes: dict[str, str] = {}
        self._sample = ""
        self.field = QPlainTextEdit()
        self.field.setPlaceholderText(self.tr("Write about this sample"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        services.model.samples.current_changed.connect(self._on_current_changed)
        self._on_current_changed()

    def title(self) -> str:
        """What it is called."""
        return self.tr("Notes")

    def _on_current_changed(self) -> None:
        self._notes[self._sample] = self.field.toPlainText()
        sample = self.services.model.samples.current
        self._sample = "" if sample is None else sample.name
        self.field.setEnabled(sample is not None)
        self.field.setPlainText(self._notes.get(self._sample, ""))
