"""torchvision's models as a table, so that they can be listed without importing torch.

A test holds the table against torchvision itself.
"""

import os
from pathlib import Path
from typing import Final, NamedTuple

from granview.engine.torchvision_classifiers import CLASSES, CLASSIFIERS, TASK


class TorchvisionModel(NamedTuple):
    """One builder with its default weights.

    Attributes:
        builder: What follows ``torchvision:`` in a source.
        title: The model's name as its paper writes it.
        params: Number of parameters.
        weights_mb: Size of the default weights, in 10^6 bytes.
        file: Name of their file in torch's hub folder.
        task: The likeliest task of it.
        classes: The classes that its default weights know, in words.
    """

    builder: str
    title: str
    params: int
    weights_mb: float
    file: str
    task: str = "image-segmentation"
    classes: str = "21 classes of Pascal VOC"


_COCO: Final = "80 classes of COCO"
_BOXES: Final = ("object-detection", _COCO)
_MASKS: Final = ("instance-segmentation", _COCO)

TORCHVISION_MODELS: Final = (
    *(TorchvisionModel(*row, task=TASK, classes=CLASSES) for row in CLASSIFIERS),
    TorchvisionModel(
        "lraspp_mobilenet_v3_large",
        "LR-ASPP MobileNetV3-Large",
        3_221_538,
        13.1,
        "lraspp_mobilenet_v3_large-d234d4ea.pth",
    ),
    TorchvisionModel(
        "deeplabv3_mobilenet_v3_large",
        "DeepLabV3 MobileNetV3-Large",
        11_029_328,
        44.4,
        "deeplabv3_mobilenet_v3_large-fc3c493d.pth",
    ),
    TorchvisionModel("fcn_resnet50", "FCN ResNet-50", 35_322_218, 141.6, "fcn_resnet50_coco-1167a1af.pth"),
    TorchvisionModel(
        "deeplabv3_resnet50", "DeepLabV3 ResNet-50", 42_004_074, 168.3, "deeplabv3_resnet50_coco-cd0a2569.pth"
    ),
    TorchvisionModel("fcn_resnet101", "FCN ResNet-101", 54_314_346, 217.8, "fcn_resnet101_coco-7ecb50ca.pth"),
    TorchvisionModel(
        "deeplabv3_resnet101", "DeepLabV3 ResNet-101", 60_996_202, 244.5, "deeplabv3_resnet101_coco-586e9e4e.pth"
    ),
    TorchvisionModel(
        "ssdlite320_mobilenet_v3_large",
        "SSDlite320 MobileNetV3-Large",
        3_440_060,
        14.1,
        "ssdlite320_mobilenet_v3_large_coco-a79551df.pth",
        *_BOXES,
    ),
    TorchvisionModel(
        "fasterrcnn_mobilenet_v3_large_320_fpn",
        "Faster R-CNN MobileNetV3-Large 320 FPN",
        19_386_354,
        77.8,
        "fasterrcnn_mobilenet_v3_large_320_fpn-907ea3f9.pth",
        *_BOXES,
    ),
    TorchvisionModel(
        "fasterrcnn_mobilenet_v3_large_fpn",
        "Faster R-CNN MobileNetV3-Large FPN",
        19_386_354,
        77.8,
        "fasterrcnn_mobilenet_v3_large_fpn-fb6a3cc7.pth",
        *_BOXES,
    ),
    TorchvisionModel(
        "fcos_resnet50_fpn",
        "FCOS ResNet-50 FPN",
        32_269_600,
        129.6,
        "fcos_resnet50_fpn_coco-99b0c9b7.pth",
        *_BOXES,
    ),
    TorchvisionModel(
        "retinanet_resnet50_fpn",
        "RetinaNet ResNet-50 FPN",
        34_014_999,
        136.6,
        "retinanet_resnet50_fpn_coco-eeacb38b.pth",
        *_BOXES,
    ),
    TorchvisionModel(
        "ssd300_vgg16",
        "SSD300 VGG-16",
        35_641_826,
        142.6,
        "ssd300_vgg16_coco-b556d3b4.pth",
        *_BOXES,
    ),
    TorchvisionModel(
        "retinanet_resnet50_fpn_v2",
        "RetinaNet v2 ResNet-50 FPN",
        38_198_935,
        153.1,
        "retinanet_resnet50_fpn_v2_coco-5905b1c5.pth",
        *_BOXES,
    ),
    TorchvisionModel(
        "fasterrcnn_resnet50_fpn",
        "Faster R-CNN ResNet-50 FPN",
        41_755_286,
        167.5,
        "fasterrcnn_resnet50_fpn_coco-258fb6c6.pth",
        *_BOXES,
    ),
    TorchvisionModel(
        "fasterrcnn_resnet50_fpn_v2",
        "Faster R-CNN v2 ResNet-50 FPN",
        43_712_278,
        175.2,
        "fasterrcnn_resnet50_fpn_v2_coco-dd69338a.pth",
        *_BOXES,
    ),
    TorchvisionModel(
        "maskrcnn_resnet50_fpn",
        "Mask R-CNN ResNet-50 FPN",
        44_401_393,
        178.1,
        "maskrcnn_resnet50_fpn_coco-bf2d0c1e.pth",
        *_MASKS,
    ),
    TorchvisionModel(
        "maskrcnn_resnet50_fpn_v2",
        "Mask R-CNN v2 ResNet-50 FPN",
        46_359_409,
        185.8,
        "maskrcnn_resnet50_fpn_v2_coco-73cbd019.pth",
        *_MASKS,
    ),
)
"""Small to large within a task."""


def torchvision_task(builder: str) -> str | None:
    """The likeliest task of a builder of torchvision; None where it is not in the table."""
    return next((model.task for model in TORCHVISION_MODELS if model.builder == builder), None)


def torch_checkpoints() -> Path:
    """The folder into which torch downloads weights, as torch itself finds it: by TORCH_HOME or XDG_CACHE_HOME."""
    cache = os.environ.get("XDG_CACHE_HOME", "~/.cache")
    home = os.environ.get("TORCH_HOME", str(Path(cache, "torch")))
    return Path(home, "hub", "checkpoints").expanduser()
