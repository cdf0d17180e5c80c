"""Architectures of the embedded zoo and the table that names them."""

from collections.abc import Callable
from typing import Any

from torch import nn

from granview.zoo.nets.fcn import Fcn
from granview.zoo.nets.pointrend import PointRend
from granview.zoo.nets.unet import UNet


def _segformer(num_labels: int, **arguments: Any) -> nn.Module:
    """Imports transformers only when a SegFormer is asked for."""
    from granview.zoo.nets.segformer import FullSizeSegformer

    return FullSizeSegformer(num_labels, **arguments)


def _mask_rcnn(num_labels: int, **arguments: Any) -> nn.Module:
    """Imports torchvision's detectors only when one is asked for."""
    from granview.zoo.nets.detectors.mask_rcnn import build_mask_rcnn

    network: nn.Module = build_mask_rcnn(num_labels, **arguments)
    return network


def _fcos(num_labels: int, **arguments: Any) -> nn.Module:
    """Imports torchvision's detectors only when one is asked for."""
    from granview.zoo.nets.detectors.fcos import build_fcos

    network: nn.Module = build_fcos(num_labels, **arguments)
    return network


ARCHITECTURES: dict[str, Callable[..., nn.Module]] = {
    "unet": UNet,
    "fcn": Fcn,
    "pointrend": PointRend,
    "segformer": _segformer,
    "mask-rcnn": _mask_rcnn,
    "fcos": _fcos,
}


def build_network(architecture: str, num_labels: int, arguments: dict[str, Any]) -> nn.Module:
    """Builds an untrained network of a named architecture.

    Args:
        architecture: A key of `ARCHITECTURES`.
        num_labels: Number of output channels.
        arguments: Keyword arguments of the architecture, as stored in `config.json`.

    Raises:
        KeyError: The architecture is not one of the zoo's own.
    """
    return ARCHITECTURES[architecture](num_labels=num_labels, **arguments)
