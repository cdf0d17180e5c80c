"""What is dropped may be references of the samples that are here, or new inputs: asks which."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from granview.core.image_params import ImageParams
from granview.core.sample import Sample
from granview.gui.background.jobs import Jobs
from granview.gui.dialogs.dialog_page import Page, words_label
from granview.gui.dialogs.sample_previews import SamplePreviews
from granview.gui.session.pictures import Thumbnails
from granview.io.late_references import LateReferences

_EDGE_PX: Final = 200


class LateReferencesDialog(Page):
    """One question with two answers.

    Args:
        name: What was dropped.
        fit: How it fits the samples.
        thumbnails: Pictures for the preview.
        jobs: Threads that read references.
        parent: The window.
    """

    guide = "guide/data-sets.md#before-anything-is-loaded"

    references_chosen = Signal()
    inputs_chosen = Signal()

    def __init__(self, name: str, fit: LateReferences, thumbnails: Thumbnails, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(self.tr("References or inputs?"), parent)
        text = self.tr(
            "{n} of the {all} samples here are called as what was dropped ({name}). Are these their references, or new "
            "inputs?"
        )
        self.body.addWidget(words_label(text.format(name=name, n=f"{fit.n_matched:,}", all=f"{fit.n_samples:,}")))
        self.previews = SamplePreviews(thumbnails.of_edge(_EDGE_PX, self), jobs)
        self.previews.setAccessibleName(self.tr("How they would match"))
        self.body.addWidget(self.previews, 1)
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
        self.finished.connect(lambda _: self.previews.close_previews())
        self.resize(640, 160)

    def show_match(self, samples: Sequence[Sample], params: ImageParams) -> None:
        """Show the first samples with the references that they would have; in place of samples, nothing is shown."""
        if not samples or not self.isVisible():
            return
        self.previews.set_params(params)
        self.previews.show_samples(samples)
        self.resize(640, 380)
