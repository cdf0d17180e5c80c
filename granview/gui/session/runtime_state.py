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
    from granview.runtime.application import Application, Standing
    from granview.runtime.backends import Offer
    from granview.runtime.build import Source

_EVERY_S: Final = 0.1


class RuntimeState(QObject):
    """What the window knows of runtimes. The disk is read before the window is there, and later by threads alone.

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
        self.standing: Standing | None = None

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
        application = self.application
        if application is None or self.is_building:
            return
        self._cancel.clear()
        self._last_step = None
        self.is_building = True

        def work() -> "Standing":
            application.builder.build(offer, source, self._tell, self._cancel.is_set)
            return application.standing()

        self._jobs.start(work, self._on_changed, self._on_failed)

    def cancel(self) -> None:
        """End a build; what is downloaded stays."""
        self._cancel.set()

    def roll_back(self) -> None:
        """Have models run on the runtime before; where there is none, ``failed`` says so."""
        application = self.application
        if application is None:
            return

        def work() -> "Standing":
            application.installed.roll_back()
            return application.standing()

        self._jobs.start(work, self._on_changed, self._on_failed)

    def _tell(self, progress: BuildProgress) -> None:
        """On the build's thread."""
        now = time.monotonic()
        if now - self._last_s >= _EVERY_S or progress.step is not self._last_step or progress.trouble:
            self._last_s, self._last_step = now, progress.step
            self.progressed.emit(progress)

    def _on_changed(self, standing: "Standing") -> None:
        self.is_building = False
        self.missing, self.standing = standing.missing, standing
        self.changed.emit()

    def _on_failed(self, error: GranViewError) -> None:
        self.is_building = False
        self.failed.emit(error)
