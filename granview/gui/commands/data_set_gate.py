"""Data sets that are dropped: the person sees what was understood, corrects it, and loads what is wanted."""

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from granview.core.errors import GranViewError
from granview.gui.background.timers import once
from granview.gui.commands.image_commands import ImageCommands
from granview.gui.services import Services
from granview.gui.session.data_set_memory import DataSetMemory, KeptChoice
from granview.gui.session.data_set_plan import DataSetPlan
from granview.gui.session.data_surveyor import DataSurveyor, Recognised
from granview.gui.widgets.banner import Banners
from granview.io.data_set import DataSetChoices
from granview.io.layout import may_stand_for_folder
from granview.io.regular_files import is_folder

if TYPE_CHECKING:
    from granview.gui.dialogs.data_set_view import DataSetView
    from granview.gui.dialogs.data_sets import DataSetsDialog

Load = Callable[[Sequence[Path], DataSetChoices], None]

_TOPIC: Final = "data-sets"
_PATIENCE_MS: Final = 400
_ABOUT_MANY: Final = frozenset({".json", ".xml"})
"""How files may end that are about many pictures, which are then looked for round them."""


class DataSetGate(QObject):
    """Lets what is dropped be loaded at once, or shows first what was understood of it.

    A folder in no known layout whose references all fit and whose masks hold what is certain is loaded at once, and so
    is a file.

    Args:
        services: The open comparison.
        images: Settles what the values of masks mean.
        memory: What was chosen of data sets before.
        banners: Where it is said that something takes long.
        parent: The window.
    """

    def __init__(
        self, services: Services, images: ImageCommands, memory: DataSetMemory, banners: Banners, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._images = images
        self._banners = banners
        self._window = parent
        self._surveyor = DataSurveyor(memory, services.event_log.write_error, self)
        self._waiting: deque[tuple[tuple[Path, ...], Load, bool]] = deque()
        self._dialog: DataSetsDialog | None = None
        self._kept: dict[Path, KeptChoice] = {}
        self._is_busy = False
        self._slow = once(self, _PATIENCE_MS, self._say_slow)
        self._surveyor.arrived.connect(self._on_arrived)
        self._surveyor.finished.connect(self._on_finished)
        services.document.replaced.connect(self._forget)

    @property
    def dialog(self) -> "DataSetsDialog | None":
        """The page that is open."""
        return self._dialog

    def let(self, paths: Sequence[Path], load: Load, *, always: bool = False) -> None:
        """Load files and folders now, or what the person chooses of them.

        Args:
            paths: What was dropped or opened.
            load: Loads paths, with what is taken of data sets.
            always: Whether to show what was understood even where there is nothing to ask.
        """
        if self._services.document.is_read_only or not any(map(_may_be_data_set, paths)):
            load(paths, DataSetChoices())
            return
        self._waiting.append((tuple(paths), load, always))
        if not self._is_busy:
            self._next()

    def close(self) -> None:
        """Look no further."""
        self._surveyor.close()

    def _next(self) -> None:
        self._slow.stop()
        self._banners.remove(_TOPIC)
        self._is_busy = bool(self._waiting)
        if self._waiting:
            paths, load, always = self._waiting.popleft()
            self._slow.start()
            done = partial(self._on_recognised, paths, load, always)
            self._surveyor.recognise(paths, self._images.mask_context(), done, partial(self._on_failed, paths, load))

    def _say_slow(self) -> None:
        text = self.tr("Looking through the files…")
        self._banners.show_text(_TOPIC, text, (self.tr("Cancel"), self._give_up), warn=False)

    def _give_up(self) -> None:
        self._surveyor.stop()
        self._services.event_log.write(self.tr("Nothing was loaded: looking through it was cancelled."))
        self._next()

    def _on_recognised(self, paths: tuple[Path, ...], load: Load, always: bool, seen: Recognised) -> None:
        if not self._is_busy:
            return
        self._slow.stop()
        self._banners.remove(_TOPIC)
        if seen.asks or always:
            opened = partial(self._open, seen.paths, load, seen)
            self._services.jobs.start(_preload, lambda _: opened(), partial(self._on_failed, paths, load))
            return
        load(paths, DataSetChoices())
        self._next()

    def _on_failed(self, paths: tuple[Path, ...], load: Load, error: GranViewError) -> None:
        """What it is could not be found out: the search for samples says what can be said of it."""
        self._services.event_log.write_error(error)
        load(paths, DataSetChoices())
        self._next()

    def _open(self, paths: tuple[Path, ...], load: Load, seen: Recognised) -> None:
        if not self._is_busy:
            return
        from granview.gui.dialogs.data_sets import DataSetsDialog

        self._kept = seen.kept
        self._dialog = dialog = DataSetsDialog(self._services.thumbnails, self._services.jobs, self._window)
        dialog.show_progress(self.tr("Looking through what was dropped…"))
        dialog.chosen.connect(partial(self._on_chosen, paths, load))
        dialog.choice_changed.connect(self._on_choice_changed)
        dialog.forgotten.connect(lambda view: self._surveyor.forget(view.survey.data_set.root))
        dialog.finished.connect(lambda _: self._on_closed())
        self._surveyor.survey(paths, seen)
        dialog.open()

    def _on_arrived(self, event: object) -> None:
        from granview.io.data_survey import DataSurvey
        from granview.io.search_events import Problem, SearchProgress

        if self._dialog is None:
            return
        if isinstance(event, DataSurvey):
            self._dialog.show_survey(event, self._kept.get(event.data_set.root))
        elif isinstance(event, SearchProgress):
            words = self.tr("Looking through {folder}: {n} so far")
            self._dialog.show_progress(words.format(folder=event.folder.name, n=f"{event.n_samples:,}"))
        elif isinstance(event, Problem):
            self._services.event_log.write_error(GranViewError(event.error, event.hint))
            self._dialog.show_problem(f"{event.error} {event.hint}".strip())

    def _on_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.show_progress("")

    def _on_choice_changed(self, view: "DataSetView") -> None:
        known = view.survey.data_set
        if known.layout and self._dialog is not None:
            self._dialog.show_progress(self.tr("Looking at what is chosen now…"))
            self._surveyor.survey_again(known, view.choice)

    def _on_chosen(self, paths: tuple[Path, ...], load: Load, plan: DataSetPlan) -> None:
        self._surveyor.keep(plan.to_keep)
        if plan.readings:
            self._images.use_readings(plan.readings)
        load(plan.paths(paths), plan.choices)

    def _on_closed(self) -> None:
        self._surveyor.stop()
        self._dialog = None
        self._next()

    def _forget(self) -> None:
        """Another session is open: what was dropped on the last one is not asked about any more."""
        self._waiting.clear()
        self._surveyor.stop()
        if self._dialog is not None:
            self._dialog.reject()
        else:
            self._next()


def _preload() -> None:
    """Import the page off the window's thread, so that it is there without waiting for it."""
    import granview.gui.dialogs.data_sets
    import granview.gui.presenters.picture_presenter
    import granview.io.data_survey

    granview.gui.presenters.picture_presenter.PICTURE_PRESENTERS.all()


def _may_be_data_set(path: Path) -> bool:
    return is_folder(path) or may_stand_for_folder(path) or path.suffix.lower() in _ABOUT_MANY
