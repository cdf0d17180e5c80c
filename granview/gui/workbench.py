"""Everything that the window is made of, made and joined; the only place where the objects meet."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from granview.core.errors import GranViewError
from granview.core.lane import LaneSpec
from granview.core.plugins import plugin_problems
from granview.gui.background.garbage_collection import GarbageKeeper
from granview.gui.background.jobs import Jobs
from granview.gui.commands.column_commands import ColumnCommands
from granview.gui.commands.data_set_gate import DataSetGate
from granview.gui.commands.dialog_commands import DialogCommands
from granview.gui.commands.explain_commands import ExplainCommands
from granview.gui.commands.file_commands import FileCommands
from granview.gui.commands.focus_commands import FocusCommands
from granview.gui.commands.image_commands import ImageCommands
from granview.gui.commands.reference_gate import ReferenceGate
from granview.gui.commands.run_commands import RunCommands
from granview.gui.commands.saved_gate import SavedGate
from granview.gui.commands.session_commands import SessionCommands
from granview.gui.commands.view_commands import ViewCommands
from granview.gui.explain.place_picker import PlacePicker
from granview.gui.lanes.grid_controller import GridController
from granview.gui.lanes.panel import LaneGrid
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.event_log import EventLog
from granview.gui.model.explain_state import ExplainState
from granview.gui.model.focus import Focus
from granview.gui.model.prompt_state import PromptState
from granview.gui.model.task_in_view import TaskInView
from granview.gui.model.text_viewport import TextViewport
from granview.gui.model.unit_queue import UnitQueue
from granview.gui.model.view_state import ViewState
from granview.gui.model.viewport import Viewport
from granview.gui.model.viewports import Viewports
from granview.gui.sample_kind_view import kind_view, kind_views
from granview.gui.services import Services
from granview.gui.session.data_set_memory import FILE_NAME as KEPT_DATA_SETS
from granview.gui.session.data_set_memory import DataSetMemory
from granview.gui.session.document import Document
from granview.gui.session.explainer import Explainer
from granview.gui.session.exporter import Exporter
from granview.gui.session.galleries import gallery_lanes
from granview.gui.session.image_surveyor import ImageSurveyor
from granview.gui.session.lane_agreements import LaneAgreements
from granview.gui.session.marker import Marker
from granview.gui.session.picture_crops import PictureCrops
from granview.gui.session.pictures import Pictures, Thumbnails
from granview.gui.session.preferences import Preferences, run_params
from granview.gui.session.prompter import Prompter
from granview.gui.session.runner import NewEngine, Runner
from granview.gui.session.sample_importer import SampleImporter
from granview.gui.session.sample_loader import SampleLoader
from granview.gui.session.session_marks import SessionMarks
from granview.gui.session.unit_shower import UnitShower
from granview.gui.session.window_memory import WindowMemory
from granview.gui.style.icons import IconSet
from granview.gui.style.stylesheet import apply_theme
from granview.gui.style.theme import theme_for
from granview.gui.window import MainWindow
from granview.gui.window_status import Status
from granview.settings import Settings
from granview.store.session import Session
from granview.tasks.base import TASKS

if TYPE_CHECKING:
    from granview.engine.picture_server import PictureServer


class Workbench(QObject):
    """The window and all that works behind it.

    Args:
        app: The application; dressed in the theme.
        session: The session to begin with; closed with the window.
        memory: What was remembered from earlier starts.
        pictures: Decodes pictures; closed with the window.
        new_engine: Makes an engine from a listener and a session.
        preferences: The user's settings.
        event_log: Where everything that happens is written.
    """

    def __init__(
        self,
        app: QApplication,
        session: Session,
        memory: WindowMemory,
        pictures: "PictureServer",
        new_engine: NewEngine,
        preferences: Preferences,
        event_log: EventLog,
    ) -> None:
        super().__init__()
        self._app = app
        self._server = pictures
        self._closed = False
        self.preferences = preferences
        self._asked = (preferences.settings.keep_confidence, preferences.settings.boundary_tolerance_px)
        self._theme = theme_for(app, preferences.settings.theme)
        apply_theme(app, self._theme)
        self.document = Document(session, self)
        self.model = ComparisonModel(self)
        self.services = self._services(new_engine, memory, event_log)
        self.window = MainWindow(self.services, memory, self._theme)
        self.grid = LaneGrid(self.services.view, self.services.viewports, self._theme)
        self.controller = GridController(
            self.model,
            self.services.loader,
            self._pictures,
            self.services.view,
            self.services.explainer,
            self.grid,
            self,
        )
        self._surveyor = ImageSurveyor(self.model, self.document, self.services.importer, self)
        self._add_commands(memory)
        self.window.set_content(self.grid, self.files)
        self.status = Status(self.services, self.window, self)
        self._connect()
        self._garbage = GarbageKeeper(self)
        self._garbage.start()

    def start(self, then: Callable[[], None] | None = None) -> None:
        """Show the session's content, then do ``then``; meanwhile load what shows the first sample."""
        self.services.jobs.start(_preload_kinds, self._tell_plugin_problems, self.services.event_log.write_error)
        self.sessions.load(then)

    def _tell_plugin_problems(self, _: None) -> None:
        for words in plugin_problems():
            self.services.event_log.write_error(GranViewError(words))

    def open(self, files: Sequence[Path], lanes: Sequence[LaneSpec] = (), galleries: Sequence[str] = ()) -> None:
        """Begin with files, lanes, and sample galleries; lanes for the first gallery are loaded at once."""
        if galleries:
            self.files.open_gallery(*galleries)
        if files:
            self.files.open_paths(files)
        if lanes:
            self.services.runner.add_lanes(lanes, load=False)
        for gallery in galleries:
            self._add_gallery_lanes(gallery, load=gallery == galleries[0])

    def _on_gallery_chosen(self, gallery: str) -> None:
        """Show a gallery, with lanes for it where none does such a task yet."""
        self.files.open_gallery(gallery)
        self._add_gallery_lanes(gallery, load=True)

    def _add_gallery_lanes(self, gallery: str, *, load: bool) -> None:
        services = self.services
        found = gallery_lanes(gallery, self.model.lanes.names(), services.event_log.write_error)
        tasks = {lane.spec.task for lane in self.model.lanes.all()}
        services.runner.add_lanes([lane for lane in found if lane.task not in tasks], load=load)

    def update_theme(self) -> None:
        """Dress everything in the theme that the settings and the desktop ask for."""
        theme = theme_for(self._app, self.preferences.settings.theme)
        if theme == self._theme:
            return
        self._theme = theme
        self.services.icons.recolor(self._theme.text, self._theme.accent)
        apply_theme(self._app, self._theme)
        self.window.set_theme(self._theme)
        self.grid.set_theme(self._theme)

    def _services(self, new_engine: NewEngine, memory: WindowMemory, event_log: EventLog) -> Services:
        self._pictures = Pictures(self._server, self)
        loader = SampleLoader(self.model, self.document, self._pictures, kind_view, self)
        runner = Runner(self.model, self.document, new_engine, self)
        explain, viewport, texts = ExplainState(self), Viewport(self), TextViewport(self)
        explainer = Explainer(explain, self.model, loader, runner, self.document, self)
        prompt = PromptState(self)
        prompter = Prompter(prompt, self.model, viewport, runner, self.document, self)
        explain.changed.connect(lambda _: prompt.set_on(prompt.is_on and not explain.choice.on))
        prompt.changed.connect(lambda: explain.choose(on=explain.choice.on and not prompt.is_on))
        jobs = Jobs(2, "window-jobs", event_log.write_error, self)
        PlacePicker(explain, explainer, viewport, texts, loader, jobs, self)
        focus, tasks, viewports = Focus(self), TaskInView(self.model, self), Viewports(viewport, texts)
        shower = UnitShower(focus, self.model, tasks, loader, viewports, self.document, self)
        marks = SessionMarks(self.document, event_log.write_error, self)
        self.model.loaded.connect(marks.load)
        return Services(
            model=self.model,
            view=self._view(),
            viewports=viewports,
            document=self.document,
            loader=loader,
            thumbnails=Thumbnails(self._server, self),
            crops=PictureCrops(self._server, self),
            runner=runner,
            importer=SampleImporter(self.model, self.document, self),
            event_log=event_log,
            icons=IconSet(self._theme.text, self._theme.accent),
            agreements=LaneAgreements(self.model, self.document, self),
            explain=explain,
            explainer=explainer,
            prompt=prompt,
            prompter=prompter,
            tasks=tasks,
            focus=focus,
            queue=UnitQueue(focus, self),
            marks=marks,
            marker=Marker(focus, self.model.samples, shower, marks, self),
            preferences=self.preferences,
            memory=memory,
            jobs=jobs,
            network_jobs=Jobs(3, "network", event_log.write_error, self),
        )

    def _view(self) -> ViewState:
        view = ViewState(self)
        view.opacity = self.preferences.settings.mask_opacity
        return view

    def _add_commands(self, memory: WindowMemory) -> None:
        services, window, actions = self.services, self.window, self.window.actions_by_name
        self.images = ImageCommands(services, self._surveyor, window.banners, actions, window)
        kept = DataSetMemory(memory.folder_of_file / KEPT_DATA_SETS)
        self.data_sets = DataSetGate(services, self.images, kept, window.banners, window)
        self.files = FileCommands(
            services.model,
            services.document,
            services.importer,
            services.event_log,
            memory,
            self.preferences,
            actions,
            SavedGate(services, window),
            self.data_sets,
            ReferenceGate(services, window.banners, window),
            window,
        )
        self.columns = ColumnCommands(services, window.banners, window)
        self.sessions = SessionCommands(services, memory, self.preferences, window.banners, actions, window)
        self.views = ViewCommands(services.model, services.view, services.viewports, actions, window)
        self.explains = ExplainCommands(services.explain, actions, lambda: window.docks.show_panel("explain"), window)
        self.focusing = FocusCommands(services, actions, window)
        self.exporter = Exporter(services.document, services.event_log, self.grid, self)
        self.dialogs = DialogCommands(services, self.preferences, self.exporter, memory, actions, window, self.grid)
        self.runs = RunCommands(services, self.preferences, lambda: self._theme, actions, window)

    def _connect(self) -> None:
        services, window = self.services, self.window
        self.files.session_chosen.connect(self.sessions.open)
        self.files.gallery_chosen.connect(self._on_gallery_chosen)
        self.sessions.opened.connect(self.grid.setFocus)  # else Qt gives the keys to the filter
        self.document.failed.connect(services.event_log.write_error)
        self.document.damaged.connect(services.event_log.write_damage)
        services.runner.events.connect(services.event_log.write_events)
        self.model.params_changed.connect(lambda: services.thumbnails.set_range(self.model.params.image.range))
        for part in (self.grid, window.strip):
            part.pin_requested.connect(self.views.toggle_pin)
            part.restart_requested.connect(services.runner.restart_lane)
            part.close_requested.connect(services.runner.remove_lane)
        self.grid.solo_requested.connect(self.views.show_alone)
        window.strip.alone_requested.connect(self.views.show_alone)
        window.strip.run_requested.connect(lambda name: services.runner.run(only_lane=name))
        window.strip.unload_requested.connect(services.runner.unload_lane)
        window.strip.variant_requested.connect(self.runs.add_variant)
        window.strip.variants_requested.connect(self.runs.ask_for_variants)
        window.strip.move_requested.connect(self.runs.move)
        self._app.styleHints().colorSchemeChanged.connect(self.update_theme)
        self.preferences.changed.connect(self._on_preferences_changed)
        window.when_closed(self.close)

    def _on_preferences_changed(self, settings: Settings) -> None:
        self.update_theme()
        before = self.model.params
        params = run_params(settings, before)
        asked = (settings.keep_confidence, settings.boundary_tolerance_px)
        if asked != self._asked and params != before and not self.document.is_read_only:
            self.model.set_params(params)
            self.document.write(lambda session: session.set_params(params))
        self._asked = asked

    def close(self) -> None:
        """End lanes and decoder, finish writing, close the session."""
        if self._closed:
            return
        self._closed = True
        self._app.styleHints().colorSchemeChanged.disconnect(self.update_theme)
        self.data_sets.close()
        self.services.importer.close()
        self._surveyor.close()
        self.services.explainer.close()
        self.sessions.close()
        self.services.jobs.close()
        self.services.network_jobs.abandon()
        self.exporter.close()
        self.document.close(self.services.runner.detach())
        self.window.docks.dispose()
        self.grid.show_cells(())
        self.services.loader.close()
        self._pictures.close()
        self._server.close()
        self.preferences.close()
        self._garbage.stop()


def _preload_kinds() -> None:
    """Import the tasks, and what shows each kind of sample, so that the first one is shown without waiting for it."""
    TASKS.all()
    for view in kind_views():
        view.preload()
