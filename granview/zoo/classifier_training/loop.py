"""The training loop of classifiers: fixed seeds, one-cycle schedule, float32, resumable at any checkpoint."""

from pathlib import Path

import torch
from torch.nn import functional
from torch.optim import AdamW

from granview.zoo.classifier_training.crops import CropPool, draw_crops
from granview.zoo.classifier_training.networks import CLASSIFIER_ARCHITECTURES
from granview.zoo.classifier_training.recipes import ClassifierRecipe
from granview.zoo.training.checkpoint import Progress, load_checkpoint, save_checkpoint
from granview.zoo.training.loop import Trained
from granview.zoo.training.schedule import learning_rate
from granview.zoo.training.steps import descend, take_steps

GRADIENT_NORM_MAX = 2.0


class ClassifierTrainer:
    """One run of one recipe.

    Args:
        recipe: What to train.
        pool: Training crops.
        folder: Where the checkpoint is kept; a checkpoint found there is continued.
        device: Where to compute.
    """

    def __init__(self, recipe: ClassifierRecipe, pool: CropPool, folder: Path, device: torch.device) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe, self.pool, self.folder, self.device = recipe, pool, folder, device
        network = CLASSIFIER_ARCHITECTURES[recipe.architecture](**recipe.arguments)
        self.network = network.to(device=device, memory_format=torch.channels_last)
        self.optimizer = AdamW(
            self.network.parameters(), lr=recipe.peak_rate, weight_decay=recipe.weight_decay, fused=True
        )
        self.progress: Progress = load_checkpoint(folder, self.network, self.optimizer)

    def step(self) -> float:
        """Draws one batch, takes one optimiser step and returns the loss."""
        recipe = self.recipe
        images, kinds = draw_crops(self.pool, recipe.seed, self.progress.step, recipe.batch_size)
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate(self.progress.step, recipe.steps, recipe.peak_rate)
        logits = self.network(pixel_values=images.to(self.device)).logits
        loss = functional.cross_entropy(logits, kinds.to(self.device))
        self.progress.step += 1
        return descend(loss, self.network, self.optimizer, GRADIENT_NORM_MAX)

    def run(self, until: int | None = None) -> Trained:
        """Trains to the recipe's end, or to step `until`, saving a checkpoint every hundred steps and at the end."""
        self.network.train()
        stop = self.recipe.steps if until is None else until
        take_steps(self.recipe.name, self.recipe.steps, stop, self.progress, self.step, self._save)
        return Trained(self.network.cpu().eval(), self.progress.wall_s)

    def _save(self) -> None:
        save_checkpoint(self.folder, self.network, self.optimizer, self.progress)
