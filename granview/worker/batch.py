"""Samples on their way through the worker."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from granview.core.errors import NotFinite
from granview.core.measurements import Timing
from granview.core.messages import Request
from granview.core.sample import Sample
from granview.core.truth import Luminance
from granview.models.adapter import ModelOutput

Likelihood = tuple[float, int]
"""Summed negative log-likelihood in nats of a text, and the tokens that it is summed over."""


@dataclass(frozen=True)
class SampleInfo:
    """What is known of a sample that was read, besides its pixels, which nobody keeps longer than the forward pass.

    Attributes:
        request: What was asked.
        sample: The sample, with the hash and size of the file that was read.
        subject: What is kept of the first input: an image's (height, width) in pixels, a text itself.
        decode_ms: File to pixels or text.
        notices: What the decoder says of it.
        orientation: The EXIF orientation, 1 to 8, that was applied to an image.
        luminance: (H, W) uint8 of an image, a third of its pixels, by which the reference's parts are measured; None
            where nothing is.
    """

    request: Request
    sample: Sample
    subject: Any
    decode_ms: float
    notices: tuple[str, ...] = ()
    orientation: int = 1
    luminance: Luminance | None = None


@dataclass(frozen=True)
class DecodedSample:
    """A sample that was read.

    Attributes:
        item: What is known of it.
        sample_input: What the model is given of it: (H, W, 3) uint8 pixels in sRGB, or a ``TextInput``; a
            ``SampleInput`` with these and the parts for a model that takes parts.
    """

    item: SampleInfo
    sample_input: Any


@dataclass(frozen=True)
class Batch:
    """Samples as model input.

    Attributes:
        decoded: The samples; their batch keys and parameters are equal.
        key: What they have in common; equal keys need no further warm-up.
        data: What the adapter made of their pixels.
        preprocess_ms: Pixels to model input, all samples together.
        is_parted: Whether its one sample is in parts, since it did not fit into memory as a whole.
    """

    decoded: Sequence[DecodedSample]
    key: Hashable
    data: Any
    preprocess_ms: float
    is_parted: bool = False

    @property
    def items(self) -> list[SampleInfo]:
        """The samples without their pixels."""
        return [decoded.item for decoded in self.decoded]


@dataclass(frozen=True)
class ComputedBatch:
    """Samples after their forward pass.

    Attributes:
        items: The samples.
        output: What the model gave, on the device.
        preprocess_ms: Pixels to model input, all samples together.
        forward_ms: The pass, synchronised, all samples together.
        notices: What must be said of how it ran.
        likelihoods: For each sample how likely its reference is to the model, where that was computed; or that what
            the model gave of it are no numbers.
        turn: In which turn on the device it ran.
        postprocess_ms: What was done already to what the model gave.
    """

    items: Sequence[SampleInfo]
    output: Any
    preprocess_ms: float
    forward_ms: float
    notices: tuple[str, ...] = ()
    likelihoods: Sequence[Likelihood | NotFinite | None] = ()
    turn: int = 0
    postprocess_ms: float = 0.0


@dataclass(frozen=True)
class PredictedBatch:
    """Samples with their predictions.

    Attributes:
        items: The samples.
        model_output: The prediction of each, or that what the model gave are no numbers.
        timing: Each sample's share of what the batch took.
        notices: What must be said of how it ran.
        turn: In which turn on the device it ran.
    """

    items: Sequence[SampleInfo]
    model_output: Sequence[ModelOutput | NotFinite]
    timing: Timing
    notices: tuple[str, ...] = ()
    turn: int = 0
