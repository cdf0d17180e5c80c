"""Where a plot goes: an explanation until there is something to plot, then the plot, loaded off the window's thread."""

import importlib
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from granview.gui.background.jobs import Jobs
from granview.gui.widgets.accessible_names import name_controls
from granview.gui.widgets.hint import Hint


class Plot(QWidget):
    """A widget with a plot in it."""

    def dispose(self) -> None:
        """Take it apart; it is not used again."""
        raise NotImplementedError


P = TypeVar("P", bound=Plot)


class PlotHost(QWidget, Generic[P]):
    """Makes the plot when it is first needed.

    Args:
        module: Name of the module to import for it; that may take half a second, so a thread does it.
        make: Makes the plot, once the module is there.
        jobs: The thread.
        explanation: Shown until then.
    """

    def __init__(self, module: str, make: Callable[[], P], jobs: Jobs, explanation: str) -> None:
        super().__init__()
        self._module = module
        self._make = make
        self._jobs = jobs
        self._loading = False
        self._is_disposed = False
        self._waiting: Callable[[P], None] | None = None
        self.plot: P | None = None
        self.hint = Hint(explanation)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def explain(self, text: str) -> None:
        """Show a sentence instead of the plot."""
        self._waiting = None
        self.hint.setText(text)
        self._stack.setCurrentIndex(0)

    def fill(self, act: Callable[[P], None]) -> None:
        """Do something with the plot and show it; the latest act wins while it is being loaded."""
        if self._is_disposed:
            return
        if self.plot is not None:
            act(self.plot)
            self._stack.setCurrentWidget(self.plot)
            return
        self._waiting = act
        if not self._loading:
            self._loading = True
            self._jobs.start(lambda: importlib.import_module(self._module), self._on_loaded)

    def dispose(self) -> None:
        """Take the plot apart: Qt, left to itself, would do so in an order that pyqtgraph does not survive."""
        self._is_disposed = True
        self.explain(self.hint.text())
        if self.plot is not None:
            self.plot.dispose()
            self.plot = None

    def _on_loaded(self, _: object) -> None:
        if self._is_disposed:
            return
        self.plot = self._make()
        self._stack.addWidget(self.plot)
        name_controls(self.plot)
        if self._waiting is not None:
            self.fill(self._waiting)
