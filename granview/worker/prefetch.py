"""Samples to model input, while the batch before is computed."""

from collections.abc import Callable, Sequence
from typing import Final, Protocol

from granview.core.sample import Kind
from granview.models.base import AnyAdapter
from granview.worker.batch import Batch, Decoded, Stopwatch
from granview.worker.by_length import ByLength
from granview.worker.intake import Intake
from granview.worker.neighbours import Neighbours


class Gatherer(Protocol):
    """Chooses which samples share a forward pass."""

    def gather(self) -> list[Decoded]:
        """The samples of the next batch, waiting for a first one; empty when it was answered otherwise."""
        ...


GATHERERS: Final[dict[Kind, Callable[[Intake, int], Gatherer]]] = {"image": Neighbours, "text": ByLength}


class Prefetch:
    """Makes batches of what is gathered."""

    def __init__(self, adapter: AnyAdapter, intake: Intake, gatherer: Gatherer) -> None:
        self._adapter = adapter
        self._intake = intake
        self._gatherer = gatherer

    def work(self, put: Callable[[Batch], None]) -> None:
        """Make batches for ever."""
        while True:
            self._make_one(put)

    def _make_one(self, put: Callable[[Batch], None]) -> None:
        """Make a batch, and hold on to nothing of it."""
        gathered = self._gatherer.gather()
        if gathered and (batch := self._preprocessed(gathered)) is not None:
            del gathered
            put(batch)

    def _preprocessed(self, gathered: list[Decoded]) -> Batch | None:
        wanted = [decoded for decoded in gathered if not self._intake.cancelled(decoded)]
        if not wanted:
            return None
        try:
            return preprocess(self._adapter, wanted)
        except Exception as error:  # noqa: BLE001  whatever goes wrong is the samples' answer
            if len(wanted) == 1:
                self._intake.refuse(wanted[0], error)
                return None
        sound = [decoded for decoded in wanted if self._is_sound(decoded)]
        return preprocess(self._adapter, sound) if sound else None

    def _is_sound(self, decoded: Decoded) -> bool:
        """Whether a sample can be prepared on its own; one that cannot is answered, and spoils no other."""
        try:
            preprocess(self._adapter, [decoded])
        except Exception as error:  # noqa: BLE001  whatever goes wrong is the sample's answer
            self._intake.refuse(decoded, error)
            return False
        return True


def preprocess(adapter: AnyAdapter, gathered: Sequence[Decoded]) -> Batch:
    """Samples as one batch of model input."""
    with Stopwatch() as watch:
        data = adapter.preprocess([decoded.given for decoded in gathered], gathered[0].item.request.params)
    key = (adapter.batch_key(gathered[0].item.subject), len(gathered))
    return Batch(gathered, key, data, watch.ms)
