"""Timers that gather what comes in quick succession."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def once(parent: QObject, delay_ms: int, slot: Callable[[], None]) -> QTimer:
    """A timer that calls ``slot`` once, ``delay_ms`` after its last start."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(delay_ms)
    timer.timeout.connect(slot)
    return timer
