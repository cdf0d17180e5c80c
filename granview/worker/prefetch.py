"""Samples to model input, while the batch before is computed."""

from collections.abc import Callable, Sequence
from typing import Final, NoReturn, Protocol

from granview.core.sample_kind import Kind
from granview.core.trouble import serve
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

    def work(self, put: Callable[[Batch], None]) -> NoReturn:
        """Make batches for ever."""
        serve(self._gatherer.gather, lambda gathered: self._make(gathered, put), self._refuse)

    def _make(self, gathered: list[Decoded], put: Callable[[Batch], None]) -> None:
        """Make what was gathered into batches; mostly that is one."""
        for batch in self._preprocessed([decoded for decoded in gathered if not self._intake.cancelled(decoded)]):
            put(batch)

    def _preprocessed(self, wanted: list[Decoded]) -> list[Batch]:
        """One batch; without those that cannot be prepared, which are answered; each alone where they fail together."""
        if not wanted:
            return []
        try:
            return [preprocess(self._adapter, wanted)]
        except BaseException as error:  # noqa: BLE001  whatever goes wrong is the samples' answer
            if len(wanted) == 1:
                self._intake.refuse(wanted[0], error)
                return []
        sound = [decoded for decoded in wanted if self._is_sound(decoded)]
        if len(sound) < len(wanted):
            return self._preprocessed(sound)
        return [batch for decoded in sound for batch in self._preprocessed([decoded])]

    def _is_sound(self, decoded: Decoded) -> bool:
        """Whether a sample can be prepared on its own; one that cannot is answered, and spoils no other."""
        try:
            preprocess(self._adapter, [decoded])
        except BaseException as error:  # noqa: BLE001  whatever goes wrong is the sample's answer
            self._intake.refuse(decoded, error)
            return False
        return True

    def _refuse(self, gathered: list[Decoded], error: BaseException) -> None:
        for decoded in gathered:
            self._intake.refuse(decoded, error)


def preprocess(adapter: AnyAdapter, gathered: Sequence[Decoded]) -> Batch:
    """Samples as one batch of model input."""
    with Stopwatch() as watch:
        data = adapter.preprocess([decoded.given for decoded in gathered], gathered[0].item.request.params)
    key = (adapter.batch_key(gathered[0].item.subject), len(gathered))
    return Batch(gathered, key, data, watch.ms)
