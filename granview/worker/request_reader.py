"""Requests to samples that were read; what cannot be read is answered at once."""

from collections.abc import Callable, Hashable, Sequence

import msgspec

from granview.core.messages import Request, Started
from granview.models.adapter import AnyAdapter
from granview.worker.batch import DecodedSample, SampleInfo
from granview.worker.outbox import Outbox
from granview.worker.request_queue import RequestQueue

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
