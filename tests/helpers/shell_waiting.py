"""Letting the event loop run until something holds."""

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication


def until(app: QApplication, condition: Callable[[], object], timeout_s: float = 20.0) -> None:
    """Process events until the condition holds; fails when it does not come to hold."""
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline, "it did not come to hold"
        app.processEvents()
        time.sleep(0.001)
