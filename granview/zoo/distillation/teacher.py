"""The teacher of a training: a larger model of the embedded zoo, which stays as it is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from granview.core.resources import resource_path
from granview.zoo.build import WEIGHTS, file_sha256
from granview.zoo.distillation.distillation import Distillation
from granview.zoo.distillation.distilled_from import DistilledFrom
from granview.zoo.distillation.loss import soft_target_loss


class Teacher:
    """A larger network, and how much a student heeds it.

    Args:
        distillation: The share of the loss, and the temperature.
        network: The network that teaches; it is set to evaluation and gets no gradients.
    """

    def __init__(self, distillation: Distillation, network: nn.Module) -> None:
        self.distillation = distillation
        self.network = network.eval().requires_grad_(False)

    @torch.no_grad()
    def outputs(self, forward: Callable[[Any], Tensor]) -> Tensor:
        """What the teacher makes of a batch: `forward` is given its network."""
        return forward(self.network)

    def blended(self, hard: Tensor, soft: Tensor) -> Tensor:
        """The student's loss: that of the references and that of the teacher, by the teacher's share."""
        alpha = self.distillation.alpha
        return (1 - alpha) * hard + alpha * soft

    def blended_with_soft_targets(
        self, hard: Tensor, student: Tensor, targets: Tensor, share: Tensor | None = None
    ) -> Tensor:
        """The student's loss where both give logits (N, C, ...); the weights are as in `soft_target_loss`.

        Raises:
            ValueError: The distillation has no temperature.
        """
        temperature = self.distillation.temperature
        if temperature is None:
            raise ValueError(f"soft targets of {self.distillation.teacher} need a temperature")
        return self.blended(hard, soft_target_loss(student, targets, temperature, share))


def teacher_folder(distillation: Distillation) -> Path:
    """The embedded folder of the model that teaches."""
    return resource_path("zoo") / distillation.teacher


def open_teacher(
    distillation: Distillation | None, load: Callable[[Path], nn.Module], device: torch.device
) -> Teacher | None:
    """Loads a recipe's teacher, or None for a recipe without one.

    To be called before the student's seed is set: then the student begins with the weights of the model that is
    trained without a teacher, and sees the same data.

    Args:
        distillation: What the recipe says.
        load: Loads a network from its folder, after its weights were compared with its card.
        device: Where to compute.

    Raises:
        ModelError: The folder is incomplete or malformed.
        WeightsChanged: The weights are not the ones that the card describes.
    """
    if distillation is None:
        return None
    return Teacher(distillation, load(teacher_folder(distillation)).to(device))


def distilled_from(distillation: Distillation | None) -> DistilledFrom | None:
    """What the card of a recipe's model tells of its teacher; None for a recipe without one."""
    if distillation is None:
        return None
    sha256 = file_sha256(teacher_folder(distillation) / WEIGHTS)
    one = distillation
    return DistilledFrom(one.student, one.teacher, sha256, one.alpha, one.temperature)
