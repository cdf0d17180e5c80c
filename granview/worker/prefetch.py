"""Files to model input, while the batch before is computed."""

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Final

import msgspec

from granview.core.messages import Request, Started
from granview.io.hashing import sha256_file
from granview.io.images import read_image
from granview.models.base import Adapter
from granview.worker.batch import Batch, Item, Stopwatch
from granview.worker.inbox import Inbox
from granview.worker.outbox import Outbox

_FILL_S: Final = 0.05
"""How long a batch that is not full waits for a further request that is still on its way."""


class Prefetch:
    """Makes batches of neighbouring requests whose samples fit into one forward pass; their order is kept."""

    def __init__(self, adapter: Adapter, batch_size: int, inbox: Inbox, outbox: Outbox) -> None:
        self._adapter = adapter
        self._batch_size = batch_size
        self._inbox = inbox
        self._outbox = outbox
        self._carried: Item | None = None

    def work(self, put: Callable[[Batch], None]) -> None:
        """Make batches for ever."""
        while True:
            items = self._gather()
            if items and (batch := self._preprocessed(items)) is not None:
                put(batch)

    def _gather(self) -> list[Item]:
        """The samples of the next batch; one that does not fit in is carried over to the one after."""
        first = self._carried or self._next(None)
        self._carried = None
        items = [first] if first is not None else []
        while items and len(items) < self._batch_size:
            item = self._next(_FILL_S)
            if item is None:
                break
            if self._key(item) != self._key(items[0]):
                self._carried = item
                break
            items.append(item)
        return items

    def _next(self, timeout_s: float | None) -> Item | None:
        """The next sample that can be decoded; None when no request came in time, or it was answered with a failure."""
        request = self._inbox.take(timeout_s)
        if request is None:
            return None
        self._outbox.send(Started((request.id,)))
        try:
            return _decoded(request)
        except Exception as error:  # noqa: BLE001  whatever goes wrong is the sample's answer
            self._outbox.fail(request, error, "be read")
            return None

    def _key(self, item: Item) -> tuple[Hashable, bytes]:
        """Equal for samples that may share a batch: the adapter's key, and what is to be computed."""
        return self._adapter.batch_key(*item.size), msgspec.msgpack.encode(item.request.params)

    def _preprocessed(self, items: list[Item]) -> Batch | None:
        items = [item for item in items if not self._inbox.cancelled(item.request)]
        if not items:
            return None
        try:
            return preprocess(self._adapter, items)
        except Exception as error:  # noqa: BLE001  whatever goes wrong is the samples' answer
            for item in items:
                self._outbox.fail(item.request, error, "be preprocessed")
            return None


def preprocess(adapter: Adapter, items: list[Item]) -> Batch:
    """Samples as one batch of model input."""
    with Stopwatch() as watch:
        data = adapter.preprocess([item.pixels for item in items])
    return Batch(items, (adapter.batch_key(*items[0].size), len(items)), data, watch.ms)


def _decoded(request: Request) -> Item:
    path = Path(request.sample.path)
    with Stopwatch() as watch:
        decoded = read_image(path)
    sample = msgspec.structs.replace(request.sample, sha256=sha256_file(path), size_bytes=path.stat().st_size)
    return Item(request, sample, decoded.pixels, watch.ms, decoded.notices)
