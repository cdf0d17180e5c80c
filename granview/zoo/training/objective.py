"""What a segmentation network is trained towards, by architecture."""

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from granview.zoo.distillation.teacher import Teacher
from granview.zoo.training.loss import pixel_shares, segmentation_loss

PIXELS_PER_POINT = 16
"""A PointRend learns from one point for so many pixels of a crop."""


def arithmetic(architecture: str) -> str:
    """The precision in which an architecture is trained, in words."""
    return "float32" if architecture == "pointrend" else "bfloat16 autocast"


def objective(
    architecture: str, network: Any, images: Tensor, labels: Tensor, weights: Tensor, teacher: Teacher | None = None
) -> Tensor:
    """The loss of a batch of normalised images (N, 3, H, W) with labels (N, H, W) int64: a scalar.

    Args:
        architecture: What the network is.
        network: The network.
        images: On the device of the network.
        labels: On the same device.
        weights: (C,) float32, weight of each class in the cross-entropy over whole pictures.
        teacher: A larger network whose pixels are heeded besides the labels; none for a PointRend.
    """
    if architecture == "pointrend":
        return point_loss(network, images, labels)
    with torch.autocast(images.device.type, dtype=torch.bfloat16):
        logits = network(images)
        targets = None if teacher is None else teacher.outputs(lambda larger: larger(images))
    hard = segmentation_loss(logits, labels, weights)
    if teacher is None or targets is None:
        return hard
    return teacher.blended_with_soft_targets(hard, logits, targets, pixel_shares(labels, weights))


def point_loss(network: Any, images: Tensor, labels: Tensor) -> Tensor:
    """Mean cross-entropy of a PointRend's head at the points that it draws."""
    count = labels.shape[-2] * labels.shape[-1] // PIXELS_PER_POINT
    logits, wanted = network.point_logits(images, labels, count)
    return functional.cross_entropy(logits, wanted)
