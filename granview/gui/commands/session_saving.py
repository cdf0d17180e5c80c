"""The acts that save a session: as it is called, or under another name."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from granview.core.errors import SessionError
from granview.gui.commands.file_commands import SESSION_SUFFIX
from granview.gui.services import Services
from granview.gui.session.preferences import Preferences
from granview.gui.session.window_memory import WindowMemory
from granview.gui.widgets.action_set import ActionSet
from granview.store.session import Session

Then = Callable[[], object] | None


class SessionSaving(QObject):
    """Adds these acts to the action set.

    Args:
        services: The session that is open.
        memory: The folder last used.
        preferences: Where what was saved stands among the recent ones.
        keep_place: Keeps where the user is, in the session that is about to be saved.
        actions: Every act.
        parent: The window.
    """

    def __init__(
        self,
        services: Services,
        memory: WindowMemory,
        preferences: Preferences,
        keep_place: Callable[[], object],
        actions: ActionSet,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._document = services.document
        self._event_log = services.event_log
        self._memory = memory
        self._preferences = preferences
        self._keep_place = keep_place
        self._window = parent
        tr = self.tr
        actions.add("save-session", tr("&Save session"), self.save, ("Ctrl+S",), "save")
        actions.add("save-session-as", tr("Save session &as…"), self._ask_where_to_save, ("Ctrl+Shift+S",))

    def save(self, then: Then = None) -> None:
        """Save the document, or ask under which name; then do something, unless it fails or the user gives up."""
        session = self._document.session
        if not session.is_document:
            self._ask_where_to_save(then)
            return
        path = session.path
        self._keep_place()
        self._document.save_as(Session.save, lambda: self._on_saved(path, then), self._event_log.write_error)

    def save_as(self, path: Path, then: Then = None) -> None:
        """Go on in a file of that name."""
        self._memory.keep_folder("sessions", path.parent)
        self._document.save_as(
            lambda session: session.save_as(path), lambda: self._on_saved(path, then), self._event_log.write_error
        )

    def save_as_chosen(self, path: Path, then: Then = None) -> None:
        """Save under a name from the dialog, which asked whether a file of that very name may be replaced."""
        whole = path if path.suffix == SESSION_SUFFIX else path.with_name(path.name + SESSION_SUFFIX)
        if whole != path and whole.exists():
            words = self.tr("{path} is there already, and was not replaced.").format(path=whole)
            self._event_log.write_error(SessionError(words, self.tr("Choose it in the dialog to replace it.")))
        else:
            self.save_as(whole, then)

    def _ask_where_to_save(self, then: Then = None) -> None:
        start = str(self._memory.folder("sessions") / f"comparison{SESSION_SUFFIX}")
        kinds = self.tr("Sessions (*{suffix})").format(suffix=SESSION_SUFFIX)
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save session"), start, kinds)
        if name:
            self.save_as_chosen(Path(name), then)

    def _on_saved(self, path: Path, then: Then) -> None:
        self._preferences.add_recent_session(path)
        self._event_log.write(self.tr("The session was saved as {path}").format(path=path))
        if then is not None:
            then()
