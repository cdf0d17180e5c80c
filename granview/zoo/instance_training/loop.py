"""The training of detectors: rises and falls of the learning rate, resumable at any checkpoint."""

from pathlib import Path
from typing import Any

import torch
from torch.optim import AdamW

from granview.zoo.instance_training.crops import draw_objects, moved_to
from granview.zoo.instance_training.recipes import DetectorRecipe
from granview.zoo.instance_training.schedule import detector_rate
from granview.zoo.load import embedded_weights
from granview.zoo.nets import build_network
from granview.zoo.things import THING_LABELS
from granview.zoo.training.checkpoint import Progress, load_checkpoint, save_checkpoint
from granview.zoo.training.loop import Trained
from granview.zoo.training.pool import Pool
from granview.zoo.training.steps import descend, take_steps

GRADIENT_NORM_MAX = 5.0


class DetectorTrainer:
    """One run of one recipe.

    Args:
        recipe: What to train.
        pool: Training tiles.
        folder: Where the checkpoint is kept; a checkpoint found there is continued.
        device: Where to compute.
    """

    def __init__(self, recipe: DetectorRecipe, pool: Pool, folder: Path, device: torch.device) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe, self.pool, self.folder, self.device = recipe, pool, folder, device
        network: Any = build_network(recipe.architecture, len(THING_LABELS), recipe.arguments)
        network.backbone.start_from(embedded_weights(recipe.starts_from))
        self.network = network.to(device=device, memory_format=torch.channels_last)
        trained = [weight for weight in self.network.parameters() if weight.requires_grad]
        self.optimizer = AdamW(trained, lr=recipe.peak_rate, weight_decay=recipe.weight_decay)
        self.progress: Progress = load_checkpoint(folder, self.network, self.optimizer)

    def step(self) -> float:
        """Draws one batch, takes one optimiser step down the sum of the detector's losses, and returns that sum."""
        recipe, step = self.recipe, self.progress.step
        images, targets = draw_objects(self.pool, recipe.seed, step, *recipe.batch_shape(step))
        for group in self.optimizer.param_groups:
            group["lr"] = detector_rate(*recipe.cycle_at(step), recipe.peak_rate)
        self.network.train()
        moved = [moved_to(target, self.device) for target in targets]
        losses = self.network([image.to(self.device) for image in images], moved)
        self.progress.step += 1
        return descend(sum(losses.values()), self.network, self.optimizer, GRADIENT_NORM_MAX)

    def run(self, until: int | None = None) -> Trained:
        """Trains to the recipe's end, or to step `until`, saving a checkpoint every hundred steps and at the end."""
        stop = self.recipe.steps if until is None else until
        take_steps(self.recipe.name, self.recipe.steps, stop, self.progress, self.step, self._save)
        return Trained(self.network.cpu().eval(), self.progress.wall_s)

    def _save(self) -> None:
        save_checkpoint(self.folder, self.network, self.optimizer, self.progress)
