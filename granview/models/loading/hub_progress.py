"""The hub client's progress bars, as a fraction of all bytes instead of text on a terminal."""

import io
from collections.abc import Callable
from typing import Any

from tqdm import tqdm  # type: ignore[import-untyped, unused-ignore]


def byte_counter(total_bytes: int, report: Callable[[float], None]) -> type[Any]:
    """A progress bar class that prints nothing, and reports the share of ``total_bytes`` that has arrived.

    Args:
        total_bytes: All bytes wanted; 0 where that is not known, and then nothing is reported.
        report: Called with 0 to 1, each time with more than before.
    """
    furthest = 0.0

    class ByteCounter(tqdm):  # type: ignore[misc]
        monitor_interval = 0

        def __init__(self, *args: Any, **options: Any) -> None:
            options.update(file=io.StringIO(), disable=False)
            options.pop("name", None)
            super().__init__(*args, **options)

        def update(self, n: float | None = 1) -> bool | None:
            nonlocal furthest
            drawn: bool | None = super().update(n)
            share = min(1.0, self.n / total_bytes) if total_bytes and self.unit == "B" else 0.0
            if share > furthest:
                furthest = share
                report(share)
            return drawn

    return ByteCounter
