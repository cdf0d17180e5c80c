"""How far a build is, and how long it will still take."""

import time
from collections import deque
from collections.abc import Callable
from enum import Enum
from typing import Final

import msgspec

_WINDOW_S: Final = 8.0
_LEAST_S: Final = 0.5
"""A speed over less time than this is none."""


class Step(Enum):
    """What is being done."""

    DOWNLOAD = "download"
    UNPACK = "unpack"
    TEST = "test"


class BuildProgress(msgspec.Struct, frozen=True):
    """How far it is.

    Attributes:
        step: What is being done.
        done_bytes: So much is downloaded.
        total_bytes: So much will have been.
        bytes_per_s: How fast it comes now; None while that is not known.
        file: The file that is being downloaded; empty in other steps.
        trouble: Why it waits before it goes on, as a sentence; empty where it does not wait.
    """

    step: Step
    done_bytes: int = 0
    total_bytes: int = 0
    bytes_per_s: float | None = None
    file: str = ""
    trouble: str = ""

    @property
    def remaining_s(self) -> float | None:
        """How long the download still takes at this speed; None while that is not known."""
        return (self.total_bytes - self.done_bytes) / self.bytes_per_s if self.bytes_per_s else None


OnProgress = Callable[[BuildProgress], None]
IsCancelled = Callable[[], bool]


class SpeedMeter:
    """How fast bytes came in the last seconds.

    Args:
        clock: Seconds that never go back.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._marks: deque[tuple[float, int]] = deque([(clock(), 0)])
        self._amount = 0

    def add(self, amount: int) -> None:
        """So many bytes more have come."""
        now = self._clock()
        self._amount += amount
        self._marks.append((now, self._amount))
        while now - self._marks[0][0] > _WINDOW_S and len(self._marks) > 2:
            self._marks.popleft()

    @property
    def bytes_per_s(self) -> float | None:
        """The speed; None while too little time has passed."""
        (first, before), (last, after) = self._marks[0], self._marks[-1]
        return (after - before) / (last - first) if last - first >= _LEAST_S else None
