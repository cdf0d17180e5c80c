"""What is dropped may be predictions, references or inputs: asks which."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QPushButton, QWidget

from granview.core.errors import ArgumentError
from granview.core.saved_reading import READING_OPTIONS, SavedReading
from granview.gui.dialogs.dialog_page import Page
from granview.gui.language.below import localized
from granview.gui.model.task_titles import title_of
from granview.gui.widgets.text_preview import as_tip
from granview.io.saved.survey import SavedSurvey


class SavedPredictionsDialog(Page):
    """Says how files fit the samples as predictions, and lets the person choose what they are.

    Args:
        survey: How they fit.
        parent: The window.
    """

    guide = "guide/saved-predictions.md"

    lane_chosen = Signal(str, object)
    """They are a lane for this task, read with these options: a ``dict[str, str]``."""
    references_chosen = Signal()
    inputs_chosen = Signal()

    def __init__(self, survey: SavedSurvey, parent: QWidget) -> None:
        super().__init__(self.tr("Saved predictions"), parent)
        text = self.tr("{name} looks like saved predictions: {title}; {n} of {total} samples have one.")
        words = text.format(name=survey.path.name, title=survey.title, n=survey.matched, total=survey.n_samples)
        self.body.addWidget(QLabel(words, wordWrap=True))
        self.details = QLabel("\n".join(line for line in (*survey.notes, survey.in_words) if line), wordWrap=True)
        self.details.setProperty("role", "muted")
        self.body.addWidget(self.details)
        self.tasks = QComboBox()
        for task in survey.tasks:
            self.tasks.addItem(title_of(task), task)
        form = QFormLayout()
        form.addRow(self.tr("Task"), self.tasks)
        self.options = QLineEdit()
        self.options.setPlaceholderText(self.tr("only where it is wrong, such as classes=background|cell"))
        self.options.setToolTip(as_tip("\n".join(f"{name}=: {words}" for name, words in READING_OPTIONS.items())))
        form.addRow(self.tr("Read with"), self.options)
        self.body.addLayout(form)
        self.add_cancel(self.tr("Cancel"))
        self.inputs = self._button(self.tr("Add as inputs"))
        self.references = self._button(self.tr("Add as references"))
        self.lane = self.add_accept(self.tr("Add as a lane"))
        for button, chosen in ((self.references, self.references_chosen), (self.inputs, self.inputs_chosen)):
            button.clicked.connect(chosen)
            button.clicked.connect(self.reject)

    def accept(self) -> None:
        """Say that they are a lane, unless the options have no meaning."""
        try:
            reading = reading_in(self.options.text())
        except ArgumentError as error:
            self.details.setText(localized(str(error)))
            return
        self.lane_chosen.emit(self.tasks.currentData(), reading)
        super().accept()

    def _button(self, text: str) -> QPushButton:
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        return button


def reading_in(text: str) -> dict[str, str]:
    """Options as they are typed, with commas between them.

    Raises:
        ArgumentError: one is not known, or its value has no meaning.
    """
    parts = [part.partition("=") for part in text.split(",") if part.strip()]
    reading = {name.strip(): value.strip() for name, _, value in parts}
    SavedReading.of(reading)
    return reading
