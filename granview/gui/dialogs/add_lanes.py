"""Choosing models: what there is, how to run it, and where; each chosen model becomes a lane."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QWidget,
)

from granview.core.errors import ArgumentError
from granview.core.lane import LaneSpec, lane_name
from granview.core.resources import resource_path
from granview.engine.catalog import CatalogEntry, catalog
from granview.gui.background.jobs import Jobs
from granview.gui.dialogs.dialog_page import Page
from granview.gui.dialogs.lane_options import LaneOptions
from granview.gui.dialogs.model_items import ModelItems
from granview.gui.dialogs.model_list import ModelList
from granview.gui.dialogs.other_model import OtherModel
from granview.gui.model.task_titles import all_tasks, title_of
from granview.gui.style.icons import IconSet
from granview.gui.style.theme import Theme
from granview.gui.widgets.hint import Hint
from granview.gui.widgets.segmented import Segmented

_EVERY: Final = ""


class AddLanesDialog(Page):
    """Emits the lanes that were chosen.

    Args:
        jobs: Threads that read the catalogue.
        taken: Names of the lanes that there are.
        icons: Line icons.
        theme: Colours.
        parent: The window.
        like: A lane whose model is chosen already, to be run in another way.
        device: Where lanes run unless the user says otherwise.
    """

    lanes_chosen = Signal(object)
    """``list[LaneSpec]``"""

    def __init__(
        self,
        jobs: Jobs,
        taken: Sequence[str],
        icons: IconSet,
        theme: Theme,
        parent: QWidget,
        like: LaneSpec | None = None,
        device: str = "auto",
    ) -> None:
        super().__init__(self.tr("Add models"), parent)
        self._taken = tuple(taken)
        self._like = like
        self._jobs = jobs
        self.items = ModelItems()
        self.list = ModelList(self.items, theme)
        self._build_choice(icons)
        self._build_other()
        self._build_options(device)
        self._build_buttons()
        self.items.chosen_changed.connect(self._show_choice)
        self._loading = jobs.start(lambda: catalog(resource_path()), self._on_catalog, self._on_failed)
        self.finished.connect(lambda _: self._loading.cancel())
        self.finished.connect(lambda _: self.other.stop())
        self._show_choice()
        self.resize(720, 620)
        self.search.setFocus()

    def _build_choice(self, icons: IconSet) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search models"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(lambda _: self._filter())
        self.family = Segmented(
            (
                (_EVERY, self.tr("All"), None, self.tr("Every model that is known of")),
                ("GranView", self.tr("Built in"), None, self.tr("Small models that come with GranView")),
                ("torchvision", "torchvision", None, self.tr("Models of torchvision")),
                ("Hugging Face", "Hugging Face", None, self.tr("Models in this machine's cache")),
                ("Folder", self.tr("Folders"), None, self.tr("Folders that you have named")),
            )
        )
        self.family.set_current(_EVERY)
        self.family.chosen.connect(lambda _: self._filter())
        self.task = QComboBox()
        self.task.addItem(self.tr("All tasks"), _EVERY)
        for task in all_tasks():
            self.task.addItem(task.title, task.name)
        self.task.setToolTip(self.tr("List the models for this task, and choose them for it"))
        self.task.currentIndexChanged.connect(lambda _: self._on_task())
        row = QHBoxLayout()
        row.addWidget(self.family, 1)
        row.addWidget(self.task)
        self._hint = Hint(self.tr("Looking for models…"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self.list)
        self.body.addWidget(self.search)
        self.body.addLayout(row)
        self.body.addWidget(self._stack, 1)

    def _build_other(self) -> None:
        self.other = OtherModel(self._jobs, self._like)
        self.other.changed.connect(self._show_choice)
        self.body.addWidget(self.other)

    def _build_options(self, device: str) -> None:
        self.options = LaneOptions(self._like, device)
        self.options.changed.connect(self._show_choice)
        self.body.addWidget(self.options)

    def _build_buttons(self) -> None:
        self._summary = QLabel()
        self._summary.setProperty("role", "muted")
        self._summary.setWordWrap(True)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self.body.addWidget(self._summary)
        self.add_cancel(self.tr("Cancel"))
        self.add = self.add_accept(self.tr("Add"))

    def accept(self) -> None:
        """Say which lanes were chosen, unless what was entered cannot be used."""
        try:
            specs = self.specs()
        except ArgumentError as error:
            self._summary.setText(str(error))
            return
        self.lanes_chosen.emit(specs)
        super().accept()

    def specs(self) -> list[LaneSpec]:
        """A lane per chosen model.

        Raises:
            ArgumentError: the device is none.
        """
        variant = self.options.variant()
        specs: list[LaneSpec] = []
        for model, task in self._models():
            name = lane_name(model, variant, (*self._taken, *(spec.name for spec in specs)))
            specs.append(self.options.lane(name, model, task))
        return specs

    def _models(self) -> list[tuple[str, str]]:
        """Source and task of each."""
        return [*self.items.chosen().items(), *self.other.choice()]

    def _on_catalog(self, entries: list[CatalogEntry]) -> None:
        self.items.show(entries)
        self._filter()

    def _on_failed(self, error: Exception) -> None:
        self._hint.setText(str(error))

    def _on_task(self) -> None:
        self.other.want(self.task.currentData())
        self._filter()

    def _filter(self) -> None:
        self.items.filter(self.search.text(), self.family.current(), self.task.currentData())
        self._hint.setText(self.tr("No model here. Name one below."))
        self._stack.setCurrentIndex(1 if self.items.rowCount() else 0)

    def _show_choice(self) -> None:
        models, trouble = self._models(), self.other.trouble()
        self.add.setEnabled(bool(models) and not trouble)
        names = ", ".join(f"{model.split(':')[-1]} ({title_of(task)})" for model, task in models)
        words = (
            self.tr("Chosen: {names}.").format(names=names)
            if models
            else self.tr("Choose one or more models; each becomes a lane.")
        )
        if trouble:
            words = trouble
        elif self.other.choice() and not self.other.is_known:
            words += " " + self.tr("What the last one can do is not known on this machine: choose its task.")
        self._summary.setText(words)
        self._summary.setAlignment(Qt.AlignmentFlag.AlignLeft)
