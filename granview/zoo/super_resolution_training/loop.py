"""The training loop of networks that enlarge: fixed seeds, one-cycle schedule, float32, resumable."""

from pathlib import Path

import torch
from torch.nn import functional
from torch.optim import AdamW

from granview.zoo.super_resolution.networks import SUPER_RESOLUTION_ARCHITECTURES
from granview.zoo.super_resolution_training.patches import PairPool, draw_patches
from granview.zoo.super_resolution_training.recipes import SuperResolutionRecipe
from granview.zoo.training.checkpoint import Progress, load_checkpoint, save_checkpoint
from granview.zoo.training.loop import Trained
from granview.zoo.training.schedule import learning_rate
from granview.zoo.training.steps import descend, take_steps

GRADIENT_NORM_MAX = 0.5


class SuperResolutionTrainer:
    """One run of one recipe, by the mean absolute error of RGB (as EDSR is trained).

    Args:
        recipe: What to train.
        pool: Training pairs.
        folder: Where the checkpoint is kept; a checkpoint found there is continued.
        device: Where to compute.
    """

    def __init__(self, recipe: SuperResolutionRecipe, pool: PairPool, folder: Path, device: torch.device) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe, self.pool, self.folder, self.device = recipe, pool, folder, device
        network = SUPER_RESOLUTION_ARCHITECTURES[recipe.architecture](**recipe.arguments)
        self.network = network.to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.optimizer = AdamW(
            self.network.parameters(), lr=recipe.peak_rate, weight_decay=recipe.weight_decay, fused=True
        )
        self.progress: Progress = load_checkpoint(folder, self.network, self.optimizer)

    def step(self) -> float:
        """Draws one batch, takes one optimiser step and returns the loss in grey levels of 255."""
        recipe = self.recipe
        low, high = draw_patches(self.pool, recipe.seed, self.progress.step, recipe.batch_size, recipe.patch_px)
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate(self.progress.step, recipe.steps, recipe.peak_rate)
        loss = functional.l1_loss(self.network(low.to(self.device)), high.to(self.device))
        self.progress.step += 1
        return 255 * descend(loss, self.network, self.optimizer, GRADIENT_NORM_MAX)

    def run(self, until: int | None = None) -> Trained:
        """Trains to the recipe's end, or to step `until`, saving a checkpoint every hundred steps and at the end."""
        self.network.train()
        stop = self.recipe.steps if until is None else until
        take_steps(self.recipe.name, self.recipe.steps, stop, self.progress, self.step, self._save)
        return Trained(self.network.cpu().eval(), self.progress.wall_s)

    def _save(self) -> None:
        save_checkpoint(self.folder, self.network, self.optimizer, self.progress)
