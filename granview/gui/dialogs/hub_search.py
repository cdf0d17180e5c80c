"""Searching the hub while the user types: off the window's thread, once typing rests, the last search alone."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from granview.core.errors import GranViewError
from granview.engine.catalog import CatalogEntry
from granview.gui.background.jobs import Job, Jobs
from granview.gui.background.timers import once
from granview.gui.dialogs.model_rows import HUB
from granview.gui.language.below import localized
from granview.io.hub.search import HubModel, search_models

_TYPING_MS: Final = 350

translate = QCoreApplication.translate


class HubSearch(QObject):
    """Asks the hub for models.

    Args:
        jobs: Threads that may wait for the network.
        parent: Its owner.
    """

    begun = Signal()
    arrived = Signal(object)
    """``list[CatalogEntry]``, those most often downloaded first."""

    failed = Signal(str)
    """Why nothing was searched, in words."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._wanted = ("", "")
        self._job = Job()
        self._soon = once(self, _TYPING_MS, self._ask)

    def search(self, words: str, task: str) -> None:
        """Ask for models of these names for a task, once nothing else was wanted for a moment."""
        if (words, task) == self._wanted:
            return
        self.stop()
        self._wanted = (words, task)
        if words.strip():
            self._soon.start()
        self.begun.emit()

    def stop(self) -> None:
        """Want nothing any more; what is under way is not heard of."""
        self._soon.stop()
        self._job.cancel()
        self._wanted = ("", "")

    def _ask(self) -> None:
        words, task = self._wanted
        self._job = self._jobs.start(
            lambda: search_models(words, task), lambda models: self._on_arrived(models, task), self._on_failed
        )

    def _on_arrived(self, models: Sequence[HubModel], task: str) -> None:
        self.arrived.emit([_entry(model, task) for model in models])

    def _on_failed(self, error: GranViewError) -> None:
        self._wanted = ("", "")
        self.failed.emit(localized(str(error)))


def _entry(model: HubModel, task: str) -> CatalogEntry:
    """A model as the list shows it; one whose config says nothing of its task is for the task that was asked for."""
    tasks = model.tasks or ((task,) if task else ())
    likes = translate("HubSearch", "1 like") if model.likes == 1 else translate("HubSearch", "{n} likes")
    words = translate("HubSearch", "{n} downloads · {likes}")
    note = words.format(n=f"{model.downloads:,}", likes=likes.format(n=f"{model.likes:,}"))
    return CatalogEntry(
        f"hf:{model.name}", model.name, HUB, tasks, model.params, model.weights_mb, False, note, gated=model.gated
    )
