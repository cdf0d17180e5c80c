"""What the lane has cost: operations, memory, energy; None for what cannot be measured here."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

from granview.core.measurements import Cost
from granview.models.adapter import AnyAdapter
from granview.worker.energy import EnergyCounter, energy_counter
from granview.worker.peak_memory import peak_rss_mb


class CostMeter:
    """Gathers the cost of one adapter's lane."""

    def __init__(self, adapter: AnyAdapter) -> None:
        self._adapter = adapter
        self._flops: int | None = None
        self._flops_input: str | None = None
        self._counter: EnergyCounter | None = energy_counter(adapter.facts.device)
        self._energy_j: float | None = None if self._counter is None else 0.0
        self._last_j = 0.0

    def count_flops(self, data: Any) -> None:
        """Count the operations of one sample's forward pass; runs the model once."""
        flops = self._adapter.count_flops(data)
        if flops is not None:
            self._flops, self._flops_input = flops, _shape_of_one(data)

    @contextmanager
    def energy(self) -> Iterator[None]:
        """Add what the GPU uses during the block, which has the GPU to itself as far as GranView goes."""
        if self._counter is None or self._energy_j is None:
            yield
            return
        before_j = self._counter.read_j()
        yield
        self._last_j = self._counter.read_j() - before_j
        self._energy_j += self._last_j

    def forget_pass(self) -> None:
        """Take back what the last pass has used: it prepared the model, and is run again."""
        if self._energy_j is not None:
            self._energy_j -= self._last_j
            self._last_j = 0.0

    def cost(self) -> Cost:
        """What the lane has cost so far; nothing, where no model runs."""
        if not self._adapter.is_measured:
            return Cost()
        return msgspec.structs.replace(
            self._adapter.measured_cost(),
            flops=self._flops,
            flops_input=self._flops_input,
            peak_rss_mb=peak_rss_mb(),
            energy_j=self._energy_j,
        )


def _shape_of_one(data: Any) -> str | None:
    """The shape of one sample in a batch, such as ``1x3x512x512``; None where the batch has no one shape."""
    shape = getattr(data, "shape", None)
    return None if shape is None else "x".join(str(int(n)) for n in (1, *shape[1:]))
