"""Everything that the window is made of, made and joined; the only place where the objects meet."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from granview.core.lane import LaneSpec
from granview.gui.background.explainer import Explainer
from granview.gui.background.exporter import Exporter
from granview.gui.background.garbage import GarbageKeeper
from granview.gui.background.image_surveyor import ImageSurveyor
from granview.gui.background.intake import Intake
from granview.gui.background.jobs import Jobs
from granview.gui.background.loader import SampleLoader
from granview.gui.background.pictures import Pictures, Thumbnails
from granview.gui.background.runner import NewEngine, Runner
from granview.gui.cells.grid import LaneGrid
from granview.gui.cells.stage import Stage
from granview.gui.commands.column_commands import ColumnCommands
from granview.gui.commands.dialog_commands import DialogCommands
from granview.gui.commands.explain_commands import ExplainCommands
from granview.gui.commands.file_commands import FileCommands
from granview.gui.commands.image_commands import ImageCommands
from granview.gui.commands.run_commands import RunCommands
from granview.gui.commands.session_commands import SessionCommands
from granview.gui.commands.view_commands import ViewCommands
from granview.gui.desk import Desk
from granview.gui.model.agreement_book import AgreementBook
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.document import Document
from granview.gui.model.explain_state import ExplainState
from granview.gui.model.galleries import gallery_lanes
from granview.gui.model.logbook import Logbook
from granview.gui.model.memory import WindowMemory
from granview.gui.model.picking import Picking
from granview.gui.model.preferences import Preferences, run_params
from granview.gui.model.task_in_view import TaskInView
from granview.gui.model.text_link import TextLink
from granview.gui.model.view_state import ViewState
from granview.gui.model.viewport import Viewport
from granview.gui.status import Status
from granview.gui.style.icons import IconSet
from granview.gui.style.stylesheet import apply_theme
from granview.gui.style.theme import theme_for
from granview.gui.window import MainWindow
from granview.settings import Settings
from granview.store.session import Session

if TYPE_CHECKING:
    from granview.engine.pictures import PictureServer


class Workbench(QObject):
    """The window and all that works behind it.

    Args:
        app: The application; dressed in the theme.
        session: The session to begin with; closed with the window.
        memory: What was remembered from earlier starts.
        pictures: Decodes pictures; closed with the window.
        new_engine: Makes an engine from a listener and a session.
        preferences: The user's settings.
        logbook: Where everything that happens is written.
    """

    def __init__(
        self,
        app: QApplication,
        session: Session,
        memory: WindowMemory,
        pictures: "PictureServer",
        new_engine: NewEngine,
        preferences: Preferences,
        logbook: Logbook,
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
        self.desk = self._desk(new_engine, logbook)
        self.window = MainWindow(self.desk, memory, self._theme)
        self.grid = LaneGrid(self.desk.view, self.desk.viewport, self._theme, texts=self.desk.texts)
        self.stage = Stage(
            self.model, self.desk.loader, self._pictures, self.desk.view, self.desk.explainer, self.grid, self
        )
        self._surveyor = ImageSurveyor(self.model, self.document, self.desk.intake, self)
        self._add_commands(memory)
        self.window.furnish(self.grid, self.files)
        self.status = Status(self.desk, self.window, self)
        self._connect()
        self._garbage = GarbageKeeper(self)
        self._garbage.start()

    def start(self, then: Callable[[], None] | None = None) -> None:
        """Show the session's content, then do ``then``; meanwhile load what shows the first sample."""
        self.desk.jobs.start(_load_boards)
        self.sessions.load(then)

    def open(self, files: Sequence[Path], lanes: Sequence[LaneSpec] = (), galleries: Sequence[str] = ()) -> None:
        """Begin with files, lanes, and sample galleries; lanes for the first gallery are loaded at once."""
        if galleries:
            self.files.open_gallery(*galleries)
        if files:
            self.files.open_paths(files)
        if lanes:
            self.desk.runner.add_lanes(lanes, load=False)
        for gallery in galleries:
            found = gallery_lanes(gallery, self.model.lanes.names(), self.desk.logbook.write_error)
            self.desk.runner.add_lanes(found, load=gallery == galleries[0])

    def redress(self) -> None:
        """Dress everything in the theme that the settings and the desktop ask for."""
        theme = theme_for(self._app, self.preferences.settings.theme)
        if theme == self._theme:
            return
        self._theme = theme
        self.desk.icons.recolor(self._theme.text, self._theme.accent)
        apply_theme(self._app, self._theme)
        self.window.set_theme(self._theme)
        self.grid.set_theme(self._theme)

    def _desk(self, new_engine: NewEngine, logbook: Logbook) -> Desk:
        self._pictures = Pictures(self._server, self)
        loader = SampleLoader(self.model, self.document, self._pictures, self)
        runner = Runner(self.model, self.document, new_engine, self)
        explain, viewport, texts = ExplainState(self), Viewport(self), TextLink(self)
        explainer = Explainer(explain, self.model, loader, runner, self.document, self)
        jobs = Jobs(2, "window-jobs", logbook.write_error, self)
        Picking(explain, explainer, viewport, texts, loader, jobs, self)
        return Desk(
            model=self.model,
            view=self._view(),
            viewport=viewport,
            texts=texts,
            document=self.document,
            loader=loader,
            thumbnails=Thumbnails(self._server, self),
            runner=runner,
            intake=Intake(self.model, self.document, self),
            logbook=logbook,
            icons=IconSet(self._theme.text, self._theme.accent),
            agreements=AgreementBook(self.model, self.document, self),
            explain=explain,
            explainer=explainer,
            tasks=TaskInView(self.model, self),
            jobs=jobs,
        )

    def _view(self) -> ViewState:
        view = ViewState(self)
        view.opacity = self.preferences.settings.mask_opacity
        return view

    def _add_commands(self, memory: WindowMemory) -> None:
        desk, window, actions = self.desk, self.window, self.window.actions_by_name
        self.files = FileCommands(
            desk.model, desk.document, desk.intake, desk.logbook, memory, self.preferences, actions, window
        )
        self.columns = ColumnCommands(desk, window.banners, window)
        self.images = ImageCommands(desk, self._surveyor, window.banners, actions, window)
        self.sessions = SessionCommands(desk, memory, self.preferences, window.banners, actions, window)
        self.views = ViewCommands(desk.model, desk.view, desk.viewport, desk.texts, actions, window)
        self.explains = ExplainCommands(desk.explain, actions, lambda: window.docks.show_panel("explain"), window)
        self.exporter = Exporter(desk.document, desk.logbook, self.grid, self)
        self.dialogs = DialogCommands(desk, self.preferences, self.exporter, memory, actions, window, self.grid)
        self.runs = RunCommands(desk, self.preferences, lambda: self._theme, actions, window)

    def _connect(self) -> None:
        desk, window = self.desk, self.window
        self.files.session_chosen.connect(self.sessions.open)
        self.document.failed.connect(desk.logbook.write_error)
        self.document.damaged.connect(desk.logbook.write_damage)
        desk.runner.events.connect(desk.logbook.write_events)
        self.model.params_changed.connect(lambda: desk.thumbnails.set_range(self.model.params.image.range))
        for part in (self.grid, window.strip):
            part.pin_requested.connect(self.views.toggle_pin)
            part.restart_requested.connect(desk.runner.restart_lane)
            part.close_requested.connect(desk.runner.remove_lane)
        self.grid.solo_requested.connect(self.views.show_alone)
        window.strip.alone_requested.connect(self.views.show_alone)
        window.strip.run_requested.connect(lambda name: desk.runner.run(only_lane=name))
        window.strip.variant_requested.connect(self.runs.add_variant)
        window.strip.move_requested.connect(self.runs.move)
        self._app.styleHints().colorSchemeChanged.connect(self.redress)
        self.preferences.changed.connect(self._on_preferences_changed)
        window.when_closed(self.close)

    def _on_preferences_changed(self, settings: Settings) -> None:
        self.redress()
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
        self._app.styleHints().colorSchemeChanged.disconnect(self.redress)
        self.desk.intake.close()
        self._surveyor.close()
        self.desk.explainer.close()
        self.sessions.close()
        self.desk.jobs.close()
        self.exporter.close()
        self.document.close(self.desk.runner.detach())
        self.window.docks.dispose()
        self.grid.show_cells(())
        self.desk.loader.close()
        self._pictures.close()
        self._server.close()
        self.preferences.close()
        self._garbage.stop()


def _load_boards() -> None:
    """Import the grids of pictures and of texts, so that the first sample is shown without waiting for them."""
    import granview.gui.cells.picture_grid
    import granview.gui.texts.text_grid  # noqa: F401
