"""The user's settings as the window changes them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from granview.settings import Settings


class Preferences(QObject):
    """Settings, and what to do when they change.

    Args:
        settings: As they were read at the start.
        save: Keeps them for the next start.
    """

    changed = Signal(object)
    """The new ``Settings``."""

    def __init__(self, settings: "Settings", save: Callable[["Settings"], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._save = save

    @property
    def settings(self) -> "Settings":
        """As they are now."""
        return self._settings

    def change(self, settings: "Settings") -> None:
        """Use other settings from now on, and at the next start."""
        if settings == self._settings:
            return
        self._settings = settings
        self._save(settings)
        self.changed.emit(settings)
