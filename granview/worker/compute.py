"""Forward passes: each with the device to itself, synchronised, timed, after a warm-up that is not."""

from collections.abc import Callable, Iterator
from typing import Any

from granview.core.messages import Log
from granview.models.base import Adapter
from granview.worker.batch import Batch, Computed, Stopwatch
from granview.worker.cost import CostMeter
from granview.worker.inbox import Inbox
from granview.worker.outbox import Outbox
from granview.worker.prefetch import preprocess
from granview.worker.turn import DeviceTurn


class Compute:
    """Runs batches.

    The lane's first batch runs once before it is timed: operations are counted in that pass, which also warms the model
    up at a real shape. A compiled model is warmed up for each new shape, since it is compiled anew for it.
    """

    def __init__(
        self, adapter: Adapter, compiled: bool, inbox: Inbox, outbox: Outbox, turn: DeviceTurn, meter: CostMeter
    ) -> None:
        self._adapter = adapter
        self._compiled = compiled
        self._inbox = inbox
        self._outbox = outbox
        self._turn = turn
        self._meter = meter
        self._warm: set[Any] = set()

    def work(self, get: Callable[[], Batch], put: Callable[[Computed], None]) -> None:
        """Run batches for ever."""
        while True:
            for computed in self._run(get()):
                put(computed)

    def _run(self, batch: Batch) -> Iterator[Computed]:
        """A batch in one pass; where that fails, its samples one by one, so that one of them spoils no other."""
        if all(self._inbox.cancelled(item.request) for item in batch.items):
            return
        try:
            yield self._pass(batch)
        except Exception as error:  # noqa: BLE001  whatever a model's code raises is told to the user
            if len(batch.items) == 1:
                self._outbox.fail(batch.items[0].request, error, "be run")
                return
            yield from self._one_by_one(batch, error)

    def _one_by_one(self, batch: Batch, error: Exception) -> Iterator[Computed]:
        text = f"A batch of {len(batch.items)} failed ({error}), and was run one by one."
        self._outbox.send(Log("warning", text))
        for item in batch.items:
            try:
                computed = self._pass(preprocess(self._adapter, [item]))
            except Exception as own_error:  # noqa: BLE001  whatever a model's code raises is told to the user
                self._outbox.fail(item.request, own_error, "be run")
            else:
                yield Computed(computed.batch, computed.output, computed.forward_ms, (text,))

    def _pass(self, batch: Batch) -> Computed:
        with self._turn:
            self._warm_up(batch)
            with self._meter.energy(), Stopwatch() as watch:
                output = self._adapter.forward(batch.data)
                self._adapter.synchronize()
        return Computed(batch, output, watch.ms)

    def _warm_up(self, batch: Batch) -> None:
        if batch.key in self._warm or (self._warm and not self._compiled):
            return
        counted = self._count(batch)
        if self._compiled or not counted:
            self._adapter.forward(batch.data)
        self._adapter.synchronize()
        self._warm.add(batch.key)

    def _count(self, batch: Batch) -> bool:
        """Count operations, once; whether that ran the model."""
        if self._warm:
            return False
        try:
            self._meter.count_flops(batch.data)
        except Exception as error:  # noqa: BLE001  a model that cannot be counted can still be run
            self._outbox.send(Log("warning", f"Operations cannot be counted: {error}"))
            return False
        return True
