"""Signals that ask the program to end, as Qt signals: while Qt waits, Python sees none."""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from granview.core.ending_signals import ending_signals


class EndingSignals(QObject):
    """Listens for them. A second one ends the process at once, as the system does; sessions survive that."""

    asked = Signal(int)
    """A signal of this number asks the program to end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = {number: signal.getsignal(number) for number in ending_signals()}
        self._near, self._far = socket.socketpair()
        for end in (self._near, self._far):
            end.setblocking(False)
        self._old_wakeup = signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        for number in self._before:
            signal.signal(number, _noted)
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)

    def close(self) -> None:
        """Listen no more; signals do what they did before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old_wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._near.close()
        self._far.close()

    def _on_woken(self) -> None:
        for number in self._near.recv(64):
            if number in self._before:
                for other in self._before:
                    signal.signal(other, signal.SIG_DFL)
                self.asked.emit(number)
                return


def _noted(number: int, frame: FrameType | None) -> None:
    """Only what has a handler wakes Qt."""
