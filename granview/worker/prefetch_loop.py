"""Requests to model input, while the batch before is computed: taken, read, gathered, preprocessed."""

from collections.abc import Callable, Hashable, Sequence
from typing import NoReturn, Protocol

import msgspec

from granview.core.messages import Request, Started
from granview.core.resilient_loops import serve_jobs
from granview.models.adapter import AnyAdapter
from granview.worker.batch import Batch, DecodedSample, SampleInfo
from granview.worker.outbox import Outbox
from granview.worker.request_queue import RequestQueue
from granview.worker.stopwatch import Stopwatch

Key = tuple[Hashable, bytes]

ReadSample = Callable[[Request], DecodedSample]
"""Reads the sample of a request, which must be what the lane's model takes."""


class RequestReader:
    """Takes requests from the inbox, and reads their samples.

    Args:
        adapter: Says which samples may share a batch.
        read: Reads the sample of a request, as ``read_sample`` does.
        inbox: Where requests come from.
        outbox: Where failures go.
    """

    def __init__(self, adapter: AnyAdapter, read: ReadSample, inbox: RequestQueue, outbox: Outbox) -> None:
        self._adapter = adapter
        self._read_sample = read
        self._inbox = inbox
        self._outbox = outbox

    def next(self, timeout_s: float | None, *, begin: bool = False) -> DecodedSample | None:
        """The next sample that can be read; None when no request came in time, or it was answered with a failure.

        With ``begin`` the engine is told that it is being worked on, before it is read: a decoder that brings the
        process down is then known to have met this sample.
        """
        request = self._inbox.take(timeout_s)
        if request is None:
            return None
        if begin:
            self._outbox.send(Started((request.id,)))
        return self._read(request)

    def waiting(self) -> bool:
        """Whether a request is there."""
        return self._inbox.waiting()

    def cancelled(self, decoded: DecodedSample) -> bool:
        """Whether nobody wants the sample any more."""
        return self._inbox.cancelled(decoded.item.request)

    def begin(self, batched: Sequence[DecodedSample]) -> None:
        """Tell the engine that these samples are being worked on."""
        self._outbox.send(Started(tuple(decoded.item.request.id for decoded in batched)))

    def key(self, item: SampleInfo) -> Key:
        """Equal for samples that may share a batch: the adapter's key, and what is to be computed."""
        return self._adapter.batch_key(item.subject), msgspec.msgpack.encode(item.request.params)

    def length(self, decoded: DecodedSample) -> int:
        """How long the sample is to the model."""
        return self._adapter.length(decoded.sample_input)

    def refuse(self, decoded: DecodedSample, error: BaseException) -> None:
        """Answer a sample that cannot be prepared."""
        self._outbox.fail(decoded.item.request, error, "be preprocessed")

    def _read(self, request: Request) -> DecodedSample | None:
        try:
            return self._read_sample(request)
        except BaseException as error:  # noqa: BLE001  whatever goes wrong is the sample's answer
            self._outbox.fail(request, error, "be read")
            return None


class Batcher(Protocol):
    """Chooses which samples share a forward pass."""

    def next_batch(self) -> list[DecodedSample]:
        """The samples of the next batch, waiting for a first one; empty when it was answered otherwise."""
        ...


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
