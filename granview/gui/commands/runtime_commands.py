"""The act that shows and changes what models run on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from granview.core.events import LaneState
from granview.gui.services import Services
from granview.gui.widgets.action_set import ActionSet

if TYPE_CHECKING:
    from granview.gui.first_start.dialog import RuntimeDialog
    from granview.runtime.backends import Offer


class RuntimeCommands(QObject):
    """Adds the act to the action set. In a checkout, where models run on its own environment, it is not enabled."""

    def __init__(self, services: Services, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._window = parent
        tr = self.tr
        actions.add(
            "install-runtime", tr("Run&time…"), self.choose, (), "",
            tr("What models run on: CPU or GPU, downloaded and built here"),
        )  # fmt: skip
        state = services.runtimes
        actions["install-runtime"].setEnabled(state.is_chosen_here)
        state.changed.connect(self._restart_failed)

    def choose(self) -> "RuntimeDialog | None":
        """Let the user choose what models run on; returns the dialog."""
        from granview.gui.first_start.dialog import RuntimeDialog

        services, application = self._services, self._services.runtimes.application
        if application is None:
            return None
        dialog = RuntimeDialog(services.runtimes, application, services.network_jobs, services.memory, self._window)
        dialog.open()
        return dialog

    def choose_at_first(self, then: Callable[[], object]) -> None:
        """Show the dialog where there is nothing that models could run on, and do ``then`` when it is closed."""
        dialog = None if self._services.runtimes.is_there() else self.choose()
        if dialog is None:
            self._check_for_newer()
            then()
        else:
            dialog.finished.connect(lambda _: then())

    def _check_for_newer(self) -> None:
        """Say in the log where this version of the application brings newer packages; models go on with those there."""
        application = self._services.runtimes.application
        if application is not None:
            self._services.jobs.start(application.outdated, self._on_outdated)

    def _on_outdated(self, offer: "Offer | None") -> None:
        if offer is not None:
            words = self.tr("This version brings newer packages for {backend}: Help › Runtime… builds them.")
            self._services.event_log.write(words.format(backend=offer.title))

    def _restart_failed(self) -> None:
        """Lanes that failed for want of a runtime are tried again."""
        for lane in self._services.model.lanes.all():
            if lane.state is LaneState.FAILED:
                self._services.runner.restart_lane(lane.spec.name)
