"""Prompts: what is pointed at in the picture, for every lane that is prompted."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from granview.core.prompt import ObjectPrompt
from granview.gui.model.panel_lines import panel_line
from granview.gui.panel import PANELS, DockSide, Panel
from granview.gui.services import Services
from granview.gui.style.theme import Theme

_MARGIN: Final = 10


@PANELS.register("prompts")
class PromptsPanel(Panel):
    """A switch, a field for phrases, what has been said so far, and how to take it back."""

    place = DockSide.RIGHT
    rank = 2
    key = "Ctrl+8"
    guide = "guide/prompts.md"

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(services, theme)
        self._state, self._prompter = services.prompt, services.prompter
        self.switch = QCheckBox(self.tr("Clicks are prompts"))
        self.hint = _paragraph("muted")
        self.phrase = QLineEdit()
        self.phrase.setPlaceholderText(self.tr("Words for what is to be outlined"))
        self.phrase.setMaxLength(400)
        self.listed = _paragraph("")
        self.anew = QPushButton(self.tr("Next object"))
        self.anew.setToolTip(self.tr("The next click is about another object"))
        self.undo = QPushButton(self.tr("Take back"))
        self.clear = QPushButton(self.tr("Clear"))
        self._lay_out()
        self.switch.toggled.connect(self._on_switched)
        self.phrase.returnPressed.connect(self._on_phrase)
        self.anew.clicked.connect(self._on_anew)
        self.undo.clicked.connect(self._prompter.undo)
        self.clear.clicked.connect(self._prompter.clear)
        self._prompter.changed.connect(self._show)
        services.model.lanes.changed.connect(self._show)
        self._show()

    def title(self) -> str:
        """What it is called."""
        return self.tr("Prompts")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.anew, self.undo, self.clear):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(8)
        for part in (self.switch, self.hint, self.phrase):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self.listed)
        column.addStretch(1)

    def _on_switched(self, on: bool) -> None:
        self._state.set_on(on)

    def _on_anew(self) -> None:
        self._state.begin_anew()

    def _on_phrase(self) -> None:
        self._prompter.ask_for(self.phrase.text())
        self.phrase.clear()

    def _show(self) -> None:
        prompts, has_lanes = self._prompter.prompts, bool(self._prompter.lanes)
        self.switch.setChecked(self._state.is_on)
        self.switch.setEnabled(has_lanes)
        self.phrase.setEnabled(has_lanes)
        self.anew.setEnabled(bool(prompts) and not self._state.begins_anew)
        for button in (self.undo, self.clear):
            button.setEnabled(bool(prompts))
        self.hint.setText(self._hint(has_lanes))
        self.listed.setText("\n".join(self._line(place, prompt) for place, prompt in enumerate(prompts, 1)))

    def _hint(self, has_lanes: bool) -> str:
        if line := panel_line("prompts", self.services.model):
            return line
        if not has_lanes:
            return self.tr("No lane is prompted. Add one of SAM and its kin, or of CLIPSeg for phrases.")
        return self.tr(
            "Click on an object; Ctrl and click for what is to be left out; Shift and drag for a box. "
            "Every lane that is prompted answers."
        )

    def _line(self, place: int, prompt: ObjectPrompt) -> str:
        n_added = sum(point.adds for point in prompt.points)
        parts = [
            self.tr("box") if prompt.box_xyxy is not None else "",
            f"+{n_added}" if n_added else "",
            f"−{len(prompt.points) - n_added}" if n_added < len(prompt.points) else "",
            f"“{prompt.phrase}”" if prompt.phrase else "",
        ]
        return f"{place}: {', '.join(filter(None, parts))}"


def _paragraph(role: str) -> QLabel:
    label = QLabel(wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label
