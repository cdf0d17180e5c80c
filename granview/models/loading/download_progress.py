"""How much of a download has arrived, told as it grows."""

import io
import threading
from collections.abc import Callable
from typing import Any, Final

from tqdm import tqdm  # type: ignore[import-untyped, unused-ignore]

_STEP: Final = 0.002
"""Smaller steps are not told: each is a message to the program."""


class DownloadProgress:
    """Reports the share of all bytes that is there, each time with more than before.

    Args:
        total_bytes: All bytes wanted; 0 where that is not known, and then nothing is reported.
        report: Called with 0 to 1.
    """

    def __init__(self, total_bytes: int, report: Callable[[float], None]) -> None:
        self._total_bytes = total_bytes
        self._report = report
        self._furthest = 0.0
        self.whole_bytes = 0

    def tell(self, more_bytes: float) -> None:
        """So many bytes are there besides those of ``whole_bytes``, which are the files that are complete."""
        share = min(1.0, (self.whole_bytes + more_bytes) / self._total_bytes) if self._total_bytes else 0.0
        if share >= self._furthest + _STEP or (share == 1.0 > self._furthest):
            self._furthest = share
            self._report(share)

    def bar_class(self) -> type[Any]:
        """A progress bar class for the hub client that prints nothing, and tells what it counts."""
        tell = self.tell

        class ByteCounter(tqdm):  # type: ignore[misc]
            monitor_interval = 0

            def __init__(self, *args: Any, **options: Any) -> None:
                options.update(file=io.StringIO(), disable=False)
                options.pop("name", None)
                super().__init__(*args, **options)

            def update(self, n: float | None = 1) -> bool | None:
                drawn: bool | None = super().update(n)
                if self.unit == "B":
                    tell(self.n)
                return drawn

        # tqdm's own lock is one between processes, which a process that ends at once would leave to the system.
        ByteCounter.set_lock(threading.RLock())
        return ByteCounter
