"""Everything that the window is made of, made and joined; the only place where the objects meet."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from granview.core.errors import GranViewError
from granview.core.lane import LaneSpec
from granview.core.plugins import plugin_problems
from granview.gui.background.garbage_collection import GarbageKeeper
from granview.gui.background.timers import once
from granview.gui.face import Face
from granview.gui.lanes.panel import LaneGrid
from granview.gui.language.translation import ENGLISH, Translation, language_for
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.event_log import EventLog
from granview.gui.new_services import Parts, new_services
from granview.gui.sample_kind_view import kind_views
from granview.gui.session.document import Document
from granview.gui.session.exporter import Exporter
from granview.gui.session.image_surveyor import ImageSurveyor
from granview.gui.session.pictures import Pictures
from granview.gui.session.preferences import Preferences, run_params
from granview.gui.session.runner import NewEngine
from granview.gui.session.window_memory import WindowMemory
from granview.gui.style.fonts import missing_scripts, window_font
from granview.gui.style.icons import IconSet
from granview.gui.style.stylesheet import apply_theme
from granview.gui.style.theme import theme_for
from granview.gui.window import MainWindow
from granview.settings import Settings
from granview.settings.schema import WindowLanguage
from granview.store.session import Session
from granview.tasks.base import TASKS

if TYPE_CHECKING:
    from granview.engine.picture_server import PictureServer

_PATIENCE_MS: Final = 20


class Workbench(QObject):
    """The window and all that works behind it.

    What works stays for as long as the program; the face, which is all that has words on it, is made anew when the
    language changes.

    Args:
        app: The application; dressed in the theme.
        session: The session to begin with; closed with the window.
        memory: What was remembered from earlier starts.
        pictures: Decodes pictures; closed with the window.
        new_engine: Makes an engine from a listener and a session.
        preferences: The user's settings.
        event_log: Where everything that happens is written.
        language: The language to begin with; empty: as the settings say.
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
        language: WindowLanguage = "",
    ) -> None:
        super().__init__()
        self._app = app
        self._server = pictures
        self._closed = False
        self.preferences = preferences
        self._translation = Translation(app)
        self._translation.use(language or language_for(preferences.settings.language))
        self._language = language, preferences.settings.language
        self._desktop_font, self._font_percent = app.font(), preferences.settings.font_percent
        app.setFont(window_font(self._desktop_font, self._font_percent))
        self._face_soon = once(self, _PATIENCE_MS, self.update_face)
        self._asked = (preferences.settings.keep_confidence, preferences.settings.boundary_tolerance_px)
        self._theme = theme_for(app, preferences.settings.theme)
        apply_theme(app, self._theme)
        self.document = Document(session, self)
        self.model = ComparisonModel(self)
        self._pictures = Pictures(self._server, self)
        parts = Parts(self, self.model, self.document, self._pictures, event_log)
        icons = IconSet(self._theme.text, self._theme.accent)
        self.services = new_services(parts, self._server, new_engine, preferences, memory, icons)
        self.exporter = Exporter(self.document, event_log, self)
        self._surveyor = ImageSurveyor(self.model, self.document, self.services.importer, self)
        self.face = self._new_face()
        self._connect()
        self._garbage = GarbageKeeper(self)
        self._garbage.start()

    @property
    def window(self) -> MainWindow:
        """The window that is open now."""
        return self.face.window

    @property
    def grid(self) -> LaneGrid:
        """The cells of that window."""
        return self.face.grid

    def start(self, then: Callable[[], None] | None = None) -> None:
        """Show the session's content, then do ``then``; meanwhile load what shows the first sample."""
        self.services.jobs.start(_preload_kinds, self._tell_plugin_problems, self.services.event_log.write_error)
        self.face.sessions.load(then)

    def _tell_plugin_problems(self, _: None) -> None:
        for words in plugin_problems():
            self.services.event_log.write_error(GranViewError(words))
        for words in missing_scripts():
            self.services.event_log.write(words, aside=True)

    def open(self, files: Sequence[Path], lanes: Sequence[LaneSpec] = (), galleries: Sequence[str] = ()) -> None:
        """Begin with files, lanes, and sample galleries; lanes for the first gallery are loaded at once."""
        if galleries:
            self.face.galleries.open(*galleries)
        if files:
            self.face.files.open_paths(files)
        if lanes:
            self.services.runner.add_lanes(lanes, load=False)

    def update_theme(self) -> None:
        """Dress everything in the theme that the settings and the desktop ask for."""
        theme = theme_for(self._app, self.preferences.settings.theme)
        if theme == self._theme:
            return
        self._theme = theme
        self.services.icons.recolor(self._theme.text, self._theme.accent)
        apply_theme(self._app, self._theme)
        self.face.set_theme(self._theme)

    def update_face(self) -> None:
        """Show everything in the language and the size of letters that the settings ask for; what runs goes on."""
        language, percent = self._wished_language(), self.preferences.settings.font_percent
        if (language, percent) == (self._translation.language, self._font_percent):
            return
        if QApplication.activeModalWidget() is not None or self.face.sessions.is_opening:
            self._face_soon.start()
            return
        self._translation.use(language)
        self._font_percent = percent
        self._app.setFont(window_font(self._desktop_font, percent))
        old = self.face
        old.window.keep_layout()
        old.close()
        self.face = self._new_face()
        self.face.window.take_place_of(old.window)
        self.face.window.show()
        self.face.go_on_with_tour(old)
        old.delete()
        del old
        self._garbage.renew()
        self.announce()
        self.face.centre.take_keys()

    def _wished_language(self) -> WindowLanguage:
        """The command line's, until another one is chosen in the settings."""
        first, before = self._language
        now = self.preferences.settings.language
        return first if first and now == before else language_for(now)

    def announce(self) -> None:
        """Tell a new face all that is so."""
        self.model.announce()
        self.services.view.announce()
        self.services.focus.slice_changed.emit()

    def _new_face(self) -> Face:
        face = Face(self.services, self._pictures, self._surveyor, self.exporter, lambda: self._theme)
        face.window.when_closed(self.close)
        return face

    def _connect(self) -> None:
        services = self.services
        self.document.failed.connect(services.event_log.write_error)
        self.document.damaged.connect(services.event_log.write_damage)
        services.runner.events.connect(services.event_log.write_events)
        services.runner.events.connect(self.document.check_modified)
        self.model.params_changed.connect(lambda: services.thumbnails.set_range(self.model.params.image.range))
        self._app.styleHints().colorSchemeChanged.connect(self.update_theme)
        self.preferences.changed.connect(self._on_preferences_changed)

    def _on_preferences_changed(self, settings: Settings) -> None:
        self.update_theme()
        self._face_soon.start()
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
        self.face.close()
        self.services.importer.close()
        self._surveyor.close()
        self.services.explainer.close()
        self.services.jobs.close()
        self.services.runtimes.cancel()
        self.services.network_jobs.abandon()
        self.exporter.close()
        self.document.close(self.services.runner.detach())
        self.services.loader.close()
        self._pictures.close()
        self._server.close()
        self.preferences.close()
        self._translation.use(ENGLISH)
        self._app.setFont(self._desktop_font)
        self._garbage.stop()


def _preload_kinds() -> None:
    """Import the tasks, and what shows each kind of sample, so that the first one is shown without waiting for it."""
    TASKS.all()
    for view in kind_views():
        view.preload()
