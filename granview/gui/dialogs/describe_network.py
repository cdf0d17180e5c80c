"""How an exported network is run: its tensors, and its description as text that can be corrected and kept."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from granview.core.errors import ArgumentError, GranViewError, InputError
from granview.gui.background.jobs import Jobs
from granview.gui.background.timers import once
from granview.gui.dialogs.dialog_page import Page
from granview.gui.language.below import localized
from granview.io.exported.description_file import (
    description_of,
    description_path,
    description_text,
    parsed_description,
    write_description,
)
from granview.io.exported.formats import exported_format, guess_of

_TYPING_MS: Final = 250
_TEMPLATE: Final = 'task = "image-segmentation"\n\n[input]\n\n[output]\nkind = "logits"\nclasses = []\n'


@dataclass(frozen=True)
class _Shown:
    """What the dialog begins with: the tensors in words, the text, and whether it is a guess."""

    tensors: str
    text: str
    is_guess: bool


class DescribeNetworkDialog(Page):
    """Shows the description of a file, or the guess, and writes what was made of it beside the file.

    Args:
        file: The network's file.
        task: What it is to do, where that was chosen.
        jobs: Threads that read and write.
        parent: The window.
    """

    guide = "guide/own-models.md#exported-networks"

    written = Signal()

    def __init__(self, file: Path, task: str, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(self.tr("How {name} is run").format(name=file.name), parent)
        self._file, self._jobs = file, jobs
        self._guess: str | None = None
        self._tensors = _plain_label("muted")
        self._state = _plain_label("")
        self.text = QPlainTextEdit()
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._check_soon = once(self, _TYPING_MS, self._check)
        for widget, stretch in ((self._tensors, 0), (self.text, 1), (self._state, 0)):
            self.body.addWidget(widget, stretch)
        self.add_cancel(self.tr("Cancel"))
        self.keep = self.add_accept(self.tr("Keep in {name}").format(name=description_path(file).name))
        self.keep.setEnabled(False)
        self.text.textChanged.connect(self._check_soon.start)
        self._reading = jobs.start(
            lambda: _shown(file, task), self._show, lambda error: self._state.setText(localized(str(error)))
        )
        self.finished.connect(lambda _: self._reading.cancel())
        self.resize(640, 560)

    def accept(self) -> None:
        """Write the description, and close once that is done."""
        try:
            description = parsed_description(self.text.toPlainText(), self._file.parent)
        except ArgumentError as error:
            self._state.setText(localized(str(error)))
            return
        file = self._file
        self._jobs.start(lambda: write_description(file, description), lambda _: self._close(), self._on_failed)

    def _close(self) -> None:
        self.written.emit()
        super().accept()

    def _on_failed(self, error: GranViewError) -> None:
        self._state.setText(localized(str(error)))

    def _show(self, shown: _Shown) -> None:
        self._tensors.setText(shown.tensors)
        self._guess = shown.text if shown.is_guess else None
        self.text.setPlainText(shown.text)
        self._check()

    def _check(self) -> None:
        """Whether the text is a description; else why not."""
        try:
            parsed_description(self.text.toPlainText(), self._file.parent)
        except ArgumentError as error:
            self._state.setText(localized(str(error)))
            self.keep.setEnabled(False)
            return
        is_guess = self.text.toPlainText() == self._guess
        guessed = self.tr("This is guessed from names and shapes. Correct it, and keep it.")
        self._state.setText(guessed if is_guess else self.tr("This can be used."))
        self.keep.setEnabled(True)


def _plain_label(role: str) -> QLabel:
    label = QLabel(wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label


def _shown(file: Path, task: str) -> _Shown:
    kind = exported_format(file)
    tensors = ""
    if kind is not None and kind.signature is not None:
        signature = kind.signature(file)
        named = (("takes", signature.inputs), ("gives", signature.outputs))
        tensors = "\n".join(f"{verb} {spec}" for verb, specs in named for spec in specs)
    written = description_of(file)
    if written is not None:
        return _Shown(tensors, description_text(written), is_guess=False)
    try:
        guess = guess_of(file, task)
    except InputError as error:
        return _Shown(tensors or str(error), _TEMPLATE, is_guess=True)
    return _Shown(tensors, description_text(guess.description, guess.reasons), is_guess=True)
