"""Semantic segmentation models of transformers: SegFormer, UPerNet, BEiT, DPT, MobileViT and their like."""

from collections.abc import Sequence
from typing import Any

from torch import Tensor

from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.io.model_config import read_config
from granview.models.adapter import DEFAULT_PARAMS, Image, Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.images.image_processor import processed
from granview.models.images.segmentation_adapter import ProcessedSegmentation
from granview.models.loading.pretrained import load_hf
from granview.models.loading.source import ResolvedSource
from granview.models.loading.supported_models import UNIVERSAL, check_semantic, is_transformers


class HfSegmentation(ProcessedSegmentation):
    """A model behind ``AutoModelForSemanticSegmentation``, with its own image processor.

    Agrees with the image processor's ``post_process_semantic_segmentation``, pixel for pixel, in float32.
    """

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> Tensor:
        """(H, W, 3) uint8 images to (N, 3, h, w) float32, by the model's own image processor."""
        return self.pinned(processed(self.processor, sample_input)["pixel_values"])

    def logits(self, output: Any) -> Tensor:
        """The logits in transformers' output."""
        logits: Tensor = output.logits
        return logits


class HfSegmentationFamily(Family):
    """Folders with a transformers config; those that hold something else than semantic segmentation are refused."""

    task = "image-segmentation"

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether it is a transformers folder that the universal family does not take."""
        if resolved.folder is None:
            return False
        config = read_config(resolved.folder)
        return is_transformers(config) and config.get("model_type") not in UNIVERSAL

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> HfSegmentation:
        """The model and its image processor."""
        from transformers import AutoModelForSemanticSegmentation

        assert resolved.folder is not None
        check_semantic(read_config(resolved.folder), resolved.source.name)
        network, facts, processor = load_hf(AutoModelForSemanticSegmentation, resolved, spec, placement)
        return HfSegmentation(network, processor, facts, spec, placement)


FAMILIES.register("hf-segmentation")(HfSegmentationFamily())
