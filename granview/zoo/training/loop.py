"""The training loop of segmentation: fixed seeds, one cycle after another, mixed precision, resumable."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from granview.zoo.distillation.teacher import open_teacher
from granview.zoo.labels import NUM_LABELS
from granview.zoo.load import embedded_weights, load_network
from granview.zoo.nets import build_network
from granview.zoo.training.crops import draw_batch
from granview.zoo.training.loss import class_weights
from granview.zoo.training.objective import objective
from granview.zoo.training.pool import Pool
from granview.zoo.training.recipes import Recipe
from granview.zoo.training.run import TrainingRun
from granview.zoo.training.schedule import Cycle, learning_rate

WEIGHTS_FROM_EVERY = 17


def set_training(network: nn.Module, frozen_statistics: bool) -> None:
    """Puts a network in training mode, its batch normalisation in evaluation mode where the statistics are frozen."""
    network.train()
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.train(not frozen_statistics)


class Trainer(TrainingRun[Recipe]):
    """One run of one recipe.

    Args:
        recipe: What to train.
        pool: Training tiles.
        folder: Where the checkpoint is kept; a checkpoint found there is continued.
        device: Where to compute.
    """

    gradient_norm_max = 2.0
    fused = None

    def __init__(self, recipe: Recipe, pool: Pool, folder: Path, device: torch.device) -> None:
        self.teacher = open_teacher(recipe.distillation, load_network, device)
        torch.manual_seed(recipe.seed)
        network: Any = build_network(recipe.architecture, NUM_LABELS, recipe.arguments)
        if recipe.starts_from:
            network.start_from(embedded_weights(recipe.starts_from))
        super().__init__(recipe, network.to(device=device, memory_format=torch.channels_last), folder, device)
        self.pool = pool
        self.weights = class_weights(pool.labels[::WEIGHTS_FROM_EVERY]).to(device)

    def cycle(self) -> tuple[Cycle, int]:
        """The cycle of the step at hand, and the step's number within it."""
        return self.recipe.cycle_at(self.progress.step)

    def rate(self) -> float:
        """The learning rate of the step at hand: one rise and fall in each cycle."""
        cycle, step = self.cycle()
        return learning_rate(step, cycle.steps, cycle.rate * self.recipe.peak_rate)

    def begin(self) -> None:
        """Each cycle starts with a fresh optimiser."""
        cycle, step = self.cycle()
        if step == 0:
            self.optimizer = self.fresh_optimizer()
        set_training(self.network, cycle.frozen_statistics)

    def loss(self) -> Tensor:
        """Draws the batch of the step at hand; its loss."""
        cycle, step = self.cycle()
        stage, stage_step = cycle.stage_at(step)
        shape = stage.batch_shape(stage_step)
        images, labels = draw_batch(self.pool, self.recipe.seed, self.progress.step, *shape)
        weights = self.weights if cycle.weighted else torch.ones_like(self.weights)
        images, labels = images.to(self.device), labels.to(self.device)
        return objective(self.recipe.architecture, self.network, images, labels, weights, self.teacher)
