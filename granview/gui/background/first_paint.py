"""Waiting until a window has been painted, so that nothing that can come later makes the user wait for it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from granview.gui.background.timers import once

_PATIENCE_MS: Final = 1_000
"""A window that is not painted, such as a minimised one, is waited for no longer."""


class FirstPaint(QObject):
    """Calls something once, in a turn of the event loop of its own, after a widget was painted for the first time."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._then = then
        self._painted = once(self, 0, self._on_painted)
        self._patience = once(self, _PATIENCE_MS, self._on_painted)
        widget.installEventFilter(self)
        self._patience.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice the paint event."""
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            self._painted.start()
        return False

    def _on_painted(self) -> None:
        self._painted.stop()
        self._patience.stop()
        self._widget.removeEventFilter(self)
        self._then()
