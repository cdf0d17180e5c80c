"""Samples on their way through the worker."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.core.messages import Request
from granview.core.prediction import Prediction
from granview.core.sample import Sample


@dataclass(frozen=True)
class Item:
    """A decoded sample.

    Attributes:
        request: What was asked.
        sample: The sample, with the hash and size of the file that was read.
        pixels: (H, W, 3) uint8, sRGB.
        decode_ms: File to pixels.
        notices: What the decoder says of it.
    """

    request: Request
    sample: Sample
    pixels: NDArray[np.uint8]
    decode_ms: float
    notices: tuple[str, ...] = ()

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) in pixels."""
        return self.pixels.shape[0], self.pixels.shape[1]


@dataclass(frozen=True)
class Batch:
    """Samples as model input.

    Attributes:
        items: The samples; their batch keys and parameters are equal.
        key: What they have in common; equal keys need no further warm-up.
        data: What the adapter made of their pixels.
        preprocess_ms: Pixels to model input, all samples together.
    """

    items: Sequence[Item]
    key: Any
    data: Any
    preprocess_ms: float


@dataclass(frozen=True)
class Computed:
    """A batch after its forward pass.

    Attributes:
        batch: What went in.
        output: What came out, on the device.
        forward_ms: The pass, synchronised, all samples together.
        notices: What must be said of how it ran.
    """

    batch: Batch
    output: Any
    forward_ms: float
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Predicted:
    """A batch with its predictions.

    Attributes:
        batch: What went in.
        predictions: One for each sample.
        forward_ms: The forward pass, all samples together.
        postprocess_ms: Output to predictions, all samples together.
        notices: What must be said of how it ran.
    """

    batch: Batch
    predictions: Sequence[Prediction]
    forward_ms: float
    postprocess_ms: float
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
