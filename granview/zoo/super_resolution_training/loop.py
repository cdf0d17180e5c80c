"""The training loop of networks that enlarge: fixed seeds, one-cycle schedule, float32, resumable."""

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from granview.zoo.distillation.teacher import open_teacher
from granview.zoo.super_resolution.folder import load_super_resolution
from granview.zoo.super_resolution.networks import SUPER_RESOLUTION_ARCHITECTURES
from granview.zoo.super_resolution_training.patches import PairPool, draw_patches
from granview.zoo.super_resolution_training.recipes import SuperResolutionRecipe
from granview.zoo.training.run import TrainingRun

GREY_LEVELS = 255


def _load(folder: Path) -> nn.Module:
    """The network of a folder alone."""
    return load_super_resolution(folder)[0]


class SuperResolutionTrainer(TrainingRun[SuperResolutionRecipe]):
    """One run of one recipe, by the mean absolute error of RGB (as EDSR is trained).

    Args:
        recipe: What to train.
        pool: Training pairs.
        folder: Where the checkpoint is kept; a checkpoint found there is continued.
        device: Where to compute.
    """

    gradient_norm_max = 0.5

    def __init__(self, recipe: SuperResolutionRecipe, pool: PairPool, folder: Path, device: torch.device) -> None:
        self.teacher = open_teacher(recipe.distillation, _load, device)
        torch.manual_seed(recipe.seed)
        network = SUPER_RESOLUTION_ARCHITECTURES[recipe.architecture](**recipe.arguments)
        placed = network.to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        super().__init__(recipe, placed, folder, device)
        self.pool = pool

    def loss(self) -> Tensor:
        """Draws the patches of the step at hand; their loss, of values in 0..1."""
        recipe = self.recipe
        drawn = draw_patches(self.pool, recipe.seed, self.progress.step, recipe.batch_size, recipe.patch_px)
        low, high = (tensor.to(self.device) for tensor in drawn)
        enlarged = self.network(low)
        hard = functional.l1_loss(enlarged, high)
        if self.teacher is None:
            return hard
        theirs = self.teacher.outputs(lambda network: network(low))
        return self.teacher.blended(hard, functional.l1_loss(enlarged, theirs))

    def step(self) -> float:
        """Takes one optimiser step and returns the loss in grey levels of 255."""
        return GREY_LEVELS * super().step()
