"""The classifiers' networks: ResNets and EfficientNets of transformers at zoo sizes."""

from collections.abc import Callable, Mapping
from typing import Any

from torch import nn
from transformers import (
    EfficientNetConfig,
    EfficientNetForImageClassification,
    PreTrainedModel,
    ResNetConfig,
    ResNetForImageClassification,
)

from granview.zoo.defects.crop import SIDE_PX
from granview.zoo.defects.kinds import Kind


def _labels() -> dict[str, Any]:
    """The classes, as a configuration names them."""
    names = {int(kind): kind.label for kind in Kind}
    return {"id2label": names, "label2id": {name: index for index, name in names.items()}}


def _resnet(**arguments: Any) -> PreTrainedModel:
    """ResNet (He et al., 2016, arXiv:1512.03385) of basic blocks."""
    return ResNetForImageClassification(ResNetConfig(layer_type="basic", **arguments, **_labels()))


def _efficientnet(out_channels: list[int], **arguments: Any) -> PreTrainedModel:
    """EfficientNet (Tan and Le, 2019, arXiv:1905.11946) with fewer stages and no dropped connections.

    transformers hands the momentum of batch normalisation to torch, where 0.1 means what 0.9 means in TensorFlow.
    It also draws the factors of batch normalisation about 0, which silences every layer of an untrained network; here
    they begin at 1, and convolutions as in the paper's code.
    """
    stages = len(out_channels)
    config = EfficientNetConfig(
        image_size=SIDE_PX,
        in_channels=[32, *out_channels[:-1]],
        out_channels=out_channels,
        kernel_sizes=[3, 3, 5, 3, 5][:stages],
        strides=[1, 2, 2, 2, 1][:stages],
        expand_ratios=[1, 4, 4, 4, 4][:stages],
        depth_coefficient=1.0,
        dropout_rate=0.1,
        drop_connect_rate=0.0,
        batch_norm_momentum=0.1,
        **arguments,
        **_labels(),
    )
    network = EfficientNetForImageClassification(config)
    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, mode="fan_out")
        elif isinstance(module, nn.BatchNorm2d):
            nn.init.ones_(module.weight)
    return network


CLASSIFIER_ARCHITECTURES: Mapping[str, Callable[..., PreTrainedModel]] = {
    "resnet": _resnet,
    "efficientnet": _efficientnet,
}
