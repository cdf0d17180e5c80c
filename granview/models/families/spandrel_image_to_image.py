"""Networks that restore pictures in files of weights alone: spandrel tells their architecture by their tensors."""

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
import torch
from torch import Tensor, nn

from granview.core.errors import UnsupportedModel
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.core.readable_errors import first_line
from granview.core.variant import Precision
from granview.io.model_files.restoration import RestorationWeights
from granview.io.weight_files import megabytes_of, sha256_of
from granview.models.adapter import Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.images.restoration import TASK
from granview.models.images.restoration_adapter import RestorationAdapter, RestorationTraits
from granview.models.loading.source import ResolvedSource
from granview.models.loading.state_dict import read_checkpoint
from granview.models.network_adapter import network_facts
from granview.models.variant import reduced

if TYPE_CHECKING:
    from spandrel import ImageModelDescriptor

_GREY: Final = "This network knows no colours: it is given luminance, and gives back grey."


class DescribedNetwork(nn.Module):
    """A network called as spandrel says: padded to the sizes that it can take, and cut again."""

    def __init__(self, descriptor: "ImageModelDescriptor[Any]") -> None:
        super().__init__()
        self.network = descriptor.model
        self._described = (descriptor,)

    def forward(self, pixels: Tensor) -> Tensor:
        """(N, channels, h, w), 0 to 1, to (N, channels, h x scale, w x scale), 0 to 1."""
        picture: Tensor = self._described[0](pixels)
        return picture


class SpandrelImageToImage(RestorationAdapter):
    """A network of one of spandrel's architectures."""

    def restored(self, network: Any, pixels: Tensor) -> Tensor:
        """The network's output is the picture."""
        picture: Tensor = network(pixels)
        return picture


class SpandrelFamily(Family):
    """Files of weights, ``.safetensors`` or ``.pth``, named or alone in their folder."""

    task = TASK

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the source is such a file."""
        return resolved.weights is not None and resolved.weights.suffix.lower() in RestorationWeights.suffixes

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> SpandrelImageToImage:
        """The network that the tensors are those of.

        Raises:
            InputError: the file is damaged.
            UnsupportedModel: it holds more than tensors, no architecture is known for them, or it cannot run as asked.
        """
        assert resolved.weights is not None
        descriptor = _described(resolved.weights)
        _check_precision(descriptor, spec.variant.precision, resolved.weights)
        facts = network_facts(descriptor.model, LabelSet((), ()), spec, placement, ("spandrel",))
        facts = msgspec.structs.replace(
            facts,
            architecture=f"{descriptor.architecture.name} x{descriptor.scale}",
            weights_mb=megabytes_of([resolved.weights]),
            weights_sha256=sha256_of([resolved.weights]),
            notices=(_GREY,) if descriptor.input_channels == 1 else (),
        )
        network = DescribedNetwork(descriptor)
        return SpandrelImageToImage(reduced(network, spec.variant), facts, spec, placement, _traits(descriptor))


def _described(path: Path) -> "ImageModelDescriptor[Any]":
    """The network of a file; nothing but tensors and plain values is unpickled, and no code's age is complained of."""
    # Every lane scans the families, and spandrel imports torchvision and torch's compiler: seconds for this one alone.
    from spandrel import MAIN_REGISTRY, ImageModelDescriptor, UnsupportedModelError
    from spandrel.__helpers.canonicalize import canonicalize_state_dict

    checkpoint = read_checkpoint(path)
    try:
        with warnings.catch_warnings(action="ignore"), torch.random.fork_rng(devices=()):
            descriptor = MAIN_REGISTRY.load(canonicalize_state_dict(checkpoint))
    except UnsupportedModelError as error:
        raise UnsupportedModel(
            f"The tensors in {path} are those of no network that spandrel knows.",
            "Give the weights of a super-resolution or restoration network, or a model's folder with its config.json.",
        ) from error
    except Exception as error:
        raise UnsupportedModel(
            f"The network in {path} cannot be built: {first_line(error)}.", "Save its state_dict alone, as safetensors."
        ) from error
    if not isinstance(descriptor, ImageModelDescriptor):
        raise UnsupportedModel(
            f"{path} holds a network that also needs a mask ({descriptor.architecture.name}).",
            "Give one that restores pictures alone.",
        )
    channels = (descriptor.input_channels, descriptor.output_channels)
    if channels not in ((1, 1), (3, 3)):
        raise UnsupportedModel(
            f"The network in {path} takes {channels[0]} channels and gives {channels[1]}.", "Give one for RGB or grey."
        )
    return descriptor


def _check_precision(descriptor: "ImageModelDescriptor[Any]", precision: Precision, path: Path) -> None:
    runs = {"fp32": True, "tf32": True, "fp16": descriptor.supports_half, "bf16": descriptor.supports_bfloat16}
    if not runs[precision]:
        able = ", ".join(name for name, can in runs.items() if can)
        raise UnsupportedModel(
            f"{path.name} is a {descriptor.architecture.name}, which cannot run in {precision}.", f"It can in {able}."
        )


def _traits(descriptor: "ImageModelDescriptor[Any]") -> RestorationTraits:
    from spandrel import ModelTiling

    return RestorationTraits(
        descriptor.scale,
        descriptor.input_channels,
        max(descriptor.size_requirements.multiple_of, 1),
        descriptor.tiling is not ModelTiling.SUPPORTED,
    )


FAMILIES.register("spandrel-image-to-image")(SpandrelFamily())
