"""Files to model input, while the batch before is computed."""

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Final

import msgspec

from granview.core.messages import Request, Started
from granview.core.text import TextInput
from granview.io.hashing import sha256_file
from granview.io.images import read_image
from granview.io.texts import read_text
from granview.models.base import AnyAdapter
from granview.worker.batch import Batch, Decoded, Item, Stopwatch
from granview.worker.inbox import Inbox
from granview.worker.outbox import Outbox

_FILL_S: Final = 0.05
"""How long a batch that is not full waits for a further request that is still on its way."""


class Prefetch:
    """Makes batches of neighbouring requests whose samples fit into one forward pass; their order is kept."""

    def __init__(self, adapter: AnyAdapter, batch_size: int, inbox: Inbox, outbox: Outbox) -> None:
        self._adapter = adapter
        self._batch_size = batch_size
        self._inbox = inbox
        self._outbox = outbox
        self._carried: Decoded | None = None

    def work(self, put: Callable[[Batch], None]) -> None:
        """Make batches for ever."""
        while True:
            self._make_one(put)

    def _make_one(self, put: Callable[[Batch], None]) -> None:
        """Make a batch, and hold on to nothing of it."""
        gathered = self._gather()
        if gathered and (batch := self._preprocessed(gathered)) is not None:
            del gathered
            put(batch)

    def _gather(self) -> list[Decoded]:
        """The samples of the next batch; one that does not fit in is carried over to the one after."""
        first = self._carried or self._next(None)
        self._carried = None
        gathered = [first] if first is not None else []
        while gathered and len(gathered) < self._batch_size:
            decoded = self._next(_FILL_S)
            if decoded is None:
                break
            if self._key(decoded.item) != self._key(gathered[0].item):
                self._carried = decoded
                break
            gathered.append(decoded)
        return gathered

    def _next(self, timeout_s: float | None) -> Decoded | None:
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
        return self._adapter.batch_key(item.subject), msgspec.msgpack.encode(item.request.params)

    def _preprocessed(self, gathered: list[Decoded]) -> Batch | None:
        wanted = [decoded for decoded in gathered if not self._inbox.cancelled(decoded.item.request)]
        if not wanted:
            return None
        try:
            return preprocess(self._adapter, wanted)
        except Exception as error:  # noqa: BLE001  whatever goes wrong is the samples' answer
            for decoded in wanted:
                self._outbox.fail(decoded.item.request, error, "be preprocessed")
            return None


def preprocess(adapter: AnyAdapter, gathered: Sequence[Decoded]) -> Batch:
    """Samples as one batch of model input."""
    with Stopwatch() as watch:
        data = adapter.preprocess([decoded.given for decoded in gathered], gathered[0].item.request.params)
    key = (adapter.batch_key(gathered[0].item.subject), len(gathered))
    return Batch(gathered, key, data, watch.ms)


def _decoded(request: Request) -> Decoded:
    return _read_text(request) if request.sample.kind == "text" else _read_picture(request)


def _read_picture(request: Request) -> Decoded:
    path = Path(request.sample.path)
    with Stopwatch() as watch:
        decoded = read_image(path)
    height, width, _ = decoded.pixels.shape
    sample = msgspec.structs.replace(request.sample, sha256=sha256_file(path), size_bytes=path.stat().st_size)
    return Decoded(Item(request, sample, (height, width), watch.ms, decoded.notices), decoded.pixels)


def _read_text(request: Request) -> Decoded:
    """A record's own text, or that of a whole file."""
    sample = request.sample
    if sample.text is not None:
        return Decoded(Item(request, sample, sample.text, 0.0), sample.text)
    path = Path(sample.path)
    with Stopwatch() as watch:
        text = read_text(path)
    given = TextInput.of(text.text)
    sample = msgspec.structs.replace(sample, sha256=sha256_file(path), size_bytes=path.stat().st_size)
    return Decoded(Item(request, sample, given, watch.ms, text.notices), given)
