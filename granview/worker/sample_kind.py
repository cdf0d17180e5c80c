"""What a lane's process does with a kind of samples: one file of ``granview.worker.sample_kinds`` each."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.registry import Registry
from granview.core.run_params import RunParams
from granview.core.sample import Part, Reference, Sample
from granview.core.truth import Luminance, Truth
from granview.io.described_sample import DescribedSample
from granview.io.hashing import is_shared, sha256_file, sha256_shared, size_of
from granview.io.reference_format import read_truth
from granview.worker.batch import SampleInfo
from granview.worker.in_order_batcher import InOrderBatcher
from granview.worker.prefetch_loop import Batcher, RequestReader


@dataclass(frozen=True)
class DecodedInput:
    """A sample's first input, or a part of it, as models are given it.

    Attributes:
        content: What a model is given.
        subject: What is kept of it once the forward pass has run.
        decode_ms: File to content.
        sha256: Hex digest of the file; None for what travels with the sample.
        size_bytes: Size of the file; None likewise.
        notices: What must be said of how it was read.
        orientation: The EXIF orientation, 1 to 8, that was applied to an image.
        luminance: (H, W) uint8 of an image that can be measured beside its reference; None of others.
    """

    content: Any
    subject: Any
    decode_ms: float = 0.0
    sha256: str | None = None
    size_bytes: int | None = None
    notices: tuple[str, ...] = ()
    orientation: int = 1
    luminance: Luminance | None = None

    @classmethod
    def of_file(cls, path: Path, content: Any, subject: Any, decode_ms: float, **more: Any) -> "DecodedInput":
        """What was read from a file, with the hash of that file."""
        digest = sha256_shared if is_shared(path) else sha256_file
        return cls(content, subject, decode_ms, digest(path), size_of(path), **more)


class WorkerKind(ABC):
    """A kind of samples in the process of a lane."""

    def batcher(self, reader: RequestReader, batch_size: int) -> Batcher:
        """What puts samples together that share a forward pass: neighbours, where nothing else is said."""
        return InOrderBatcher(reader, batch_size)

    @abstractmethod
    def decode(self, source: Sample | Part, params: RunParams) -> DecodedInput:
        """Read a sample's first input, or a part of a sample.

        Raises:
            InputError: it cannot be read, or is too large to be run.
        """

    def describe(self, sample: Sample, params: RunParams) -> DecodedInput:
        """What is known of a sample's first input without its content, as a ``DescribedSample``: all, for a text.

        Raises:
            InputError: it cannot be read.
        """
        decoded = self.decode(sample, params)
        return replace(decoded, content=DescribedSample(sample, text_input=decoded.content))

    def truth(
        self,
        item: SampleInfo,
        labels: LabelSet,
        prediction: Prediction,
        reference: Reference | None,
        wanted: type[Truth],
    ) -> Truth | None:
        """The ground truth of a sample that was read; None where there is none.

        Args:
            item: The sample.
            labels: The model's classes.
            prediction: What it said.
            reference: The sample's reference that the task compares with.
            wanted: The type of truth that the task compares with.

        Raises:
            InputError: it cannot be read, or does not fit.
        """
        return None if reference is None else read_truth(reference, by_index=labels, wanted=wanted)


WORKER_KINDS: Final[Registry[WorkerKind]] = Registry("granview.worker.sample_kinds", "kind of sample")
