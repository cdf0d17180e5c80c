"""What the values of masks mean: of all masks of a comparison, or of those in one folder."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QTableWidget, QWidget

from granview.core.image_params import ImageParams, MaskFrame, MaskValues
from granview.gui.dialogs.dialog_page import Page
from granview.gui.dialogs.mask_meaning import MaskMeaning
from granview.io.mask_guess import MaskDoubt
from granview.io.mask_survey import MaskSurvey
from granview.io.mask_table import MaskTable

translate = QCoreApplication.translate


class MaskValuesDialog(Page):
    """Emits what was chosen.

    Args:
        table: What was found in masks that have no reading of their own.
        params: How masks are read now.
        doubts: Of what it is not certain.
        parent: The window.
        survey: What was found by folder; None where one choice for all masks is all that is asked for.
        folders: The folders whose masks can have a reading of their own.

    Attributes:
        scope: Which masks are meant; hidden where there is but one folder of them.
        frame: How masks lie of which nothing tells; hidden where there is none.
        meaning: The values, and what they are taken for.
    """

    guide = "guide/references-and-classes.md#what-the-values-of-masks-mean"

    chosen = Signal(object, object, str)
    """``MaskValues``, the ``MaskFrame``, which is None where no mask needs one, and the folder, empty for all."""

    def __init__(
        self,
        table: MaskTable,
        params: ImageParams,
        doubts: tuple[MaskDoubt, ...],
        parent: QWidget,
        survey: MaskSurvey | None = None,
        folders: Sequence[Path] = (),
    ) -> None:
        explanation = self.tr(
            "What each value in the reference masks stands for: one choice for all masks of this comparison, or one "
            "for each of its folders. Void pixels are scored by nobody."
        )
        super().__init__(self.tr("What masks mean"), parent, explanation)
        self._table = table
        self._params = params
        self._survey = survey
        self._add_doubts(doubts)
        self._add_choices(params, folders)
        self.meaning = MaskMeaning(table, params.mask_values or MaskValues())
        self.body.addWidget(self.meaning, 1)
        self.add_cancel(self.tr("Cancel"))
        self.apply = self.add_accept(self.tr("Apply"))
        self.scope.currentIndexChanged.connect(lambda _: self._on_scope())
        self.resize(640, 580)

    @property
    def rule(self) -> QComboBox:
        """How values that are not named are read."""
        return self.meaning.rule

    @property
    def boxes(self) -> dict[int, QComboBox]:
        """What each value is taken for."""
        return self.meaning.boxes

    @property
    def table(self) -> QTableWidget:
        """The values."""
        return self.meaning.table

    @property
    def words(self) -> QLabel:
        """What follows from the choice."""
        return self.meaning.words

    def accept(self) -> None:
        """Read the masks so from the next run on."""
        frame = self.frame.currentData() if self._table.ambiguous else None
        self.chosen.emit(self.choice(), frame, self.scope.currentData() or "")
        super().accept()

    def choice(self) -> MaskValues:
        """What is chosen now."""
        return self.meaning.choice()

    def _add_doubts(self, doubts: tuple[MaskDoubt, ...]) -> None:
        if doubts:
            said = "; ".join(doubt_words(doubt) for doubt in doubts)
            label = QLabel(self.tr("Not certain: {doubts}.").format(doubts=said), wordWrap=True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "warn")
            self.body.addWidget(label)

    def _add_choices(self, params: ImageParams, folders: Sequence[Path]) -> None:
        self.scope, self.frame = QComboBox(), QComboBox()
        self.scope.addItem(self.tr("All that have no reading of their own"), "")
        for folder in folders:
            self.scope.addItem(str(folder), str(folder))
        self.scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scope.setMinimumContentsLength(30)
        self.frame.addItem(self.tr("As the picture is shown"), "shown")
        self.frame.addItem(self.tr("As the picture is stored"), "stored")
        wanted: MaskFrame = params.mask_frame or "shown"
        self.frame.setCurrentIndex(self.frame.findData(wanted))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(self.tr("Masks in"), self.scope)
        form.addRow(self.tr("Masks of turned pictures lie"), self.frame)
        form.setRowVisible(self.scope, bool(folders))
        form.setRowVisible(self.frame, self._table.ambiguous > 0)
        self.body.addLayout(form)

    def _on_scope(self) -> None:
        """Show the values of the masks that are meant now, as these are read now."""
        folder = self.scope.currentData()
        values = self._params.values_of(Path(folder, "mask")) if folder else self._params.mask_values
        table = self._table_of(folder)
        old, self.meaning = self.meaning, MaskMeaning(table, values or MaskValues())
        self.body.replaceWidget(old, self.meaning)
        old.hide()
        old.deleteLater()

    def _table_of(self, folder: str) -> MaskTable:
        if not folder or self._survey is None:
            return self._table
        return MaskTable.of(self._survey.within(Path(folder)), self._table.models)


def doubt_words(doubt: MaskDoubt) -> str:
    """A doubt in the user's language."""
    return translate("Doubts", doubt.value)
