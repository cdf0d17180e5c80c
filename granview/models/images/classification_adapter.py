"""What every family of image classifiers shares: from a batch of pixels to the probability of each class."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from torch import Tensor, nn, sigmoid, softmax

from granview.core.errors import ModelError, NotFinite
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.predictions.class_scores import ClassScores
from granview.core.run_params import RunParams
from granview.models.adapter import Image, ModelOutput, Size
from granview.models.device import Placement
from granview.models.finite import require_finite
from granview.models.network_adapter import NetworkAdapter


class ClassificationAdapter(NetworkAdapter[Image, Size]):
    """A network that gives logits (N, classes) for a batch of pixels (N, 3, H, W).

    Softmax over classes that exclude each other, else a sigmoid each; in float32.

    Attributes:
        multi_label: Whether classes do not exclude each other.
    """

    task = "image-classification"

    def __init__(
        self,
        network: nn.Module,
        facts: ModelFacts,
        spec: LaneSpec,
        placement: Placement,
        *,
        multi_label: bool = False,
    ) -> None:
        super().__init__(network, facts, spec, placement)
        self.multi_label = multi_label

    @abstractmethod
    def logits(self, output: Any) -> Tensor:
        """The logits (N, classes) in what the network returned."""

    def call(self, network: Any, batch: Any) -> Any:
        """What a network returns for a batch from ``preprocess``; here a tensor (N, 3, H, W) float32."""
        return network(self.on_device(batch))

    def batch_length(self, batch: Any) -> int:
        """Pictures in a batch."""
        return len(batch)

    def on_device(self, pixels: Tensor) -> Tensor:
        """Pixels where and in the number format in which the network takes them."""
        return pixels.to(self.device, self.dtype, non_blocking=True)

    def postprocess(self, output: Any, subjects: Sequence[Size], params: RunParams) -> list[ModelOutput | NotFinite]:
        """Probabilities in the order of the lane's label set."""
        with self.beside_the_next_pass():
            return self.of_each(self._model_output, self._checked(self.logits(output).float().cpu()))

    def _model_output(self, logits: Tensor) -> ModelOutput:
        finite = require_finite(logits)
        probabilities = sigmoid(finite) if self.multi_label else softmax(finite, -1)
        return ModelOutput(ClassScores(probabilities.numpy(), self.multi_label))

    def _checked(self, logits: Tensor) -> Tensor:
        """Logits after their classes were counted.

        Raises:
            ModelError: there are more or fewer than the label set names.
        """
        if logits.shape[-1] != len(self.facts.labels):
            raise ModelError(
                f"The model gives {logits.shape[-1]} classes, but {len(self.facts.labels)} are named.",
                "Correct id2label in config.json, or the file of classes beside the weights.",
            )
        return logits
