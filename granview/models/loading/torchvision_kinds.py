"""The kinds of torchvision's models: where their builders are, and how many classes a state dict of one has."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from torch import Tensor

BACKGROUND: Final = "__background__"
"""What torchvision's detectors call their first output."""

State = Mapping[str, Tensor]


@dataclass(frozen=True)
class TorchvisionKind:
    """One kind of models.

    Attributes:
        module: The module under ``torchvision.models`` that has their builders; empty for that module itself.
        noun: What one is called.
        count_outputs: How many outputs, one for each class, the head in a state dict has; None where there is none.
        first: What the first output is called where it stands for no class; empty where it is a class.
        without: Builders of the module that are something else, as a pattern.
    """

    module: str
    noun: str
    count_outputs: Callable[[State], int | None]
    first: str = ""
    without: str | None = None


_SEGMENTATION_HEADS: Final = ("classifier.4.weight", "classifier.low_classifier.weight")
"""The last layers of FCN and DeepLabV3, and of LR-ASPP; their first axis is the classes."""

_BOX_HEAD: Final = "roi_heads.box_predictor.cls_score.weight"
"""The last layer of Faster and Mask R-CNN."""

_ANCHOR_HEADS: Final = (
    ("head.classification_head.cls_logits.weight", "head.regression_head.bbox_reg.weight"),
    ("head.classification_head.module_list.0.weight", "head.regression_head.module_list.0.weight"),
    ("head.classification_head.module_list.0.1.weight", "head.regression_head.module_list.0.1.weight"),
)
"""The last layers of RetinaNet and FCOS, SSD and SSDlite: for each anchor the classes, and the 4 numbers of a box."""


def _segmentation_outputs(state: State) -> int | None:
    return next((len(state[head]) for head in _SEGMENTATION_HEADS if head in state), None)


def _detection_outputs(state: State) -> int | None:
    if _BOX_HEAD in state:
        return len(state[_BOX_HEAD])
    for classes, boxes in _ANCHOR_HEADS:
        if classes in state and boxes in state and len(state[boxes]) >= 4:
            return len(state[classes]) // (len(state[boxes]) // 4)
    return None


_CLASSIFIER_HEADS: Final = ("fc.weight", "heads.head.weight", "head.weight", "classifier.weight")
"""The last layers of ResNets and Inception, of ViT, of Swin, of DenseNet."""

_STAGED_HEAD: Final = re.compile(r"classifier\.(\d+)\.weight")
"""Of all others the last layer is the last of several: EfficientNet, ConvNeXt, MobileNet, VGG, SqueezeNet."""


def _classification_outputs(state: State) -> int | None:
    for head in _CLASSIFIER_HEADS:
        if head in state:
            return len(state[head])
    staged = {int(found[1]): name for name in state if (found := _STAGED_HEAD.fullmatch(name)) and state[name].ndim > 1}
    return len(state[staged[max(staged)]]) if staged else None


SEGMENTATION: Final = TorchvisionKind("segmentation", "segmentation model", _segmentation_outputs)
DETECTION: Final = TorchvisionKind("detection", "detection model", _detection_outputs, BACKGROUND, "keypoint*")
CLASSIFICATION: Final = TorchvisionKind("", "classifier", _classification_outputs)
