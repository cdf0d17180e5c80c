"""The dialog of the first start and of Help › Runtime…: the device, what to run models on, how far its build is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from granview.core.errors import BuildCancelled, GranViewError
from granview.gui.background.jobs import Jobs
from granview.gui.first_start.offer_card import OfferCard
from granview.gui.first_start.source_row import SourceRow
from granview.gui.first_start.words import progress_line, runtime_line
from granview.gui.session.runtime_state import RuntimeState
from granview.gui.session.window_memory import WindowMemory
from granview.gui.style.theme import SPACING
from granview.runtime.application import Application
from granview.runtime.backends import Offer
from granview.runtime.progress import BuildProgress, Step

_WIDTH_PX = 620
_LEAST_PX = 260
_FINE = 1000


class RuntimeDialog(QDialog):
    """Blocks nothing but its own window. Closed during a build, it ends that; what is downloaded stays.

    Args:
        state: What is built.
        application: The application.
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
        self.cards: list[OfferCard] = []
        self._has_refusals = False
        self._group = QButtonGroup(self)
        self.device = _label("heading", self.tr("Looking what this computer has …"))
        self.explanation = _label("muted", "")
        self.current = _label("", "")
        self.source = SourceRow(memory, application.chosen_index())
        self.bar = QProgressBar(maximum=_FINE, textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress of the download"))
        self.progress = _label("", "")
        self.details = _label("muted", "")
        self.problem = _label("bad", "")
        self.refusals = _label("muted", "")
        self.why_not = QPushButton()
        self.why_not.setCheckable(True)
        self.why_not.toggled.connect(self._show_refusals)
        self._add_buttons()
        self._lay_out()
        state.progressed.connect(self.show_progress)
        state.changed.connect(self._on_changed)
        state.failed.connect(self._on_failed)
        self._show_current()
        self._show_building(is_building=state.is_building)
        jobs.start(lambda: (application.machine.device, application.offers), self._on_machine, self._on_failed)

    @property
    def chosen(self) -> Offer | None:
        """The offer that is chosen."""
        return next((card.offer for card in self.cards if card.choice.isChecked()), None)

    def build(self) -> None:
        """Begin to build what is chosen."""
        if self.chosen is None:
            return
        self.problem.hide()
        self._state.build(self.chosen, self.source.source)
        self.bar.setRange(0, 0)
        self.progress.setText(self.tr("Asking for the packages …"))
        self._show_building(is_building=True)

    def reject(self) -> None:
        """Close it; a build ends with it."""
        self._state.cancel()
        super().reject()

    def show_progress(self, progress: BuildProgress) -> None:
        """Say how far it is."""
        loading = progress.step is Step.DOWNLOAD and progress.total_bytes > 0
        self.bar.setRange(0, _FINE if loading else 0)
        self.bar.setValue(_FINE * progress.done_bytes // max(progress.total_bytes, 1))
        self.progress.setText(progress_line(progress))
        waits = self.tr("{why} Trying again …").format(why=progress.trouble) if progress.trouble else ""
        self.details.setText(waits or progress.file)

    def _add_buttons(self) -> None:
        role = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox()
        self.build_button = self._button(self.tr("Download and build"), role.AcceptRole, self.build)
        self.build_button.setDefault(True)
        self.build_button.setEnabled(False)
        self.time_button = self._button(self.tr("How long will it take?"), role.ActionRole, self._measure)
        self.time_button.setToolTip(self.tr("Downloads for 2 seconds; what comes is kept"))
        self.back_button = self._button("", role.ActionRole, self._roll_back)
        self.cancel_button = self._button(self.tr("Cancel"), role.ActionRole, self._state.cancel)
        self.close_button = self._button(self.tr("Close"), role.RejectRole, self.reject)

    def _button(self, text: str, role: QDialogButtonBox.ButtonRole, slot: object) -> QPushButton:
        button = self.buttons.addButton(text, role)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(int(1.5 * SPACING))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(SPACING)
        above: tuple[QWidget, ...] = (self.device, self.current, self.explanation)
        below: tuple[QWidget, ...] = (self.refusals, self.source, self.progress, self.bar, self.details, self.problem)
        for part in above:
            layout.addWidget(part)
        layout.addLayout(self._cards)
        layout.addWidget(self.why_not, 0, Qt.AlignmentFlag.AlignLeft)
        for part in below:
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        for part in (self.problem, self.refusals, self.why_not):
            part.hide()
        others = (self.source.index_button, self.source.folder_button, self.why_not, *self.buttons.buttons())
        for button in others:
            if isinstance(button, QPushButton) and button is not self.build_button:
                button.setAutoDefault(False)
        self._fit()

    def _on_machine(self, machine: tuple[str, Sequence[Offer]]) -> None:
        """What this computer has, and what can be built: those that cannot stand last."""
        device, offers = machine
        self.device.setText(self.tr("This computer: {device}").format(device=device))
        preferred = self._application.chosen_backend()
        refused = [offer for offer in offers if offer.refusal]
        self.refusals.setText("\n\n".join(offer.refusal for offer in refused))
        self.why_not.setText(self.tr("Why not {names}?").format(names=", ".join(each.title for each in refused)))
        for offer in sorted((each for each in offers if not each.refusal), key=lambda offer: not offer.is_recommended):
            card = OfferCard(offer)
            self._group.addButton(card.choice)
            self._cards.addWidget(card)
            self.cards.append(card)
            wanted = offer.backend == preferred if preferred else offer.is_recommended
            card.choice.setChecked(wanted)
        self._has_refusals = bool(refused)
        self.build_button.setEnabled(bool(self.cards))
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus()
        self._show_building(is_building=self._state.is_building)
        outdated = self._application.outdated()
        if outdated is not None and not self._state.is_building:
            words = self.tr("This version of GranView brings newer packages for {backend}: build it again.")
            self.explanation.setText(words.format(backend=outdated.title))
        self._fit()

    def _show_refusals(self, shown: bool) -> None:
        """Say why some builds cannot be made here."""
        self.refusals.setVisible(shown)
        self._fit()

    def _fit(self) -> None:
        """As high as what it shows."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(_WIDTH_PX, max(layout.totalHeightForWidth(_WIDTH_PX), _LEAST_PX))

    def _measure(self) -> None:
        """How fast packages come now, for the times of all choices."""
        offer, source = self.chosen, self.source.source
        if offer is None or source.folder is not None:
            return
        self.time_button.setEnabled(False)
        self.problem.hide()
        builder = self._application.builder
        self._jobs.start(lambda: builder.sample_speed(offer, source), self._on_speed, self._on_failed)

    def _on_speed(self, bytes_per_s: float | None) -> None:
        self.time_button.setEnabled(True)
        for card in self.cards:
            card.set_speed(bytes_per_s)

    def _roll_back(self) -> None:
        try:
            self._state.roll_back()
        except GranViewError as error:
            self._on_failed(error)

    def _on_changed(self) -> None:
        self._show_current()
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

    def _show_current(self) -> None:
        """What models run on now, and what can be gone back to."""
        runtime = self._application.current()
        self.current.setText(runtime_line(runtime) if runtime else "")
        self.current.setVisible(runtime is not None)
        self.explanation.setText(self._state.missing or self.tr("Another is built beside it; one click goes back."))
        if not self._application.chosen_backend():
            self.explanation.setText(
                self.tr(
                    "Models run on PyTorch, which is built here once. Choose for what; it can be changed at any time "
                    "in Help › Runtime…"
                )
            )
        previous = _previous(self._application)
        self.back_button.setVisible(previous > 0 and not self._state.is_building)
        self.back_button.setText(self.tr("Back to runtime {number}").format(number=previous))

    def _show_building(self, *, is_building: bool) -> None:
        """Either the choices, or how far it is."""
        during: tuple[QWidget, ...] = (self.bar, self.progress, self.details, self.cancel_button)
        before = (self.source, self.build_button, self.time_button, self.close_button, *self.cards)
        for part in during:
            part.setVisible(is_building)
        for other in before:
            other.setVisible(not is_building)
        self.why_not.setVisible(not is_building and self._has_refusals)
        self.refusals.setVisible(not is_building and self.why_not.isChecked())
        self.back_button.setVisible(not is_building and _previous(self._application) > 0)
        self._fit()


def _previous(application: Application) -> int:
    try:
        return application.installed.pointer.previous
    except GranViewError:
        return 0


def _label(role: str, text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setProperty("role", role)
    return label
