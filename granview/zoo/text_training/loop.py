"""The training loop of text models: fixed seeds, one-cycle schedule, mixed precision, resumable at any checkpoint."""

from pathlib import Path
from typing import Any

import torch
from torch.optim import AdamW

from granview.zoo.nets_text import build_text_network
from granview.zoo.text_training.batches import TextStream
from granview.zoo.text_training.learner import Learner
from granview.zoo.text_training.recipes import TextRecipe
from granview.zoo.text_training.text_model_kinds import KINDS
from granview.zoo.training.checkpoint import Progress, load_checkpoint, save_checkpoint
from granview.zoo.training.loop import Trained
from granview.zoo.training.schedule import learning_rate
from granview.zoo.training.steps import descend, take_steps

GRADIENT_NORM_MAX = 1.0


def _eager(network: Any) -> Any:
    """The network, with attention as plain products: on a CPU these train twice as fast as torch's fused attention."""
    if hasattr(network, "set_attn_implementation"):
        network.set_attn_implementation("eager")
    return network


class TextTrainer:
    """One run of one recipe.

    Args:
        recipe: What to train.
        folder: Where the checkpoint is kept; a checkpoint found there is continued.
        device: Where to compute.
    """

    def __init__(self, recipe: TextRecipe, folder: Path, device: torch.device) -> None:
        self.recipe, self.folder, self.device = recipe, folder, device
        kind = KINDS[recipe.kind]
        self.tokenizer = kind.train_tokenizer()
        self.stream = TextStream(kind, self.tokenizer, recipe.batch_size, int(recipe.lesson_share * recipe.steps))
        torch.manual_seed(recipe.seed)
        vocab_size = self.tokenizer.get_vocab_size()
        network = build_text_network(recipe.architecture, vocab_size, kind.labels, recipe.arguments)
        width = recipe.arguments["hidden_size"] if recipe.architecture == "bert-classifier" else 0
        self.learner = Learner(_eager(network), width).to(device)
        self.optimizer = AdamW(
            self.learner.parameters(), lr=recipe.peak_rate, weight_decay=recipe.weight_decay, fused=True
        )
        self.progress: Progress = load_checkpoint(folder, self.learner, self.optimizer)

    def step(self) -> float:
        """Makes one batch, takes one optimiser step and returns the loss."""
        batch = self.stream.batch(self.progress.step).to(self.device)
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate(self.progress.step, self.recipe.steps, self.recipe.peak_rate)
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            loss = self.learner(batch)
        self.progress.step += 1
        return descend(loss, self.learner, self.optimizer, GRADIENT_NORM_MAX)

    def run(self, until: int | None = None) -> Trained:
        """Trains to the recipe's end, or to step `until`, saving a checkpoint every hundred steps and at the end."""
        self.learner.train()
        stop = self.recipe.steps if until is None else until
        take_steps(self.recipe.name, self.recipe.steps, stop, self.progress, self.step, self._save)
        return Trained(self.learner.network.cpu().eval(), self.progress.wall_s)

    def _save(self) -> None:
        save_checkpoint(self.folder, self.learner, self.optimizer, self.progress)
