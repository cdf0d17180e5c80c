"""The acts for session files: new, open, save under a name, and what was left by a crash."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from granview.core.errors import SessionError
from granview.gui.background.jobs import Job, Jobs
from granview.gui.commands.file_commands import SESSION_SUFFIX
from granview.gui.model.lanes_and_rows import Snapshot
from granview.gui.services import Services
from granview.gui.session.first_session import new_session
from granview.gui.session.preferences import Preferences
from granview.gui.session.saved_position import PositionKeeper
from granview.gui.session.snapshot import read_snapshot
from granview.gui.session.window_memory import WindowMemory
from granview.gui.widgets.action_set import ActionSet
from granview.gui.widgets.banner import Banners
from granview.store.session import Session
from granview.store.unnamed_sessions import recoverable_sessions, unnamed_folder


class SessionCommands(QObject):
    """Adds the acts for sessions to the action set, and puts another session's content before the user."""

    opened = Signal()
    """A session's content is shown."""

    def __init__(
        self,
        services: Services,
        memory: WindowMemory,
        preferences: Preferences,
        banners: Banners,
        actions: ActionSet,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._model = services.model
        self._document = services.document
        self._runner = services.runner
        self._event_log = services.event_log
        self._memory = memory
        self._preferences = preferences
        self._banners = banners
        self._window = parent
        self._place = PositionKeeper(services.model, services.view, services.document, self)
        self._jobs = Jobs(1, "session-opener", services.event_log.write_error, self)
        self._opening: Job | None = None
        tr = self.tr
        actions.add("new-session", tr("&New session"), self.new, ("Ctrl+N",))
        actions.add("open-session", tr("Open &session…"), self._ask_for_session, ("Ctrl+Shift+N",), "session")
        actions.add(
            "save-session", tr("Save session &as…"), self._ask_where_to_save, ("Ctrl+S", "Ctrl+Shift+S"), "save"
        )

    @property
    def is_opening(self) -> bool:
        """Whether another session is being read, and will be shown."""
        return self._opening is not None

    def load(self, then: Callable[[], None] | None = None) -> None:
        """Read the open session's content into the model."""
        self._document.read(read_snapshot, lambda snapshot: self._show(snapshot, then))

    def new(self) -> None:
        """Go on with an empty session that has no name yet."""
        settings = self._preferences.settings
        self._switch(lambda: new_session(settings))

    def open(self, path: Path) -> None:
        """Open a session; for reading only when another program has it."""
        if path.resolve() == self._document.session.path:
            return
        self._switch(lambda: Session.open_shared(path))

    def offer_recovery(self) -> None:
        """Offer the comparison that was left without a name, if there is one."""
        self._jobs.start(lambda: recoverable_sessions(unnamed_folder()), self._on_recoverable)

    def close(self) -> None:
        """Keep where the user is, and wait for an opening under way."""
        self._place.keep()
        self._jobs.close()

    def _show(self, snapshot: Snapshot, then: Callable[[], None] | None) -> None:
        self._model.load(snapshot)
        self._place.show(snapshot.place)
        self.opened.emit()
        if then is not None:
            then()

    def _switch(self, make: Callable[[], Session]) -> None:
        self._opening = self._jobs.start(lambda: _read(make()), self._on_read, self._on_refused)

    def _on_read(self, read: tuple[Session, Snapshot]) -> None:
        self._opening = None
        session, snapshot = read
        self._place.keep()
        self._document.replace(session, self._runner.detach())
        if not session.unnamed:
            self._preferences.add_recent_session(session.path)
        self._show(snapshot, None)

    def _on_recoverable(self, paths: list[Path]) -> None:
        if not paths:
            return
        when = datetime.fromtimestamp(paths[0].stat().st_mtime).astimezone()
        text = self.tr("A comparison of {when} was not saved under a name.").format(when=f"{when:%Y-%m-%d %H:%M}")
        self._banners.show_text("recovery", text, (self.tr("Open it"), lambda: self.open(paths[0])), warn=False)

    def _on_refused(self, error: Exception) -> None:
        self._opening = None
        self._on_error(error)

    def _on_error(self, error: Exception) -> None:
        self._event_log.write_error(error)

    def _ask_for_session(self) -> None:
        start = str(self._memory.folder("sessions"))
        kinds = self.tr("Sessions (*{suffix})").format(suffix=SESSION_SUFFIX)
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open session"), start, kinds)
        if name:
            self._memory.keep_folder("sessions", Path(name).parent)
            self.open(Path(name))

    def _ask_where_to_save(self) -> None:
        start = str(self._memory.folder("sessions") / f"comparison{SESSION_SUFFIX}")
        kinds = self.tr("Sessions (*{suffix})").format(suffix=SESSION_SUFFIX)
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save session"), start, kinds)
        if name:
            self._save_as_chosen(Path(name))

    def _save_as_chosen(self, path: Path) -> None:
        """Save under a name from the dialog, which asked whether a file of that very name may be replaced."""
        whole = path if path.suffix == SESSION_SUFFIX else path.with_name(path.name + SESSION_SUFFIX)
        if whole != path and whole.exists():
            words = self.tr("{path} is there already, and was not replaced.").format(path=whole)
            self._on_error(SessionError(words, self.tr("Choose it in the dialog to replace it.")))
        else:
            self.save_as(whole)

    def save_as(self, path: Path) -> None:
        """Go on in a file of that name."""
        self._memory.keep_folder("sessions", path.parent)
        self._document.save_as(lambda session: session.save_as(path), lambda: self._on_saved(path), self._on_error)

    def _on_saved(self, path: Path) -> None:
        self._preferences.add_recent_session(path)
        self._event_log.write(self.tr("The session was saved as {path}").format(path=path))


def _read(session: Session) -> tuple[Session, Snapshot]:
    """A session with its content; one whose content cannot be read is closed again, and never shown."""
    try:
        return session, read_snapshot(session)
    except BaseException:
        session.close()
        raise
