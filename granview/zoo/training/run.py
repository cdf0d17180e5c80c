"""What the trainings of all models have in common: a run of one recipe, step by step, resumable at any checkpoint."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Generic, Protocol, TypeVar

import torch
from torch import Tensor, nn
from torch.optim import AdamW

from granview.zoo.training.checkpoint import Progress, load_checkpoint, save_checkpoint
from granview.zoo.training.schedule import learning_rate
from granview.zoo.training.steps import descend, take_steps


@dataclass(frozen=True)
class Trained:
    """A trained network on the CPU in evaluation mode, and the wall time of its training."""

    network: nn.Module
    wall_s: float


class Trainable(Protocol):
    """What a run needs to know of its recipe."""

    @property
    def name(self) -> str:
        """The model's name."""

    @property
    def steps(self) -> int:
        """Optimiser steps."""

    @property
    def peak_rate(self) -> float:
        """Highest learning rate."""

    @property
    def weight_decay(self) -> float:
        """AdamW's decoupled weight decay."""


Recipe = TypeVar("Recipe", bound=Trainable)


class TrainingRun(ABC, Generic[Recipe]):
    """One run of one recipe. What kinds of training differ by is the batch and its loss.

    Args:
        recipe: What to train.
        network: What learns, on its device.
        folder: Where the checkpoint is kept; a checkpoint found there is continued.
        device: Where to compute.
    """

    gradient_norm_max: ClassVar[float]
    fused: ClassVar[bool | None] = True
    """Whether AdamW updates all weights in one kernel; None for what torch chooses."""

    def __init__(self, recipe: Recipe, network: nn.Module, folder: Path, device: torch.device) -> None:
        self.recipe, self.network, self.folder, self.device = recipe, network, folder, device
        self.optimizer = self.fresh_optimizer()
        self.progress: Progress = load_checkpoint(folder, network, self.optimizer)

    def fresh_optimizer(self) -> AdamW:
        """An optimiser that remembers no gradients, of the weights that learn."""
        learning = [weight for weight in self.network.parameters() if weight.requires_grad]
        recipe = self.recipe
        return AdamW(learning, lr=recipe.peak_rate, weight_decay=recipe.weight_decay, fused=self.fused)

    @abstractmethod
    def loss(self) -> Tensor:
        """Draws the batch of the step at hand; its loss, a scalar."""

    def rate(self) -> float:
        """The learning rate of the step at hand: one cycle over the run."""
        return learning_rate(self.progress.step, self.recipe.steps, self.recipe.peak_rate)

    def begin(self) -> None:
        """Prepares the step at hand: the network is in training mode."""
        self.network.train()

    def step(self) -> float:
        """Takes one optimiser step and returns the loss."""
        self.begin()
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate()
        loss = self.loss()
        self.progress.step += 1
        return descend(loss, self.network, self.optimizer, self.gradient_norm_max)

    def run(self, until: int | None = None) -> Trained:
        """Trains to the recipe's end, or to step `until`, saving a checkpoint every hundred steps and at the end."""
        stop = self.recipe.steps if until is None else until
        take_steps(self.recipe.name, self.recipe.steps, stop, self.progress, self.step, self._save)
        return Trained(self.result().cpu().eval(), self.progress.wall_s)

    def result(self) -> nn.Module:
        """The network that is kept, of all that learnt."""
        return self.network

    def _save(self) -> None:
        save_checkpoint(self.folder, self.network, self.optimizer, self.progress)
