"""Beside a grey Run: why it is grey, and the one click that mends it, unless the start page has a button for that."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from granview.gui.background.timers import once
from granview.gui.model.comparison import ComparisonModel
from granview.gui.session.document import Document
from granview.gui.start.run_reasons import RunReason, RunState, reason_for
from granview.gui.style.theme import SPACING
from granview.gui.widgets.action_set import ActionSet


class ReasonLine(QWidget):
    """Needed while Run cannot be pressed.

    Args:
        model: The comparison.
        document: Its session.
        actions: The acts that mend.
        has_runtime: Whether what models run on is installed.
    """

    needed = Signal(bool)
    """Whether there is a reason, so that this is to be seen."""

    def __init__(
        self,
        model: ComparisonModel,
        document: Document,
        actions: ActionSet,
        has_runtime: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._document = document
        self._actions = actions
        self._has_runtime = has_runtime
        self._awaits_samples = False
        self.reason: RunReason | None = None
        self.words = QLabel()
        self.words.setProperty("role", "muted")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self.button.clicked.connect(self._mend)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACING, 0, 0, 0)
        layout.setSpacing(SPACING)
        layout.addWidget(self.words)
        layout.addWidget(self.button)
        self._soon = once(self, 0, self.refresh)
        for signal in (model.samples.changed, model.lanes.changed, document.replaced, document.renamed, model.loaded):
            signal.connect(self._on_changed)
        self.refresh()

    def await_samples(self, on: bool) -> None:
        """Keep silent while samples are on their way."""
        self._awaits_samples = on
        self.refresh()

    def refresh(self) -> None:
        """Say what is so now."""
        is_read_only, has_runtime = self._document.is_read_only, self._has_runtime()
        state = RunState.of(self._model, is_read_only=is_read_only, has_runtime=has_runtime)
        self.reason = None if self._awaits_samples else reason_for(state)
        if self.reason is not None:
            self.words.setText(self.reason.words)
            self.button.setText(self.reason.label)
            is_offered = self.reason.act in self._actions.names()
            self.button.setVisible(is_offered and not self.reason.is_on_page)
            self.button.setToolTip(self._actions[self.reason.act].toolTip() if is_offered else "")
            self.button.setAccessibleDescription(self.reason.words)
        self.needed.emit(self.reason is not None)

    def _on_changed(self, *_: object) -> None:
        self._soon.start()

    def _mend(self) -> None:
        if self.reason is not None:
            self._actions[self.reason.act].trigger()
