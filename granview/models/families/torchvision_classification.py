"""Every classifier of torchvision: ResNet, Inception, EfficientNet, DenseNet, ConvNeXt, ViT, Swin and their like."""

from collections import OrderedDict
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Final

import msgspec
import torch
from torch import Tensor, nn

from granview.core.lane import LaneSpec, ModelFacts
from granview.core.run_params import RunParams
from granview.io.weight_files import megabytes_of, sha256_of
from granview.models.adapter import DEFAULT_PARAMS, Image, Progress, Size
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.images.classification_adapter import ClassificationAdapter
from granview.models.loading.source import ResolvedSource
from granview.models.loading.torchvision_kinds import CLASSIFICATION
from granview.models.loading.torchvision_weights import TorchvisionWeights, find_weights
from granview.models.loading.weight_report import WeightReport
from granview.models.network_adapter import network_facts
from granview.models.threads import one_thread
from granview.models.variant import reduced

_OF_ANOTHER_RANGE: Final = ("inception_v3", "googlenet")
"""torchvision's weights of these were trained by another library, and expect its range of brightness."""

_COMPUTES: Final = "regnet"
"""Builders that find out by tensors how wide their layers are, so that these need memory."""

_TAKEN_RANGE: Final = (
    "{file} is taken for weights that were trained on from torchvision's own, which expect brightness from -1 to 1."
)


class TorchvisionClassification(ClassificationAdapter):
    """A torchvision model with the transforms of its weights.

    Agrees with ``weights.transforms()``, the model and ``softmax``, in float32.
    """

    def __init__(
        self, network: nn.Module, transforms: Any, facts: ModelFacts, spec: LaneSpec, placement: Placement
    ) -> None:
        super().__init__(network, facts, spec, placement)
        self.transforms = transforms

    def batch_key(self, subject: Size) -> Hashable:
        """All pictures share a batch: the transforms crop them to one size."""
        return "fixed"

    def preprocess(self, sample_input: Sequence[Image], params: RunParams = DEFAULT_PARAMS) -> Tensor:
        """(H, W, 3) uint8 images of any size to (N, 3, h, w) float32, by torchvision's own transforms."""
        with one_thread():
            return self.pinned(torch.stack([self._transformed(image) for image in sample_input]))

    def logits(self, output: Any) -> Tensor:
        """The network's output; of one that also returns its second heads', the first."""
        logits: Tensor = output if isinstance(output, Tensor) else output[0]
        return logits

    def _transformed(self, image: Image) -> Tensor:
        transformed: Tensor = self.transforms(torch.tensor(image).permute(2, 0, 1))
        return transformed


class TorchvisionClassificationFamily(Family):
    """Sources ``torchvision:BUILDER``, with ``@WEIGHTS_ENUM`` or ``@FILE``."""

    task = "image-classification"

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the scheme is ``torchvision``."""
        return resolved.source.scheme == "torchvision"

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> TorchvisionClassification:
        """The model with the weights that the source names, by default torchvision's default ones."""
        weights = find_weights(resolved.source, progress, CLASSIFICATION)
        network, notices = _built(resolved.source.name, weights)
        facts = msgspec.structs.replace(
            network_facts(network, weights.labels, spec, placement, ("torchvision",)),
            weights_mb=megabytes_of([weights.file]),
            weights_sha256=sha256_of([weights.file]),
            notices=(*notices, *weights.notices),
        )
        return TorchvisionClassification(reduced(network, spec.variant), weights.transforms, facts, spec, placement)


def _built(builder: str, weights: TorchvisionWeights) -> tuple[nn.Module, tuple[str, ...]]:
    """The network with its weights, built without first filling it with random ones."""
    from torchvision.models import get_model

    options, said = _options(builder, weights)
    with torch.device("cpu" if builder.startswith(_COMPUTES) else "meta"):
        network: nn.Module = get_model(builder, weights=None, num_classes=len(weights.labels), **options)
    notices = WeightReport.compare(weights.state, network.state_dict()).notices(weights.file)
    network.load_state_dict(_with_versions(weights.state, network), strict=False, assign=True)
    return network, (*notices, *said)


def _with_versions(state: Mapping[str, Tensor], network: nn.Module) -> Mapping[str, Tensor]:
    """Tensors with the versions of their modules, which files of tensors alone have not, and MNASNet asks for."""
    versioned = OrderedDict(state)
    versioned._metadata = network.state_dict()._metadata  # type: ignore[attr-defined]
    return versioned


def _options(builder: str, weights: TorchvisionWeights) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What Inception and GoogLeNet are built with besides: second heads, and the range of brightness they expect."""
    if builder not in _OF_ANOTHER_RANGE:
        return {}, ()
    has_second = any(name.lower().startswith("aux") for name in weights.state)
    options = {"aux_logits": has_second, "init_weights": False, "transform_input": True}
    return options, () if weights.name else (_TAKEN_RANGE.format(file=weights.file.name),)


FAMILIES.register("torchvision-classification")(TorchvisionClassificationFamily())
