"""What a lane asks of a model, whatever its family."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.core.lane import ModelFacts
from granview.core.messages import Cost, RunParams
from granview.core.prediction import Prediction

Image = NDArray[np.uint8]
"""(H, W, 3) uint8, sRGB."""

Progress = Callable[[str, float | None], None]
"""What loading is doing, in words, and how far it is (0 to 1, None where that cannot be known)."""


class Adapter(ABC):
    """A loaded model, ready to run.

    ``preprocess``, ``forward`` and ``postprocess`` may each run on a thread of its own, on different batches at the
    same time; none of them is called twice at the same time.

    Attributes:
        task: The task's name.
        facts: What was found out while loading.
    """

    task: str
    facts: ModelFacts

    @abstractmethod
    def batch_key(self, height: int, width: int) -> Hashable:
        """Samples whose keys are equal may share a forward pass; from the sample's size in pixels."""

    @abstractmethod
    def preprocess(self, images: Sequence[Image]) -> Any:
        """Pixels to model input, on the CPU. The images' batch keys are equal."""

    @abstractmethod
    def forward(self, batch: Any) -> Any:
        """Copies what ``preprocess`` made to the device and runs the model; the caller synchronises and times.

        Raises:
            DeviceError: the device's memory is exhausted.
            UnsupportedModel: the model cannot run in this variant.
        """

    @abstractmethod
    def synchronize(self) -> None:
        """Waits until the device has done what it was given."""

    @abstractmethod
    def postprocess(self, output: Any, sizes: Sequence[tuple[int, int]], params: RunParams) -> list[Prediction]:
        """What ``forward`` gave, as one prediction per sample, each at the sample's own (height, width).

        Raises:
            DeviceError: the device's memory is exhausted.
        """

    @abstractmethod
    def count_flops(self, batch: Any) -> int | None:
        """Floating-point operations of one forward pass of one sample, by torch's counter; runs the model once.

        A multiplication and an addition are two operations. Only matrix products, convolutions and attention are
        counted. None where the model cannot be counted.
        """

    @abstractmethod
    def measured_cost(self) -> Cost:
        """The fields of ``Cost`` that the model's library measures; the rest is None."""
