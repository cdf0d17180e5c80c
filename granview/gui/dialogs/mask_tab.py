"""The values of the masks of one data set, while they are being looked at and after."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from granview.core.image_params import MaskValues
from granview.gui.dialogs.dialog_page import words_label
from granview.gui.dialogs.mask_meaning import MaskMeaning
from granview.gui.dialogs.mask_values import doubt_words
from granview.io.data_survey import DataSurvey
from granview.io.mask_survey import MaskSurvey
from granview.io.mask_table import MaskTable


class MaskTab(QWidget):
    """Lets the user say what each value stands for.

    Args:
        kept: What was said last time; None where nothing was.
        parent: Its owner.

    Attributes:
        meaning: The values; None while they are not known, or where there are none.
    """

    changed = Signal()

    def __init__(self, kept: MaskValues | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._masks: MaskSurvey | None = None
        self._survey: DataSurvey | None = None
        self.meaning: MaskMeaning | None = None
        self._words = words_label(self.tr("The masks are being looked at…"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 8, 0, 0)
        self._layout.addWidget(self._words)

    @property
    def values(self) -> MaskValues | None:
        """What the values are taken for; None where they are not known, or there are none."""
        if self.meaning is not None:
            return self.meaning.choice()
        return self._kept if self._masks is None else None

    def forget(self) -> None:
        """Take values for what they are understood as, whatever was said last time."""
        self._kept = None
        if self._survey is not None and self.meaning is not None:
            self._show(self._survey, None)

    def show_survey(self, survey: DataSurvey) -> None:
        """Show what the masks hold; what the user has said of them stays."""
        self._survey = survey
        if survey.masks is None or survey.masks == self._masks:
            return
        kept = self.values
        self._masks = survey.masks
        self._show(survey, kept)

    def _show(self, survey: DataSurvey, kept: MaskValues | None) -> None:
        assert survey.masks is not None
        table = MaskTable.of(survey.masks, survey.data_set.classes)
        if self.meaning is not None:
            self._layout.removeWidget(self.meaning)
            self.meaning.hide()
            self.meaning.deleteLater()
            self.meaning = None
        self._say(survey if kept is None else None)
        if table.values:
            self.meaning = MaskMeaning(table, kept or survey.values, keeps_unseen=True)
            self.meaning.changed.connect(self.changed)
            self._layout.addWidget(self.meaning)
        self.changed.emit()

    def _say(self, survey: DataSurvey | None) -> None:
        """Say of what it is not certain, unless the user has settled that."""
        doubts = () if survey is None else survey.guess.doubts
        words = "; ".join(doubt_words(doubt) for doubt in doubts)
        self._words.setText(self.tr("Not certain: {doubts}.").format(doubts=words))
        self._words.setProperty("role", "warn")
        self._words.style().polish(self._words)
        self._words.setVisible(bool(doubts))
