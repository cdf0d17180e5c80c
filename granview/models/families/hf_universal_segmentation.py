"""Universal segmentation models of transformers, for semantic segmentation: Mask2Former and MaskFormer."""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from torch import Tensor

from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.io.model_config import read_config
from granview.models.adapter import DEFAULT_PARAMS, Image, Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.finite import require_finite
from granview.models.images.image_processor import processed
from granview.models.images.label_maps import Probability, share_of_scores
from granview.models.images.segmentation_adapter import ProcessedSegmentation
from granview.models.loading.pretrained import load_hf
from granview.models.loading.source import ResolvedSource
from granview.models.loading.supported_models import UNIVERSAL


class HfUniversalSegmentation(ProcessedSegmentation):
    """A model that gives class logits and a mask per query; its image processor makes class scores of them.

    Agrees with the image processor's ``post_process_semantic_segmentation``, pixel for pixel, in float32. The
    confidence of a pixel is the share of the class shown in the sum of all classes' scores.
    """

    @property
    def probability(self) -> Probability:
        """The share of the class shown in all scores."""
        return share_of_scores

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> dict[str, Tensor]:
        """(H, W, 3) uint8 images to pixels (N, 3, h, w) float32 and the mask of pixels that are not padding."""
        return {name: self.pinned(tensor) for name, tensor in processed(self.processor, sample_input).items()}

    def call(self, network: Any, batch: Mapping[str, Tensor]) -> Any:
        """Runs the network; masks keep their integer type."""
        pixels = self.on_device(batch["pixel_values"])
        return network(pixel_values=pixels, pixel_mask=batch["pixel_mask"].to(pixels.device, non_blocking=True))

    def batch_length(self, batch: Mapping[str, Tensor]) -> int:
        """Samples in a batch."""
        return len(batch["pixel_values"])

    def logits(self, output: Any) -> Tensor:
        """The class logits of the queries (N, queries, classes + 1); the last one means no object."""
        logits: Tensor = output.class_queries_logits
        return logits

    def class_values(self, output: Any, place: int) -> Tensor:
        """Scores (classes, h, w) by the image processor at its own low resolution, which it upsamples as logits are.

        The queries themselves are looked at too: an infinite mask would be a score of 1.
        """
        classes = output.class_queries_logits[place].float()
        masks = output.masks_queries_logits[place].float()
        require_finite(classes)
        require_finite(masks.flatten())
        queries = SimpleNamespace(class_queries_logits=classes[None], masks_queries_logits=masks[None])
        [scored] = self.processor.post_process_semantic_segmentation(queries, return_segmentation_scores=True)
        return self.checked(scored.segmentation_scores)


class HfUniversalSegmentationFamily(Family):
    """Folders with the transformers config of a universal segmentation model."""

    task = "image-segmentation"

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the config's model type is one of them."""
        return resolved.folder is not None and read_config(resolved.folder).get("model_type") in UNIVERSAL

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> HfUniversalSegmentation:
        """The model and its image processor."""
        from transformers import AutoModelForUniversalSegmentation

        network, facts, processor = load_hf(AutoModelForUniversalSegmentation, resolved, spec, placement)
        return HfUniversalSegmentation(network, processor, facts, spec, placement)


FAMILIES.register("hf-universal-segmentation")(HfUniversalSegmentationFamily())
