"""What every family of semantic segmentation models shares: from a batch of pixels to label maps."""

from abc import abstractmethod
from collections.abc import Hashable, Sequence
from typing import Any

from torch import Tensor, nn

from granview.core.errors import ModelError, NotFinite
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.run_params import RunParams
from granview.models.adapter import ModelOutput, Size
from granview.models.device import Placement
from granview.models.images.class_values import ClassValues
from granview.models.images.image_processor import Resizing, resizing_of, size_key
from granview.models.images.label_maps import label_map


class SegmentationAdapter(ClassValues):
    """A network that gives logits (N, classes, h, w) for a batch of pixels (N, 3, H, W).

    Families say how images become a batch, and where the logits are in what their network returns.
    """

    task = "image-segmentation"

    @abstractmethod
    def logits(self, output: Any) -> Tensor:
        """The logits (N, classes, h, w) in what the network returned."""

    def call(self, network: Any, batch: Any) -> Any:
        """What a network returns for a batch from ``preprocess``; here a tensor (N, 3, H, W) float32."""
        return network(self.on_device(batch))

    def batch_length(self, batch: Any) -> int:
        """Samples in a batch."""
        return len(batch)

    def postprocess(self, output: Any, subjects: Sequence[Size], params: RunParams) -> list[ModelOutput | NotFinite]:
        """Label maps at the samples' own sizes: logits upsampled bilinearly, in float32, then the highest class.

        On a GPU this runs on a stream of its own, beside the next forward pass.
        """
        probability = self.probability if params.confidence else None
        with self.beside_the_next_pass():
            return self.of_each(
                lambda place, size: ModelOutput(label_map(self.class_values(output, place), size, probability)),
                range(len(subjects)),
                subjects,
            )

    def class_values(self, output: Any, place: int) -> Tensor:
        """The logits of one sample."""
        return self.checked(self.logits(output)[place])

    def on_device(self, pixels: Tensor) -> Tensor:
        """Pixels where and in the number format in which the network takes them."""
        return pixels.to(self.device, self.dtype, non_blocking=True)

    def checked(self, logits: Tensor) -> Tensor:
        """Logits (classes, h, w), after their classes were counted.

        Raises:
            ModelError: there are more or fewer than the config names.
        """
        if len(logits) != len(self.facts.labels):
            raise ModelError(
                f"The model gives {len(logits)} classes, but its config names {len(self.facts.labels)}.",
                "Correct id2label in config.json.",
            )
        return logits


class ProcessedSegmentation(SegmentationAdapter):
    """A network whose batches are made by the image processor that was saved beside it."""

    def __init__(
        self, network: nn.Module, processor: Any, facts: ModelFacts, spec: LaneSpec, placement: Placement
    ) -> None:
        super().__init__(network, facts, spec, placement)
        self.processor = processor

    @property
    def resizing(self) -> Resizing:
        """As the image processor's file says."""
        return resizing_of(self.processor)

    def batch_key(self, subject: Size) -> Hashable:
        """One key for all sizes where the image processor resizes to a fixed size; else the size itself."""
        return size_key(self.processor, *subject)
