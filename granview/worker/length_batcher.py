"""Batches of texts of about the same length, so that little is computed for padding.

Texts are small, so that many are read ahead. Sorted by length and cut into batches, they are run batch by batch; the
first to run is the batch that holds the oldest request, so that the sample which the user looks at comes first, and
none waits for ever.
"""

import time
from dataclasses import dataclass
from typing import Final

from granview.worker.batch import DecodedSample
from granview.worker.prefetch_loop import Key, RequestReader

MOST_AHEAD: Final = 1024
MOST_TOKENS: Final = 1_000_000
"""Texts of more tokens between them are not read ahead, and do not share a pass: long ones run one by one."""

_FILL_S: Final = 0.05
"""How long a batch that is not full waits for a further request that is still on its way."""

_MORE_S: Final = 0.005
"""How long a whole batch waits for requests that arrive one behind the other: the more there are, the less padding."""

_READ_S: Final = 0.25
"""How long texts are read ahead while a whole batch is there."""


@dataclass(frozen=True)
class _Held:
    decoded: DecodedSample
    key: Key
    length: int


class LengthBatcher:
    """Gathers texts of similar length from those that were read ahead."""

    def __init__(self, reader: RequestReader, batch_size: int) -> None:
        self._reader = reader
        self._batch_size = batch_size
        self._held: list[_Held] = []

    def next_batch(self) -> list[DecodedSample]:
        """The samples of the next batch, in order of length."""
        self._read_ahead()
        self._held = [held for held in self._held if not self._reader.cancelled(held.decoded)]
        if not self._held:
            return []
        chosen = self._batch_of(self._held[0])
        left = {id(held) for held in chosen}
        self._held = [held for held in self._held if id(held) not in left]
        batched = [held.decoded for held in chosen]
        self._reader.begin(batched)
        return batched

    def _batch_of(self, oldest: _Held) -> list[_Held]:
        """The batch with the oldest in it, when all that fits to it is sorted by length and cut into batches."""
        alike = sorted((held for held in self._held if held.key == oldest.key), key=lambda held: held.length)
        place = next(index for index, held in enumerate(alike) if held is oldest)
        start = place - place % self._batch_size
        chosen = alike[start : start + self._batch_size]
        return chosen if sum(held.length for held in chosen) <= MOST_TOKENS else [oldest]

    def _read_ahead(self) -> None:
        """Take what is there, waiting for a first request without end, and for a batch to be full for a moment."""
        until_s = time.monotonic() + _READ_S
        tokens = sum(held.length for held in self._held)
        while len(self._held) < MOST_AHEAD and tokens < MOST_TOKENS:
            before = len(self._held)
            if not self._take(self._patience_s()):
                break
            tokens += sum(held.length for held in self._held[before:])
            if len(self._held) >= self._batch_size and time.monotonic() > until_s:
                break

    def _patience_s(self) -> float | None:
        if not self._held:
            return None
        return _FILL_S if len(self._held) < self._batch_size else _MORE_S

    def _take(self, timeout_s: float | None) -> bool:
        """Hold on to the next sample; False when none came in time."""
        there = timeout_s is None or self._reader.waiting()
        decoded = self._reader.next(timeout_s)
        if decoded is None:
            return there
        try:
            self._held.append(_Held(decoded, self._reader.key(decoded.item), self._reader.length(decoded)))
        except BaseException as error:  # noqa: BLE001  whatever goes wrong is the sample's answer
            self._reader.refuse(decoded, error)
        return True
