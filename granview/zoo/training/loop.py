"""The training loop: fixed seeds, one cycle after another, mixed precision, resumable at any checkpoint."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.optim import AdamW

from granview.zoo.labels import NUM_LABELS
from granview.zoo.load import embedded_weights
from granview.zoo.nets import build_network
from granview.zoo.training.checkpoint import Progress, load_checkpoint, save_checkpoint
from granview.zoo.training.crops import draw_batch
from granview.zoo.training.loss import class_weights
from granview.zoo.training.objective import objective
from granview.zoo.training.pool import Pool
from granview.zoo.training.recipes import Recipe
from granview.zoo.training.schedule import learning_rate
from granview.zoo.training.steps import descend, take_steps

WEIGHTS_FROM_EVERY = 17
GRADIENT_NORM_MAX = 2.0


@dataclass(frozen=True)
class Trained:
    """A trained network on the CPU in evaluation mode, and the wall time of its training."""

    network: nn.Module
    wall_s: float


def set_training(network: nn.Module, frozen_statistics: bool) -> None:
    """Puts a network in training mode, its batch normalisation in evaluation mode where the statistics are frozen."""
    network.train()
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.train(not frozen_statistics)


class Trainer:
    """One run of one recipe.

    Args:
        recipe: What to train.
        pool: Training tiles.
        folder: Where the checkpoint is kept; a checkpoint found there is continued.
        device: Where to compute.
    """

    def __init__(self, recipe: Recipe, pool: Pool, folder: Path, device: torch.device) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe, self.pool, self.folder, self.device = recipe, pool, folder, device
        network: Any = build_network(recipe.architecture, NUM_LABELS, recipe.arguments)
        if recipe.starts_from:
            network.start_from(embedded_weights(recipe.starts_from))
        self.network = network.to(device=device, memory_format=torch.channels_last)
        self.optimizer = self._fresh_optimizer()
        self.weights = class_weights(pool.labels[::WEIGHTS_FROM_EVERY]).to(device)
        self.progress: Progress = load_checkpoint(folder, self.network, self.optimizer)

    def _fresh_optimizer(self) -> AdamW:
        """An optimiser that remembers no gradients."""
        recipe = self.recipe
        trained = [weight for weight in self.network.parameters() if weight.requires_grad]
        return AdamW(trained, lr=recipe.peak_rate, weight_decay=recipe.weight_decay)

    def step(self) -> float:
        """Draws one batch, takes one optimiser step and returns the loss; each cycle starts with a fresh optimiser."""
        recipe = self.recipe
        cycle, step = recipe.cycle_at(self.progress.step)
        stage, stage_step = cycle.stage_at(step)
        images, labels = draw_batch(self.pool, recipe.seed, self.progress.step, *stage.batch_shape(stage_step))
        if step == 0:
            self.optimizer = self._fresh_optimizer()
        set_training(self.network, cycle.frozen_statistics)
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate(step, cycle.steps, cycle.rate * recipe.peak_rate)
        weights = self.weights if cycle.weighted else torch.ones_like(self.weights)
        images, labels = images.to(self.device), labels.to(self.device)
        loss = objective(recipe.architecture, self.network, images, labels, weights)
        self.progress.step += 1
        return descend(loss, self.network, self.optimizer, GRADIENT_NORM_MAX)

    def run(self, until: int | None = None) -> Trained:
        """Trains to the recipe's end, or to step `until`, saving a checkpoint every hundred steps and at the end."""
        stop = self.recipe.steps if until is None else until
        take_steps(self.recipe.name, self.recipe.steps, stop, self.progress, self.step, self._save)
        return Trained(self.network.cpu().eval(), self.progress.wall_s)

    def _save(self) -> None:
        save_checkpoint(self.folder, self.network, self.optimizer, self.progress)
