"""The user's settings as the window changes them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from granview.core.run_params import RunParams
from granview.gui.background.jobs import Failed, Jobs
from granview.settings import Settings


class Preferences(QObject):
    """Settings, and what to do when they change.

    Args:
        settings: As they were read at the start.
        save: Keeps them for the next start; called on a thread of its own, in order.
        on_error: Told when they could not be kept.
    """

    changed = Signal(object)
    """The new ``Settings``."""

    def __init__(
        self,
        settings: Settings,
        save: Callable[[Settings], None],
        on_error: Failed,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._save = save
        self._jobs = Jobs(1, "settings-writer", on_error, self)

    @property
    def settings(self) -> Settings:
        """As they are now."""
        return self._settings

    def change(self, settings: Settings) -> None:
        """Use other settings from now on, and at the next start."""
        if settings == self._settings:
            return
        self._settings = settings
        self._jobs.start(lambda: self._save(settings))
        self.changed.emit(settings)

    def add_recent_file(self, path: Path) -> None:
        """Put a file or folder at the top of the recent ones."""
        self.change(self._settings.with_recent_file(str(path.absolute())))

    def add_recent_session(self, path: Path) -> None:
        """Put a session at the top of the recent ones."""
        self.change(self._settings.with_recent_session(str(path.absolute())))

    def forget_recent(self) -> None:
        """Forget what was opened."""
        self.change(replace(self._settings, recent_files=(), recent_sessions=()))

    def close(self) -> None:
        """Wait until everything is kept."""
        self._jobs.finish(lambda: None)


def run_params(settings: Settings, before: RunParams | None = None) -> RunParams:
    """What to compute for each sample, as the settings say; what is set per session stays what it was ``before``."""
    if before is None:
        before = RunParams(text=settings.text, generation=settings.generation)
    return msgspec.structs.replace(
        before, confidence=settings.keep_confidence, boundary_tolerance_px=settings.boundary_tolerance_px
    )
