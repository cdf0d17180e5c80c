"""Whether there is something that models can run on, and the build of it, which goes on off the window's thread."""

import time
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from granview.core.errors import GranViewError
from granview.gui.background.jobs import Jobs
from granview.runtime.bundle import Bundle
from granview.runtime.lanes import missing_runtime
from granview.runtime.progress import BuildProgress

if TYPE_CHECKING:
    from granview.runtime.application import Application
    from granview.runtime.backends import Offer
    from granview.runtime.build import Source

_EVERY_S: Final = 0.1


class RuntimeState(QObject):
    """What the window knows of runtimes.

    Args:
        jobs: Threads that may wait for the network.
        bundle: The application; None in a checkout, where models run on its own environment.
    """

    changed = Signal()
    """Models run on something else from now on."""

    progressed = Signal(object)
    """``BuildProgress``, some times a second."""

    failed = Signal(object)
    """``GranViewError``: the build ended without a runtime; it is ``BuildCancelled`` where the user ended it."""

    def __init__(self, jobs: Jobs, bundle: Bundle | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._bundle = bundle
        self._application: Application | None = None
        self._cancel = Event()
        self._last_s = 0.0
        self._last_step: object = None
        self.is_building = False
        self.missing = missing_runtime(bundle)

    @property
    def application(self) -> "Application | None":
        """The application; what it is made of is imported when it is first asked for. None in a checkout."""
        if self._application is None and self._bundle is not None:
            from granview.runtime.application import Application
            from granview.runtime.installed import InstalledRuntimes, runtimes_home

            self._application = Application(self._bundle, InstalledRuntimes(runtimes_home()))
        return self._application

    @property
    def is_chosen_here(self) -> bool:
        """Whether there is a choice: in a checkout models run on its own environment."""
        return self._bundle is not None

    def is_there(self) -> bool:
        """Whether a lane can be started."""
        return not self.missing

    def build(self, offer: "Offer", source: "Source") -> None:
        """Begin to build what is offered; nothing where something is being built already."""
        if self.application is None or self.is_building:
            return
        self._cancel.clear()
        self.is_building = True
        builder = self.application.builder
        self._jobs.start(
            lambda: builder.build(offer, source, self._tell, self._cancel.is_set), self._on_built, self._on_failed
        )

    def cancel(self) -> None:
        """End a build; what is downloaded stays."""
        self._cancel.set()

    def roll_back(self) -> None:
        """Have models run on the runtime before.

        Raises:
            GranViewError: there is none.
        """
        if self.application is not None:
            self.application.installed.roll_back()
            self._refresh()

    def _tell(self, progress: BuildProgress) -> None:
        """On the build's thread."""
        now = time.monotonic()
        if now - self._last_s >= _EVERY_S or progress.step is not self._last_step or progress.trouble:
            self._last_s, self._last_step = now, progress.step
            self.progressed.emit(progress)

    def _on_built(self, _: object) -> None:
        self.is_building = False
        self._refresh()

    def _on_failed(self, error: GranViewError) -> None:
        self.is_building = False
        self.failed.emit(error)

    def _refresh(self) -> None:
        self.missing = missing_runtime(self._bundle)
        self.changed.emit()
