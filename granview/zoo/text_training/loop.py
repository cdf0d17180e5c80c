"""The training loop of text models: fixed seeds, one-cycle schedule, mixed precision, resumable at any checkpoint."""

from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from granview.zoo.config import unusable
from granview.zoo.distillation.teacher import open_teacher
from granview.zoo.nets_text import build_text_network
from granview.zoo.text_training.batches import TextStream
from granview.zoo.text_training.learner import Learner
from granview.zoo.text_training.load import load_text_model
from granview.zoo.text_training.recipes import TextRecipe
from granview.zoo.text_training.text_model_kinds import KINDS
from granview.zoo.training.run import TrainingRun


def _eager(network: Any) -> Any:
    """The network, with attention as plain products: on a CPU these train twice as fast as torch's fused attention."""
    if hasattr(network, "set_attn_implementation"):
        network.set_attn_implementation("eager")
    return network


def load_text_teacher(folder: Path, tokenizer: Tokenizer) -> nn.Module:
    """Loads a teacher that reads the same tokens as its student.

    Raises:
        ModelError: It reads others, or its folder is incomplete or malformed.
        WeightsChanged: The weights are not the ones that the card describes.
    """
    network, theirs = load_text_model(folder)
    if theirs.get_vocab() != tokenizer.get_vocab():
        raise unusable(folder, "a teacher must read the same tokens as its student")
    return network


class TextTrainer(TrainingRun[TextRecipe]):
    """One run of one recipe.

    Args:
        recipe: What to train.
        folder: Where the checkpoint is kept; a checkpoint found there is continued.
        device: Where to compute.
    """

    gradient_norm_max = 1.0
    network: Learner

    def __init__(self, recipe: TextRecipe, folder: Path, device: torch.device) -> None:
        kind = KINDS[recipe.kind]
        self.tokenizer = kind.train_tokenizer()
        self.stream = TextStream(kind, self.tokenizer, recipe.batch_size, int(recipe.lesson_share * recipe.steps))
        teacher = open_teacher(recipe.distillation, lambda path: load_text_teacher(path, self.tokenizer), device)
        torch.manual_seed(recipe.seed)
        vocab_size = self.tokenizer.get_vocab_size()
        network = build_text_network(recipe.architecture, vocab_size, kind.labels, recipe.arguments)
        width = recipe.arguments["hidden_size"] if recipe.architecture == "bert-classifier" else 0
        super().__init__(recipe, Learner(_eager(network), width, teacher).to(device), folder, device)

    def loss(self) -> Tensor:
        """Makes the batch of the step at hand; its loss."""
        batch = self.stream.batch(self.progress.step).to(self.device)
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            loss: Tensor = self.network(batch)
        return loss

    def result(self) -> nn.Module:
        """The model alone; what it learnt beside is left behind."""
        return self.network.network
