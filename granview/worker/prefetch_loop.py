"""Samples to model input, while the batch before is computed."""

from collections.abc import Callable, Sequence
from typing import NoReturn

from granview.core.resilient_loops import serve_jobs
from granview.models.adapter import AnyAdapter
from granview.worker.batch import Batch, DecodedSample
from granview.worker.request_reader import RequestReader
from granview.worker.sample_kind import Batcher
from granview.worker.stopwatch import Stopwatch


class PrefetchLoop:
    """Makes batches of what is gathered."""

    def __init__(self, adapter: AnyAdapter, reader: RequestReader, batcher: Batcher) -> None:
        self._adapter = adapter
        self._reader = reader
        self._batcher = batcher

    def work(self, put: Callable[[Batch], None]) -> NoReturn:
        """Make batches for ever."""
        serve_jobs(self._batcher.next_batch, lambda batched: self._make(batched, put), self._refuse)

    def _make(self, batched: list[DecodedSample], put: Callable[[Batch], None]) -> None:
        """Make what was gathered into batches; mostly that is one."""
        for batch in self._preprocessed([decoded for decoded in batched if not self._reader.cancelled(decoded)]):
            put(batch)

    def _preprocessed(self, wanted: list[DecodedSample]) -> list[Batch]:
        """One batch; without those that cannot be prepared, which are answered; each alone where they fail together."""
        if not wanted:
            return []
        try:
            return [preprocess(self._adapter, wanted)]
        except BaseException as error:  # noqa: BLE001  whatever goes wrong is the samples' answer
            if len(wanted) == 1:
                self._reader.refuse(wanted[0], error)
                return []
        sound = [decoded for decoded in wanted if self._is_sound(decoded)]
        if len(sound) < len(wanted):
            return self._preprocessed(sound)
        return [batch for decoded in sound for batch in self._preprocessed([decoded])]

    def _is_sound(self, decoded: DecodedSample) -> bool:
        """Whether a sample can be prepared on its own; one that cannot is answered, and spoils no other."""
        try:
            preprocess(self._adapter, [decoded])
        except BaseException as error:  # noqa: BLE001  whatever goes wrong is the sample's answer
            self._reader.refuse(decoded, error)
            return False
        return True

    def _refuse(self, batched: list[DecodedSample], error: BaseException) -> None:
        for decoded in batched:
            self._reader.refuse(decoded, error)


def preprocess(adapter: AnyAdapter, batched: Sequence[DecodedSample]) -> Batch:
    """Samples as one batch of model input."""
    with Stopwatch() as watch:
        data = adapter.preprocess([decoded.sample_input for decoded in batched], batched[0].item.request.params)
    key = (adapter.batch_key(batched[0].item.subject), len(batched))
    return Batch(batched, key, data, watch.ms)
