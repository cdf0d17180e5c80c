"""Which lane is pinned, and which classes are hidden: choices of the view that can be undone, whoever makes them."""

from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QObject

from granview.gui.history.call_deed import CallDeed
from granview.gui.history.history import History
from granview.gui.model.view_state import ViewState

translate = QCoreApplication.translate

_WORDS: Final = {
    "pinned": lambda: translate("ViewChoices", "pin another lane"),
    "hidden_classes": lambda: translate("ViewChoices", "show and hide classes"),
}


class ViewChoices(QObject):
    """Notes each such choice in the history."""

    def __init__(self, view: ViewState, history: History, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._history = history
        self._known: dict[str, Any] = {}
        self.begin()
        view.changed.connect(self._on_changed)

    def begin(self) -> None:
        """What is chosen now was chosen by no deed: another comparison is shown."""
        self._known = {name: getattr(self._view, name) for name in _WORDS}

    @property
    def pinned(self) -> str | None:
        """The lane that is pinned; None where none is."""
        return self._view.pinned

    def pin_again(self, lane: str) -> None:
        """A lane that came back is pinned as it was: no deed of its own."""
        self._known["pinned"] = lane
        self._view.pinned = lane

    def _on_changed(self, name: str) -> None:
        if name not in _WORDS:
            return
        before, after = self._known[name], getattr(self._view, name)
        self._known[name] = after
        if before != after and not self._history.is_replaying:
            undo, redo = (lambda value=value: setattr(self._view, name, value) for value in (before, after))
            self._history.note(CallDeed(_WORDS[name], undo, redo))
