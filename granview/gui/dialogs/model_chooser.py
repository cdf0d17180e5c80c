"""Looking for models: by words, family and task, among those that are known of and on the hub."""

from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from granview.engine.catalog import CatalogEntry
from granview.engine.ladder_entries import CATALOGUE
from granview.gui.background.jobs import Jobs
from granview.gui.dialogs.hub_search import HubSearch
from granview.gui.dialogs.model_items import ModelItems
from granview.gui.dialogs.model_list import ModelList
from granview.gui.dialogs.model_rows import HUB
from granview.gui.language.below import localized
from granview.gui.model.task_titles import all_tasks
from granview.gui.style.icons import IconSet
from granview.gui.style.theme import Theme
from granview.gui.widgets.hint import Hint
from granview.gui.widgets.list_entry import ListEntry
from granview.gui.widgets.segmented import Segmented

_EVERY: Final = ""


class ModelChooser(QWidget):
    """A field to search, families, tasks, and the list.

    Args:
        network_jobs: Threads that may wait for the hub.
        icons: Line icons.
        theme: Colours.
    """

    task_changed = Signal(str)

    def __init__(self, network_jobs: Jobs, icons: IconSet, theme: Theme) -> None:
        super().__init__()
        self.items = ModelItems()
        self.list = ModelList(self.items, theme)
        self.hub = HubSearch(network_jobs, self)
        self._known: list[CatalogEntry] = []
        self._on_hub: list[CatalogEntry] = []
        self._hub_words = ""
        self.search = self._search_field(icons)
        self.family = self._families()
        self.task = self._tasks()
        self._hint = Hint(self.tr("Looking for models…"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self.list)
        self._arrange()
        ListEntry(self.search, self.list)
        self.hub.begun.connect(self._on_search_begun)
        self.hub.arrived.connect(self._on_hub_models)
        self.hub.failed.connect(self._on_search_failed)

    def show_models(self, entries: list[CatalogEntry]) -> None:
        """List these."""
        self._known = entries
        self._update()
        self.apply_filter()

    def show_failure(self, words: str) -> None:
        """Say why there is no list."""
        self._hint.setText(words)

    def stop(self) -> None:
        """Search no more."""
        self.hub.stop()

    def apply_filter(self) -> None:
        """List what fits the words, the family and the task; search the hub where it is the family."""
        if self.family.current() == HUB:
            self.hub.search(self.search.text(), self.task.currentData())
        self._list()

    def _list(self) -> None:
        words, family, task = self.search.text(), self.family.current(), self.task.currentData()
        self.search.setPlaceholderText(self.tr("Search the hub") if family == HUB else self.tr("Search models"))
        self.items.filter(words, family, task)
        empty = self._hub_words or self.tr("Type words of a model's name to search the hub.")
        self._hint.setText(empty if family == HUB else self.tr("No model here. Search the hub, or name one below."))
        self._stack.setCurrentIndex(1 if self.items.rowCount() else 0)

    def _search_field(self, icons: IconSet) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Search models"))
        field.setClearButtonEnabled(True)
        field.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        field.textChanged.connect(lambda _: self.apply_filter())
        return field

    def _families(self) -> Segmented:
        family = Segmented(
            (
                (_EVERY, self.tr("All"), None, self.tr("Every model that is known of")),
                ("GranView", self.tr("Built in"), None, self.tr("Small models that come with GranView")),
                (CATALOGUE, self.tr("Size ladders"), None, self.tr("Public models, each at several sizes")),
                ("torchvision", "torchvision", None, self.tr("Models of torchvision")),
                ("Hugging Face", self.tr("Downloaded"), None, self.tr("Hugging Face models in this machine's cache")),
                ("Folder", self.tr("Folders"), None, self.tr("Folders that you have named")),
                (HUB, self.tr("Search the hub"), None, self.tr("Search the Hugging Face hub by words of a name")),
            )
        )
        family.set_current(_EVERY)
        family.chosen.connect(lambda _: self.apply_filter())
        return family

    def _tasks(self) -> QComboBox:
        tasks = QComboBox()
        tasks.addItem(self.tr("All tasks"), _EVERY)
        for task in all_tasks():
            tasks.addItem(localized(task.title), task.name)
        tasks.setToolTip(self.tr("List the models for this task, and choose them for it"))
        tasks.currentIndexChanged.connect(lambda _: self._on_task())
        return tasks

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.task)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self.family)
        layout.addWidget(self._stack, 1)

    def _update(self) -> None:
        self.items.show([*self._known, *self._on_hub])

    def _on_task(self) -> None:
        self.task_changed.emit(self.task.currentData())
        self.apply_filter()

    def _on_search_begun(self) -> None:
        self._show_on_hub([], self.tr("Searching the hub…") if self.search.text().strip() else "")

    def _on_hub_models(self, entries: list[CatalogEntry]) -> None:
        here = {entry.source.partition("@")[0] for entry in self._known if entry.local}
        entries = [replace(entry, local=entry.source in here) for entry in entries]
        self._show_on_hub(entries, self.tr("The hub has no model of that name for this task."))

    def _on_search_failed(self, words: str) -> None:
        self._show_on_hub([], words)

    def _show_on_hub(self, entries: list[CatalogEntry], words: str) -> None:
        """List what a search has come upon; where that is nothing, say so."""
        self._on_hub, self._hub_words = entries, words
        self._update()
        self._list()
