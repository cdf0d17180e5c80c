"""Samples on their way through the worker."""

import time
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

from granview.core.messages import Request, Timing
from granview.core.prediction import Prediction
from granview.core.sample import Sample
from granview.models.base import Image


@dataclass(frozen=True)
class Item:
    """What is known of a decoded sample, besides its pixels, which nobody keeps longer than the forward pass.

    Attributes:
        request: What was asked.
        sample: The sample, with the hash and size of the file that was read.
        size: (height, width) in pixels.
        decode_ms: File to pixels.
        notices: What the decoder says of it.
    """

    request: Request
    sample: Sample
    size: tuple[int, int]
    decode_ms: float
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decoded:
    """A decoded sample.

    Attributes:
        item: What is known of it.
        pixels: (H, W, 3) uint8, sRGB.
    """

    item: Item
    pixels: Image


@dataclass(frozen=True)
class Batch:
    """Samples as model input.

    Attributes:
        decoded: The samples; their batch keys and parameters are equal.
        key: What they have in common; equal keys need no further warm-up.
        data: What the adapter made of their pixels.
        preprocess_ms: Pixels to model input, all samples together.
    """

    decoded: Sequence[Decoded]
    key: Hashable
    data: Any
    preprocess_ms: float

    @property
    def items(self) -> list[Item]:
        """The samples without their pixels."""
        return [decoded.item for decoded in self.decoded]


@dataclass(frozen=True)
class Computed:
    """Samples after their forward pass.

    Attributes:
        items: The samples.
        output: What the model gave, on the device.
        preprocess_ms: Pixels to model input, all samples together.
        forward_ms: The pass, synchronised, all samples together.
        notices: What must be said of how it ran.
    """

    items: Sequence[Item]
    output: Any
    preprocess_ms: float
    forward_ms: float
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Predicted:
    """Samples with their predictions.

    Attributes:
        items: The samples.
        predictions: One for each.
        timing: Each sample's share of what the batch took.
        notices: What must be said of how it ran.
    """

    items: Sequence[Item]
    predictions: Sequence[Prediction]
    timing: Timing
    notices: tuple[str, ...] = ()


@dataclass
class Stopwatch:
    """``with Stopwatch() as watch:`` measures wall time into ``watch.ms``.

    Attributes:
        ms: Milliseconds of the block, once it is left.
    """

    ms: float = 0.0
    _started: float = field(default=0.0, repr=False)

    def __enter__(self) -> "Stopwatch":
        self._started = time.perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.ms = (time.perf_counter() - self._started) * 1000
