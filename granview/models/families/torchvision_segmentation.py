"""Every segmentation model of torchvision: FCN, DeepLabV3, LR-ASPP."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import msgspec
import numpy as np
import torch
from torch import Tensor, nn

from granview.core.lane import LaneSpec, ModelFacts
from granview.core.run_params import RunParams
from granview.io.weight_files import megabytes_of, sha256_of
from granview.models.adapter import DEFAULT_PARAMS, Image, Progress, Size
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.images.image_processor import Resizing
from granview.models.images.segmentation_adapter import SegmentationAdapter
from granview.models.loading.source import ResolvedSource
from granview.models.loading.torchvision_weights import TorchvisionWeights, find_weights
from granview.models.loading.weight_report import WeightReport
from granview.models.network_adapter import network_facts
from granview.models.threads import one_thread
from granview.models.variant import reduced


class TorchvisionSegmentation(SegmentationAdapter):
    """A torchvision model with the transforms of its weights.

    Agrees with ``weights.transforms()``, the model, ``interpolate`` to the picture's size (bilinear,
    ``align_corners=False``) and ``argmax``, pixel for pixel, in float32.
    """

    def __init__(
        self, network: nn.Module, transforms: Any, facts: ModelFacts, spec: LaneSpec, placement: Placement
    ) -> None:
        super().__init__(network, facts, spec, placement)
        self._transforms = transforms

    @property
    def resizing(self) -> Resizing:
        """The shorter side becomes what the weights were trained at."""
        sides = self._transforms.resize_size
        return Resizing() if sides is None else Resizing(True, (int(sides[0]), int(sides[-1])))

    def batch_key(self, subject: Size) -> Hashable:
        """Only samples of one size share a batch: the shorter side is resized, the shape is kept."""
        return subject

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> Tensor:
        """(H, W, 3) uint8 images of one size to (N, 3, h, w) float32, by torchvision's own transforms."""
        pixels = torch.from_numpy(np.stack(sample_input)).permute(0, 3, 1, 2).contiguous()
        with one_thread():
            return self.pinned(self._transforms(pixels))

    def logits(self, output: Mapping[str, Tensor]) -> Tensor:
        """The main head's logits."""
        return output["out"]


class TorchvisionSegmentationFamily(Family):
    """Sources ``torchvision:BUILDER``, with ``@WEIGHTS_ENUM`` or ``@FILE``."""

    task = "image-segmentation"

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the scheme is ``torchvision``."""
        return resolved.source.scheme == "torchvision"

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> TorchvisionSegmentation:
        """The model with the weights that the source names, by default torchvision's default ones."""
        weights = find_weights(resolved.source, progress)
        network, notices = _built(resolved.source.name, weights)
        facts = msgspec.structs.replace(
            network_facts(network, weights.labels, spec, placement, ("torchvision",)),
            weights_mb=megabytes_of([weights.file]),
            weights_sha256=sha256_of([weights.file]),
            notices=(*notices, *weights.notices),
        )
        return TorchvisionSegmentation(reduced(network, spec.variant), weights.transforms, facts, spec, placement)


def _built(builder: str, weights: TorchvisionWeights) -> tuple[nn.Module, tuple[str, ...]]:
    """The network with its weights, built without first filling it with random ones."""
    from torchvision.models import get_model

    with torch.device("meta"):
        network: nn.Module = get_model(
            builder,
            weights=None,
            weights_backbone=None,
            num_classes=len(weights.labels),
            aux_loss=weights.has_auxiliary_head,
        )
    notices = WeightReport.compare(weights.state, network.state_dict()).notices(weights.file)
    network.load_state_dict(weights.state, strict=False, assign=True)
    return network, notices


FAMILIES.register("torchvision-segmentation")(TorchvisionSegmentationFamily())
