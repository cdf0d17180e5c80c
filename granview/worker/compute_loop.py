"""From batches of model input to what the model makes of them, one pass after another."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NoReturn

from granview.core.messages import Log
from granview.core.readable_errors import first_line
from granview.core.resilient_loops import serve_jobs
from granview.models.adapter import AnyAdapter
from granview.worker.batch import Batch, ComputedBatch, PredictedBatch
from granview.worker.outbox import Outbox
from granview.worker.passes import Passes
from granview.worker.prefetch_loop import preprocess


class ComputeLoop:
    """Runs batches; where a pass of several samples fails, they run one by one, so that one of them spoils no other."""

    def __init__(self, adapter: AnyAdapter, outbox: Outbox, passes: Passes) -> None:
        self._adapter = adapter
        self._outbox = outbox
        self._passes = passes

    def work(self, get: Callable[[], Batch], put: Callable[[ComputedBatch | PredictedBatch], None]) -> NoReturn:
        """Run batches for ever."""
        serve_jobs(get, lambda batch: self._run_into(batch, put), self._fail)

    def _run_into(self, batch: Batch, put: Callable[[ComputedBatch | PredictedBatch], None]) -> None:
        for computed in self._run(batch):
            put(computed)

    def _fail(self, batch: Batch, error: BaseException) -> None:
        for item in batch.items:
            self._outbox.fail(item.request, error, "be run")

    def _run(self, batch: Batch) -> Iterator[ComputedBatch | PredictedBatch]:
        try:
            computed = self._passes.run(batch)
        except BaseException as error:  # noqa: BLE001  whatever a model's code raises is told to the user
            if len(batch.decoded) == 1:
                self._outbox.fail(batch.items[0].request, error, "be run")
                return
            words = f"A batch of {len(batch.decoded)} failed, and was run one by one: {first_line(error)}."
        else:
            if computed is not None:
                yield computed
            return
        yield from self._one_by_one(batch, words)

    def _one_by_one(self, batch: Batch, words: str) -> Iterator[ComputedBatch | PredictedBatch]:
        self._outbox.send(Log("warning", words))
        for decoded in batch.decoded:
            try:
                computed = self._passes.run(preprocess(self._adapter, [decoded]))
            except BaseException as error:  # noqa: BLE001  whatever a model's code raises is told to the user
                self._outbox.fail(decoded.item.request, error, "be run")
            else:
                if computed is not None:
                    yield replace(computed, notices=(words,))
