"""Every detector of torchvision: Faster and Mask R-CNN, RetinaNet, FCOS, SSD, SSDlite."""

from collections.abc import Mapping
from typing import Final

import msgspec
import torch
from torch import Tensor, nn

from granview.core.errors import UnsupportedModel
from granview.core.lane import LaneSpec
from granview.core.model_source import Source
from granview.io.weight_files import megabytes_of, sha256_of
from granview.models.adapter import Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.images.region_detector import INSTANCES, RegionDetector
from granview.models.loading.object_labels import object_labels
from granview.models.loading.source import ResolvedSource
from granview.models.loading.torchvision_kinds import DETECTION
from granview.models.loading.torchvision_weights import TorchvisionWeights, find_weights
from granview.models.loading.weight_report import WeightReport
from granview.models.network_adapter import network_facts
from granview.models.variant import reduced

_WITHOUT_EPSILON: Final = frozenset(
    f"{name}_ResNet50_FPN_Weights.COCO_V1" for name in ("MaskRCNN", "FasterRCNN", "RetinaNet")
)
"""torchvision's weights that were trained while its frozen batch norms added nothing to the variance (vision#2933)."""


class TorchvisionDetectionFamily(Family):
    """Sources ``torchvision:BUILDER``, with ``@WEIGHTS_ENUM`` or ``@FILE``."""

    def __init__(self, task: str) -> None:
        self.task = task

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the scheme is ``torchvision``."""
        return resolved.source.scheme == "torchvision"

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> RegionDetector:
        """The model with the weights that the source names, by default torchvision's default ones."""
        _check_masks(resolved.source, self.task)
        weights = find_weights(resolved.source, progress, DETECTION)
        network, notices = _built(resolved.source.name, weights)
        classes = object_labels(weights.labels.names, has_background=True)
        facts = msgspec.structs.replace(
            network_facts(network, classes.labels, spec, placement, ("torchvision",)),
            weights_mb=megabytes_of([weights.file]),
            weights_sha256=sha256_of([weights.file]),
            notices=(*notices, *weights.notices, *classes.notices),
        )
        return RegionDetector(reduced(network, spec.variant), classes, facts, spec, placement)


def _check_masks(source: Source, task: str) -> None:
    if task == INSTANCES and not source.name.startswith("mask"):
        raise UnsupportedModel(
            f"{source.name} finds boxes, and no masks.", "Use --task object-detection, or a Mask R-CNN."
        )


def _built(builder: str, weights: TorchvisionWeights) -> tuple[nn.Module, tuple[str, ...]]:
    """The network with its weights, built without first filling it with random ones; what must be said of them."""
    from torchvision.models import get_model

    with torch.device("meta"):
        network: nn.Module = get_model(builder, weights=None, weights_backbone=None, num_classes=len(weights.labels))
    _make_anchors(network)
    _freeze_norms(network, weights.state, 0.0 if weights.name in _WITHOUT_EPSILON else None)
    notices = WeightReport.compare(weights.state, network.state_dict()).notices(weights.file)
    network.load_state_dict(weights.state, strict=False, assign=True)
    return network, notices


def _make_anchors(network: nn.Module) -> None:
    """Anchors anew, which are made of tensors and so were built without memory too."""
    from torchvision.models.detection.anchor_utils import AnchorGenerator, DefaultBoxGenerator

    for name, part in list(network.named_modules()):
        if isinstance(part, AnchorGenerator):
            _replace(network, name, AnchorGenerator(part.sizes, part.aspect_ratios))
        elif isinstance(part, DefaultBoxGenerator):
            shapes = {"scales": part.scales, "steps": part.steps, "clip": part.clip}
            _replace(network, name, DefaultBoxGenerator(part.aspect_ratios, **shapes))


def _replace(network: nn.Module, name: str, part: nn.Module) -> None:
    parent, _, own = name.rpartition(".")
    setattr(network.get_submodule(parent), own, part)


def _freeze_norms(network: nn.Module, state: Mapping[str, Tensor], eps: float | None) -> None:
    """Frozen batch norms where the weights were trained with such, which count no batches.

    Args:
        network: As it is built, with batch norms that can be trained.
        state: The weights.
        eps: What is added to each variance; None for what the network itself adds.
    """
    from torchvision.ops.misc import FrozenBatchNorm2d

    for name, norm in list(network.named_modules()):
        if isinstance(norm, nn.BatchNorm2d) and f"{name}.num_batches_tracked" not in state:
            _replace(network, name, FrozenBatchNorm2d(norm.num_features, norm.eps if eps is None else eps))


for _task in ("object-detection", INSTANCES):
    FAMILIES.register(f"torchvision-{_task}")(TorchvisionDetectionFamily(_task))
