"""How long ``torch.compile`` takes. It compiles within the first pass of each new shape, whose time is no latency."""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch._dynamo.callback import CallbackArgs


class CompileClock:
    """Counts compilations of this process, and their seconds.

    Attributes:
        seconds: Of all compilations that have ended.
        count: How many those are.
    """

    def __init__(self) -> None:
        # Every lane imports this module, and torch's compiler takes two seconds: only those that compile wait for it.
        from torch._dynamo.callback import callback_handler

        self.seconds = 0.0
        self.count = 0
        self._started = 0.0
        callback_handler.register_start_callback(self._start)
        callback_handler.register_end_callback(self._end)

    def _start(self, _: "CallbackArgs") -> None:
        self._started = time.perf_counter()

    def _end(self, _: "CallbackArgs") -> None:
        self.seconds += time.perf_counter() - self._started
        self.count += 1
