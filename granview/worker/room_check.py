"""Whether a pass fits into memory, before it runs: on a CPU the system would kill the process without a word."""

from collections.abc import Hashable

from granview.core.errors import MemoryExhausted
from granview.core.memory_words import gigabytes
from granview.models.adapter import AnyAdapter
from granview.models.exhausted_memory import HINT
from granview.worker.batch import Batch
from granview.worker.peak_memory import peak_rss_mb, rss_mb


class RoomCheck:
    """Asks the adapter once for each shape of batch, and corrects what it says by what passes really took.

    Attributes:
        correction: How many times the forecast a pass has really taken; at least 1.
    """

    def __init__(self, adapter: AnyAdapter) -> None:
        self.correction = 1.0
        self._adapter = adapter
        self._forecasts: dict[Hashable, int | None] = {}
        self._before_mb: float | None = None
        self._peak_before_mb: float | None = None

    def refuse_too_large(self, batch: Batch) -> None:
        """Refuse a batch whose pass would take more than is free; nothing of it has run then.

        Small parts of the batch may be run for it, outside of what is timed.

        Raises:
            MemoryExhausted: it would.
        """
        free = self._adapter.free_memory_bytes()
        if free is None:
            return
        if batch.key not in self._forecasts:
            self._forecasts[batch.key] = self._adapter.forecast_bytes(batch.data, free)
        self._before_mb, self._peak_before_mb = rss_mb(), peak_rss_mb()
        forecast = self._forecasts[batch.key]
        if forecast is not None and forecast * self.correction > free:
            needed = gigabytes(forecast * self.correction)
            raise MemoryExhausted(
                f"This pass would take about {needed} of memory, and {gigabytes(free)} are free: it was not run.", HINT
            )

    def learn(self, batch: Batch) -> None:
        """Compare what a pass that has just run took with its forecast, where it was this process's largest so far."""
        forecast, before, peak = self._forecasts.get(batch.key), self._before_mb, peak_rss_mb()
        if not forecast or before is None or peak is None or self._peak_before_mb is None:
            return
        if peak > self._peak_before_mb:  # else the peak is an earlier one, such as that of loading
            self.correction = max(self.correction, (peak - before) * 1e6 / forecast)
