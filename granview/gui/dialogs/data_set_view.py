"""One data set before it is loaded: what it is, what of it is taken, how it looks, what is left over."""

from typing import Final

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from granview.core.image_params import ImageParams
from granview.gui.background.jobs import Jobs
from granview.gui.background.timers import once
from granview.gui.dialogs.data_set_choices import DataSetChoicesColumn
from granview.gui.dialogs.dialog_page import heading, words_label
from granview.gui.dialogs.leftover_table import LeftoverTable
from granview.gui.dialogs.mask_tab import MaskTab
from granview.gui.dialogs.sample_previews import SamplePreviews
from granview.gui.session.data_set_memory import KeptChoice
from granview.gui.session.data_set_plan import ChosenDataSet
from granview.gui.session.pictures import Thumbnails
from granview.io.data_set import DataSetChoice
from granview.io.data_survey import DataSurvey, n_taken, settled_choice
from granview.io.mask_table import MaskTable
from granview.io.reference_choice import usual_sets

_CHOICES_PX: Final = 270
_SETTLE_MS: Final = 250
_TABS_ROW: Final = 2


class DataSetView(QWidget):
    """Shows what is understood, and takes corrections.

    Args:
        survey: What is known by now.
        kept: What was chosen last time; None where nothing was.
        thumbnails: Pictures of the size of a preview.
        jobs: Threads that read references.
        parent: Its owner.

    Attributes:
        choices: Which splits and sorts of references are taken.
        masks: What the values of the masks are taken for.
        previews: The first samples.
        leftovers: What nothing is read from.
        tabs: Masks, leftovers, notes.
        reset: Forgets what was chosen last time; hidden where nothing was.
    """

    choice_changed = Signal()
    """Other splits or sorts of references are chosen."""
    forgotten = Signal()
    """What was chosen last time is not to be remembered."""

    def __init__(
        self,
        survey: DataSurvey,
        kept: KeptChoice | None,
        thumbnails: Thumbnails,
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._survey = survey
        self.choices = DataSetChoicesColumn()
        self.masks = MaskTab(None if kept is None else kept.values)
        self.previews = SamplePreviews(thumbnails, jobs)
        self.leftovers = LeftoverTable()
        self.tabs = QTabWidget()
        self.reset = QPushButton(self.tr("&Forget that"))
        self.reset.setAutoDefault(False)
        self._last = words_label(self.tr("As it was chosen last time."))
        self._last.setWordWrap(False)
        self._notes = words_label()
        self._notes.setContentsMargins(0, 8, 0, 0)
        self._lay_out()
        for widget in (self._last, self.reset):
            widget.setVisible(kept is not None)
        self._show_choice(survey.choice)
        self._settle = once(self, _SETTLE_MS, self._draw_masks)
        self.masks.changed.connect(self._settle.start)
        self.choices.splits.ticked.connect(self.choice_changed)
        self.choices.references.ticked.connect(self.choice_changed)
        self.reset.clicked.connect(self._forget)
        self.show_survey(survey)

    @property
    def survey(self) -> DataSurvey:
        """What is known by now."""
        return self._survey

    @property
    def choice(self) -> DataSetChoice:
        """The splits and sorts of references that are chosen now."""
        known = self._survey.data_set
        splits = self.choices.splits.names() if known.splits else None
        references = self.choices.references.names() if known.layout and len(known.references) > 1 else None
        return DataSetChoice(splits, references)

    @property
    def n_taken(self) -> int:
        """How many samples would be loaded."""
        return n_taken(self._survey.data_set, self.choice)

    @property
    def chosen(self) -> ChosenDataSet:
        """What is wanted of the data set."""
        values = self.masks.values
        return ChosenDataSet(self.choice, values, values is not None and values != self._survey.values)

    def show_survey(self, survey: DataSurvey) -> None:
        """Show what is known by now; what the user has chosen meanwhile stays."""
        self._survey = survey
        self.previews.show_samples(survey.first)
        self.leftovers.show_leftovers(survey.leftovers, survey.data_set.root)
        self._notes.setText("\n".join(survey.data_set.notes))
        self.masks.show_survey(survey)
        of_files = () if survey.masks is None else MaskTable.of(survey.masks, ()).names
        self.choices.show_classes(survey.data_set.classes or of_files)
        self._show_tabs()

    def close_previews(self) -> None:
        """Let go of what is drawn, and read no further."""
        self._settle.stop()
        self.previews.close_previews()

    def _lay_out(self) -> None:
        self._grid = layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(20)
        layout.setVerticalSpacing(10)
        layout.addLayout(self._head(), 0, 0, 1, 2)
        layout.addWidget(self.choices, 1, 0)
        layout.addWidget(self.previews, 1, 1)
        layout.addWidget(self.tabs, _TABS_ROW, 0, 1, 2)
        layout.setColumnMinimumWidth(0, _CHOICES_PX)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(1, 3)
        for page in (self.masks, self.leftovers, self._notes):
            self.tabs.addTab(page, "")

    def _head(self) -> QVBoxLayout:
        known = self._survey.data_set
        title = known.title if known.layout else self.tr("{what}, in no layout that is known").format(what=known.title)
        told = words_label(self.tr("Told by {evidence}. {folder}").format(evidence=known.evidence, folder=known.root))
        told.setProperty("role", "muted")
        last = QHBoxLayout()
        last.addWidget(self._last)
        last.addWidget(self.reset)
        last.addStretch(1)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(heading(title))
        head.addWidget(told)
        head.addLayout(last)
        return head

    def _show_choice(self, choice: DataSetChoice) -> None:
        known = self._survey.data_set
        sets = usual_sets(known, choice) if choice.references is None else choice.references
        self.choices.show_choice(known, choice, sets)

    def _draw_masks(self) -> None:
        """Draw the masks as their values are taken now."""
        self.previews.set_params(msgspec.structs.replace(ImageParams(), mask_values=self.masks.values))

    def _show_tabs(self) -> None:
        survey, meaning = self._survey, self.masks.meaning
        n_values = 0 if meaning is None else len(meaning.boxes)
        is_awaited = survey.masks is None and bool(survey.data_set.references)
        n_left = sum(each.n for each in survey.leftovers)
        tabs = (
            (n_values or is_awaited, self.tr("&Values of the masks"), n_values),
            (n_left, self.tr("Left &over"), n_left),
            (len(survey.data_set.notes), self.tr("&Notes"), len(survey.data_set.notes)),
        )
        for place, (is_shown, title, n) in enumerate(tabs):
            self.tabs.setTabText(place, f"{title} ({n:,})" if n else title)
            self.tabs.setTabVisible(place, bool(is_shown))
        has_tabs = any(is_shown for is_shown, _, _ in tabs)
        self.tabs.setVisible(has_tabs)
        self._grid.setRowStretch(_TABS_ROW, (2 if tabs[0][0] else 1) if has_tabs else 0)

    def _forget(self) -> None:
        """Go back to what is understood by itself."""
        for widget in (self._last, self.reset):
            widget.hide()
        self.masks.forget()
        self._show_choice(settled_choice(self._survey.data_set, DataSetChoice()))
        self.forgotten.emit()
        self.choice_changed.emit()
