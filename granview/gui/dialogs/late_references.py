"""What is dropped may be references of the samples that are here, or new inputs: asks which."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from granview.gui.dialogs.dialog_page import Page, words_label
from granview.io.late_references import LateReferences


class LateReferencesDialog(Page):
    """One question with two answers.

    Args:
        name: What was dropped.
        fit: How it fits the samples.
        parent: The window.
    """

    guide = "guide/data-sets.md#before-anything-is-loaded"

    references_chosen = Signal()
    inputs_chosen = Signal()

    def __init__(self, name: str, fit: LateReferences, parent: QWidget) -> None:
        super().__init__(self.tr("References or inputs?"), parent)
        text = self.tr(
            "{n} of the {all} samples here are called as what was dropped ({name}). Are these their references, or new "
            "inputs?"
        )
        self.body.addWidget(words_label(text.format(name=name, n=f"{fit.n_matched:,}", all=f"{fit.n_samples:,}")))
        self.cancel = self.add_cancel(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.inputs: QPushButton = self.buttons.addButton(
            self.tr("Add as &inputs"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.inputs.setAutoDefault(False)
        self.inputs.clicked.connect(self.inputs_chosen)
        self.inputs.clicked.connect(self.reject)
        self.references = self.add_accept(self.tr("Use as &references"))
        self.accepted.connect(self.references_chosen)
        self.resize(460, 140)
