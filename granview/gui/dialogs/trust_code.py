"""The question whether a program may run that a model's loading would run."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from granview.engine.source_trust import UntrustedCode
from granview.gui.dialogs.dialog_page import Page, heading


class TrustCodeDialog(Page):
    """Says whose program would run, and asks; accepted where it may.

    Args:
        programs: What would run.
        parent: The window.
    """

    guide = "guide/own-models.md#programs-are-asked-about"

    def __init__(self, programs: Sequence[UntrustedCode], parent: QWidget) -> None:
        explanation = self.tr(
            "To load this model is to run a program, with all your rights: it can read and change your files. Read it "
            "first. It is asked about again when it changes."
        )
        super().__init__(self.tr("Let this program run?"), parent, explanation)
        for program in programs:
            self._add(program)
        refuse = self.add_cancel(self.tr("Do not run it"))
        self.allow = self.add_accept(self.tr("Let it run on this machine"))
        self.allow.setDefault(False)
        self.allow.setAutoDefault(False)
        refuse.setFocus()
        self.setMinimumWidth(560)

    def _add(self, program: UntrustedCode) -> None:
        self.body.addWidget(heading(program.file.name))
        lines = [str(program.file), f"SHA-256 {program.sha256}"]
        if program.summary:
            lines.insert(0, program.summary)
        text = QLabel("\n".join(lines), wordWrap=True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(text)
