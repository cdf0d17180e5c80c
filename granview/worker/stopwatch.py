"""Wall time of a block."""

import time
from dataclasses import dataclass, field


@dataclass
class Stopwatch:
    """``with Stopwatch() as watch:`` measures wall time into ``watch.ms``.

    Attributes:
        ms: Milliseconds of the block, once it is left.
    """

    ms: float = 0.0
    _started: float = field(default=0.0, repr=False)

    def __enter__(self) -> "Stopwatch":
        self._started = time.perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.ms = (time.perf_counter() - self._started) * 1000
