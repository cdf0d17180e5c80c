"""The acts for session files: new, open, revert, and what was left by a crash."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from granview.gui.background.jobs import Job, Jobs
from granview.gui.commands.file_commands import SESSION_SUFFIX
from granview.gui.commands.save_gate import SaveGate
from granview.gui.commands.session_saving import SessionSaving
from granview.gui.dialogs.save_changes import ask_about_left_behind, date_in_words
from granview.gui.model.lanes_and_rows import Snapshot
from granview.gui.services import Services
from granview.gui.session.first_session import new_session
from granview.gui.session.preferences import Preferences
from granview.gui.session.saved_position import PositionKeeper
from granview.gui.session.snapshot import read_snapshot
from granview.gui.session.window_memory import WindowMemory
from granview.gui.widgets.action_set import ActionSet
from granview.gui.widgets.banner import Banners
from granview.store.journal import LeftBehind, UnsavedChanges
from granview.store.recent_comparisons import RecentComparison, RecentKind, free_changes_of, recent_comparisons
from granview.store.session import Session
from granview.store.unnamed_sessions import forget_old_sessions, unnamed_folder


class SessionCommands(QObject):
    """Adds the acts for sessions to the action set, and puts another session's content before the user.

    Attributes:
        saving: Saves the one that is open.
    """

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
        self._viewport = services.viewport
        self._event_log = services.event_log
        self._memory = memory
        self._home = memory.unnamed_home or unnamed_folder()
        self._preferences = preferences
        self._banners = banners
        self._window = parent
        self._place = PositionKeeper(services.model, services.view, services.document, memory, self)
        self._jobs = Jobs(1, "session-opener", services.event_log.write_error, self)
        self._opening: Job | None = None
        tr = self.tr
        actions.add("new-session", tr("&New session"), self.new, ("Ctrl+N",))
        actions.add("open-session", tr("Open &session…"), self._ask_for_session, ("Ctrl+Shift+N",), "session")
        self.saving = SessionSaving(
            services, memory, preferences, lambda: self._place.keep(again=True), actions, parent
        )
        tip = tr("Show the file as it was saved; the changes since are kept as a comparison without a name")
        actions.add("revert-session", tr("Re&vert to saved"), self.revert, (), "", tip)
        self._gate = SaveGate(services.document, services.model, self.saving.save, parent)
        self._revert_action = actions["revert-session"]
        services.document.modified_changed.connect(self._show_modified)
        self._show_modified()

    @property
    def is_opening(self) -> bool:
        """Whether another session is being read, and will be shown."""
        return self._opening is not None

    def load(self, then: Callable[[], None] | None = None) -> None:
        """Read the open session's content into the model."""
        self._document.read(read_snapshot, lambda snapshot: self._show(snapshot, then))

    def new(self) -> None:
        """Go on with an empty session that has no name yet, once it is settled what becomes of this one."""
        settings = self._preferences.settings
        self._gate.let(lambda: self._switch(lambda: new_session(settings)))

    def open(self, path: Path) -> None:
        """Open a session, once it is settled what becomes of this one and of changes that were left behind there.

        It is open for reading only when another program has it.
        """
        if path.resolve() != self._document.session.path:
            self._gate.let(
                lambda: self._jobs.start(lambda: free_changes_of(path), partial(self._open, path), self._on_refused)
            )

    def revert(self) -> None:
        """Show the document as it was saved; the changes since become a comparison without a name."""
        if self._document.is_modified:
            before_revert = self._runner.detach()
            self._document.write(partial(_reverted, before_revert, self._home), self._on_reverted, self._on_error)

    def may_close(self) -> bool:
        """Whether the window may close now; else it is asked what becomes of changes, and closes after that."""
        return self._gate.let_close(self._window.close)

    def ask_no_more(self) -> None:
        """The program is being ended: what is unsaved stays beside the document, and is offered at the next start."""
        self._document.keep_unsaved()
        self._gate.ask_no_more()

    def offer_recovery(self) -> None:
        """Offer the newest comparison that was interrupted, or has changes that were left behind, if there is one."""
        home, named = self._home, self._preferences.settings.recent_sessions
        self._jobs.start(lambda: _interrupted(named, home), self._on_recoverable)

    def close(self) -> None:
        """Keep where the user is, and wait for an opening under way."""
        self._place.keep()
        self._jobs.close()

    def _open(self, path: Path, changes: UnsavedChanges | None) -> None:
        if changes is None:
            self._open_as(path, LeftBehind.RECOVER)
        else:
            box = ask_about_left_behind(changes, partial(self._open_as, path), self._window)
            box.rejected.connect(self._document.keep_unsaved)

    def _open_as(self, path: Path, left: LeftBehind) -> None:
        self._switch(lambda: Session.open_document(path, left=left, home=self._home))

    def _show(self, snapshot: Snapshot, then: Callable[[], None] | None) -> None:
        snapshot = replace(snapshot, place=self._place.place_in(snapshot))
        self._model.load(snapshot)
        self._document.check_modified()
        self._say_recovered()
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
        self._viewport.fit()
        if not session.unnamed:
            self._preferences.add_recent_session(session.path)
        self._show(snapshot, None)

    def _say_recovered(self) -> None:
        """Changes that were left behind are there again: say so, and offer what was saved."""
        session = self._document.session
        if session.recovered_from is not None:
            text = self.tr("Changes of {when} that were not saved are there again.")
            words = text.format(when=date_in_words(session.recovered_from))
            self._banners.show_text("recovered", words, (self.tr("Revert to saved"), self.revert), warn=False)

    def _on_reverted(self, read: tuple[Path | None, Snapshot]) -> None:
        parted, snapshot = read
        self._document.replaced.emit()
        self._show(snapshot, None)
        if parted is not None:
            words = self.tr("The changes that were not saved are a comparison without a name now.")
            self._banners.show_text("recovered", words, (self.tr("Open it"), lambda: self.open(parted)), warn=False)

    def _on_recoverable(self, recent: RecentComparison | None) -> None:
        if recent is None:
            return
        if recent.kind is RecentKind.CHANGED:
            text = self.tr("{name} has changes of {when} that were not saved.")
        else:
            text = self.tr("A comparison of {when} was not saved under a name.")
        words = text.format(name=recent.path.name, when=date_in_words(recent.written_at))
        self._banners.show_text("recovery", words, (self.tr("Open it"), lambda: self.open(recent.path)), warn=False)

    def _show_modified(self) -> None:
        self._revert_action.setEnabled(self._document.is_modified)

    def _on_refused(self, error: Exception) -> None:
        self._opening = None
        self._document.keep_unsaved()
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


def _reverted(before_revert: Callable[[], None], home: Path, session: Session) -> tuple[Path | None, Snapshot]:
    before_revert()
    return session.revert(home), read_snapshot(session)


def _interrupted(named: Sequence[str], home: Path) -> RecentComparison | None:
    """The newest comparison that somebody may miss; old ones without a name make room."""
    forget_old_sessions(home)
    wanted = (RecentKind.CHANGED, RecentKind.INTERRUPTED)
    return next((each for each in recent_comparisons(named, home) if each.kind in wanted), None)


def _read(session: Session) -> tuple[Session, Snapshot]:
    """A session with its content; one whose content cannot be read is closed again, and never shown."""
    try:
        return session, read_snapshot(session)
    except BaseException:
        session.close()
        raise
