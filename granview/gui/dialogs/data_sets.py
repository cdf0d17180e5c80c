"""What was understood of what was dropped, before it is loaded: data sets on the left, one of them on the right."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QStackedWidget,
    QWidget,
)

from granview.gui.background.jobs import Jobs
from granview.gui.dialogs.data_set_view import DataSetView
from granview.gui.dialogs.dialog_page import Page, words_label
from granview.gui.session.data_set_memory import KeptChoice
from granview.gui.session.data_set_plan import DataSetPlan
from granview.gui.session.pictures import Thumbnails
from granview.gui.widgets.accessible_names import name_controls
from granview.io.data_survey import DataSurvey

_LIST_PX: Final = 210
_EDGE_PX: Final = 384
_PART: Final = 0.9
_LARGEST_PX: Final = (1500, 1040)
_SMALLEST_PX: Final = (900, 640)

Key = tuple[str, Path]
"""The layout's name and the folder of a data set; the name is empty for what belongs to none."""


class DataSetsDialog(Page):
    """Emits what is to be loaded.

    Args:
        thumbnails: Makes pictures.
        jobs: Threads that read references.
        parent: The window.

    Attributes:
        entries: What was dropped, each with a tick; hidden where it is one data set.
        views: What is known of each, in the same order.
        problems: What cannot be read; hidden where there is nothing to say.
        load: Loads what is ticked.
    """

    guide = "guide/data-sets.md#before-anything-is-loaded"

    chosen = Signal(object)
    """``DataSetPlan``"""
    choice_changed = Signal(object)
    """``DataSetView``: other splits or references of it are chosen, so that other samples would be first."""
    forgotten = Signal(object)
    """``DataSetView``: what was chosen of it last time is to be forgotten."""

    def __init__(self, thumbnails: Thumbnails, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(self.tr("Open data sets"), parent)
        self._thumbnails = thumbnails.of_edge(_EDGE_PX, self)
        self._jobs = jobs
        self._places: dict[Key, int] = {}
        self.views: list[DataSetView] = []
        self.entries = QListWidget()
        self.entries.setAccessibleName(self.tr("What was dropped"))
        self.entries.setFixedWidth(_LIST_PX)
        self.entries.setWordWrap(True)
        self.entries.setSpacing(4)
        self.entries.hide()
        self._stack = QStackedWidget()
        self.problems = words_label()
        self.problems.setProperty("role", "warn")
        self.problems.hide()
        self.body.addWidget(self.problems)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.entries)
        row.addWidget(self._stack, 1)
        self.body.addLayout(row, 1)
        self._add_progress()
        self.cancel = self.add_cancel(self.tr("Cancel"))
        self.load = self.add_accept("")
        self.entries.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.entries.itemChanged.connect(lambda _: self._count())
        self._fit(parent)
        self.cancel.setAutoDefault(False)
        self._count()

    def show_survey(self, survey: DataSurvey, kept: KeptChoice | None = None) -> None:
        """Show what is known by now of a data set, which may be a new one.

        Args:
            survey: What is known.
            kept: What was chosen last time; it counts where the data set is new.
        """
        key = survey.data_set.layout, survey.data_set.root
        if key in self._places:
            view = self.views[self._places[key]]
            if survey.choice.splits == (view.choice.splits or survey.choice.splits):
                view.show_survey(survey)
        else:
            self._add(key, survey, kept)
        name_controls(self, self.windowTitle())
        self._count()

    def show_progress(self, words: str) -> None:
        """Say what is being done; empty where nothing is."""
        self._words.setText(words)
        for widget in (self._words, self._busy):
            widget.setVisible(bool(words))

    def show_problem(self, words: str) -> None:
        """Say of a folder that is laid out as a data set why it cannot be read as one."""
        self.problems.setText(f"{self.problems.text()}\n{words}".strip())
        self.problems.show()

    def accept(self) -> None:
        """Load what is ticked."""
        self.chosen.emit(self.plan())
        super().accept()

    def plan(self) -> DataSetPlan:
        """What is to be loaded now."""
        views = list(zip(self.views, self._ticks(), strict=True))
        known = [(view, ticked) for view, ticked in views if view.survey.data_set.layout]
        others = next(((view, ticked) for view, ticked in views if not view.survey.data_set.layout), None)
        return DataSetPlan(
            {view.survey.data_set.root: view.chosen for view, ticked in known if ticked},
            frozenset(view.survey.data_set.root for view, ticked in known if not ticked),
            others[0].chosen if others is not None and others[1] else None,
            others[0].survey.data_set.root if others is not None else Path(),
        )

    def done(self, result: int) -> None:
        """Close, and let go of what is drawn."""
        for view in self.views:
            view.close_previews()
        super().done(result)

    def _add_progress(self) -> None:
        self._words, self._busy = QLabel(), QProgressBar(textVisible=False)
        self._words.setProperty("role", "muted")
        self._busy.setRange(0, 0)
        self._busy.setFixedWidth(100)
        for widget in (self._words, self._busy):
            widget.hide()
        row = QHBoxLayout()
        row.addWidget(self._busy)
        row.addWidget(self._words, 1)
        self.body.addLayout(row)

    def _add(self, key: Key, survey: DataSurvey, kept: KeptChoice | None) -> None:
        view = DataSetView(survey, kept, self._thumbnails, self._jobs)
        self._places[key] = len(self.views)
        self.views.append(view)
        self._stack.addWidget(view)
        view.choice_changed.connect(lambda: self._on_choice(view))
        view.forgotten.connect(lambda: self.forgotten.emit(view))
        item = QListWidgetItem()
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        self.entries.addItem(item)
        self.entries.setVisible(len(self.views) > 1)
        if len(self.views) == 1:
            self.entries.setCurrentRow(0)
            self._count()
            self.load.setFocus()

    def _on_choice(self, view: DataSetView) -> None:
        self._count()
        self.choice_changed.emit(view)

    def _ticks(self) -> Sequence[bool]:
        return [self.entries.item(row).checkState() == Qt.CheckState.Checked for row in range(self.entries.count())]

    def _count(self) -> None:
        """Say how many samples would be loaded, and of what."""
        self.entries.blockSignals(True)
        for view, row in zip(self.views, range(self.entries.count()), strict=True):
            known = view.survey.data_set
            name = known.root.name if known.layout else self.tr("Other files")
            words = self.tr("{name}\n{title}: {n} of {all}")
            text = words.format(name=name, title=known.title, n=f"{view.n_taken:,}", all=f"{known.n_inputs:,}")
            self.entries.item(row).setText(text)
        self.entries.blockSignals(False)
        n = sum(view.n_taken for view, ticked in zip(self.views, self._ticks(), strict=True) if ticked)
        words = self.tr("&Load 1 sample") if n == 1 else self.tr("&Load {n} samples").format(n=f"{n:,}")
        self.load.setText(words)
        self.load.setEnabled(n > 0)

    def _fit(self, parent: QWidget) -> None:
        """As large as most of the window, within limits."""
        room = parent.window().size()
        width = min(max(round(room.width() * _PART), _SMALLEST_PX[0]), _LARGEST_PX[0])
        height = min(max(round(room.height() * _PART), _SMALLEST_PX[1]), _LARGEST_PX[1])
        self.resize(width, height)
