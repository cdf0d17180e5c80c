"""The training of detectors: rises and falls of the learning rate, resumable at any checkpoint."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from granview.zoo.instance_training.crops import draw_objects, moved_to
from granview.zoo.instance_training.recipes import DetectorRecipe
from granview.zoo.instance_training.schedule import detector_rate
from granview.zoo.load import embedded_weights
from granview.zoo.nets import build_network
from granview.zoo.things import THING_LABELS
from granview.zoo.training.pool import Pool
from granview.zoo.training.run import TrainingRun


class DetectorTrainer(TrainingRun[DetectorRecipe]):
    """One run of one recipe.

    Args:
        recipe: What to train.
        pool: Training tiles.
        folder: Where the checkpoint is kept; a checkpoint found there is continued.
        device: Where to compute.
    """

    gradient_norm_max = 5.0
    fused = None

    def __init__(self, recipe: DetectorRecipe, pool: Pool, folder: Path, device: torch.device) -> None:
        torch.manual_seed(recipe.seed)
        network: Any = build_network(recipe.architecture, len(THING_LABELS), recipe.arguments)
        network.backbone.start_from(embedded_weights(recipe.starts_from))
        super().__init__(recipe, network.to(device=device, memory_format=torch.channels_last), folder, device)
        self.pool = pool

    def rate(self) -> float:
        """The learning rate of the step at hand: up, level, and down at the end of each cycle."""
        return detector_rate(*self.recipe.cycle_at(self.progress.step), self.recipe.peak_rate)

    def loss(self) -> Tensor:
        """Draws the batch of the step at hand; the sum of the detector's losses."""
        recipe, step = self.recipe, self.progress.step
        images, targets = draw_objects(self.pool, recipe.seed, step, *recipe.batch_shape(step))
        moved = [moved_to(target, self.device) for target in targets]
        losses = self.network([image.to(self.device) for image in images], moved)
        total: Tensor = sum(losses.values())
        return total
