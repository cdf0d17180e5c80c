"""The dialog of the first start and of Help › Runtime…: the device, what to run models on, how far its build is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from granview.core.errors import BuildCancelled, GranViewError
from granview.gui.background.jobs import Jobs
from granview.gui.first_start.build_bar import BuildBar
from granview.gui.first_start.offer_list import OfferList
from granview.gui.first_start.source_row import SourceRow
from granview.gui.first_start.words import runtime_line, words_line
from granview.gui.session.runtime_state import RuntimeState
from granview.gui.session.window_memory import WindowMemory
from granview.gui.style.theme import SPACING
from granview.runtime.application import Application, Standing
from granview.runtime.backends import Offer

_WIDTH_PX = 620
_LEAST_PX = 260

_Here = tuple[str, Sequence[Offer], Standing, Offer | None]
"""The device, all offers, what models run on, and the offer that is newer than that."""


class RuntimeDialog(QDialog):
    """Blocks nothing but its own window. Closed during a build, it ends that; what is downloaded stays.

    Args:
        state: What is built.
        application: The application; asked on threads alone, since its replies come from the disk and the driver.
        jobs: Threads that may wait for the network.
        memory: The folder last used.
    """

    def __init__(
        self, state: RuntimeState, application: Application, jobs: Jobs, memory: WindowMemory, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What models run on"))
        self._state = state
        self._application = application
        self._jobs = jobs
        self._standing = Standing()
        self.device = words_line("heading", self.tr("Looking what this computer has …"))
        self.current = words_line()
        self.explanation = words_line("muted")
        self.offers = OfferList()
        self.source = SourceRow(memory)
        self.progress = BuildBar()
        self.problem = words_line("bad")
        self._add_buttons()
        self._lay_out()
        self.offers.resized.connect(self._fit)
        state.progressed.connect(self.progress.show_progress)
        state.changed.connect(self._on_changed)
        state.failed.connect(self._on_failed)
        self._show_building(is_building=state.is_building)
        jobs.start(lambda: _here(application), self._on_here, self._on_failed)

    def build(self) -> None:
        """Begin to build what is chosen."""
        chosen = self.offers.chosen
        if chosen is None:
            return
        self.problem.hide()
        self._state.build(chosen, self.source.source)
        self.progress.begin()
        self._show_building(is_building=True)

    def reject(self) -> None:
        """Close it; a build ends with it."""
        self._state.cancel()
        super().reject()

    def _add_buttons(self) -> None:
        role = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox()
        self.build_button = self._button(self.tr("Download and build"), role.AcceptRole, self.build)
        self.time_button = self._button(self.tr("How long will it take?"), role.ActionRole, self._measure)
        self.time_button.setToolTip(self.tr("Downloads for 2 seconds; what comes is kept"))
        self.back_button = self._button("", role.ActionRole, self._state.roll_back)
        self.cancel_button = self._button(self.tr("Cancel"), role.ActionRole, self._state.cancel)
        self.close_button = self._button(self.tr("Close"), role.RejectRole, self.reject)
        self.build_button.setAutoDefault(True)
        self.build_button.setDefault(True)
        self.build_button.setEnabled(False)

    def _button(self, text: str, role: QDialogButtonBox.ButtonRole, slot: object) -> QPushButton:
        button = self.buttons.addButton(text, role)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(int(1.5 * SPACING))
        parts: tuple[QWidget, ...] = (self.device, self.current, self.explanation, self.offers, self.source)
        for part in (*parts, self.progress, self.problem):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.current.hide()
        self.problem.hide()
        self._fit()

    def _fit(self) -> None:
        """As high as what it shows."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(_WIDTH_PX, max(layout.totalHeightForWidth(_WIDTH_PX), _LEAST_PX))

    def _on_here(self, here: _Here) -> None:
        """What this computer has, what can be built, and what models run on."""
        device, offers, standing, outdated = here
        self._standing = standing
        self.device.setText(self.tr("This computer: {device}").format(device=device))
        self.offers.show_offers(offers, standing.backend)
        self.source.use_index(standing.index)
        self.build_button.setEnabled(bool(self.offers.cards))
        self._show_standing()
        if outdated is not None and not self._state.is_building:
            words = self.tr("This version of GranView brings newer packages for {backend}: build it again.")
            self.explanation.setText(words.format(backend=outdated.title))
        self._show_building(is_building=self._state.is_building)

    def _measure(self) -> None:
        """How fast packages come now, for the times of all choices."""
        offer, source = self.offers.chosen, self.source.source
        if offer is None or source.folder is not None:
            return
        self.time_button.setEnabled(False)
        self.problem.hide()
        builder = self._application.builder

        def sample() -> tuple[Offer, float | None]:
            whole = builder.completed(offer, source)
            return whole, builder.sample_speed(whole, source)

        self._jobs.start(sample, self._on_speed, self._on_failed)

    def _on_speed(self, sampled: tuple[Offer, float | None]) -> None:
        """Say the times, and the size of what an index was asked for."""
        whole, bytes_per_s = sampled
        self.time_button.setEnabled(True)
        self.offers.show_sampled(whole, bytes_per_s)
        self._fit()

    def _on_changed(self) -> None:
        self._standing = self._state.standing or self._standing
        self._show_standing()
        self._show_building(is_building=False)
        self.build_button.setText(self.tr("Build again"))
        self.close_button.setDefault(True)
        self.close_button.setFocus()

    def _on_failed(self, error: GranViewError) -> None:
        self.time_button.setEnabled(True)
        self._show_building(is_building=self._state.is_building)
        self.problem.setProperty("role", "muted" if isinstance(error, BuildCancelled) else "bad")
        self.problem.style().polish(self.problem)
        self.problem.setText(str(error))
        self.problem.show()
        self._fit()
        self.build_button.setText(self.tr("Try again"))

    def _show_standing(self) -> None:
        """What models run on now, and what can be gone back to."""
        runtime, previous = self._standing.current, self._standing.previous
        self.current.setText(runtime_line(runtime) if runtime else "")
        self.current.setVisible(runtime is not None)
        self.back_button.setText(self.tr("Back to runtime {number}").format(number=previous))
        if self._standing.backend:
            beside = self.tr("Another is built beside it; one click goes back.")
            self.explanation.setText(self._standing.missing or beside)
        else:
            self.explanation.setText(
                self.tr(
                    "Before models can run, this computer needs PyTorch, the program that computes them. It is "
                    "downloaded once. Help › Runtime… changes the choice at any time."
                )
            )

    def _show_building(self, *, is_building: bool) -> None:
        """Either the choices, or how far it is."""
        for part in (self.progress, self.cancel_button):
            part.setVisible(is_building)
        for other in (self.offers, self.source, self.build_button, self.time_button, self.close_button):
            other.setVisible(not is_building)
        self.back_button.setVisible(not is_building and self._standing.previous > 0)
        self._fit()


def _here(application: Application) -> _Here:
    return application.machine.device, application.offers, application.standing(), application.outdated()
