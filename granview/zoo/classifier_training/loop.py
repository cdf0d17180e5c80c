"""The training loop of classifiers: fixed seeds, one-cycle schedule, float32, resumable at any checkpoint."""

from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from granview.zoo.classifier_training.crops import CropPool, draw_crops
from granview.zoo.classifier_training.folder import load_classifier
from granview.zoo.classifier_training.networks import CLASSIFIER_ARCHITECTURES
from granview.zoo.classifier_training.recipes import ClassifierRecipe
from granview.zoo.distillation.teacher import open_teacher
from granview.zoo.training.run import TrainingRun


class ClassifierTrainer(TrainingRun[ClassifierRecipe]):
    """One run of one recipe.

    Args:
        recipe: What to train.
        pool: Training crops.
        folder: Where the checkpoint is kept; a checkpoint found there is continued.
        device: Where to compute.
    """

    gradient_norm_max = 2.0

    def __init__(self, recipe: ClassifierRecipe, pool: CropPool, folder: Path, device: torch.device) -> None:
        self.teacher = open_teacher(recipe.distillation, load_classifier, device)
        torch.manual_seed(recipe.seed)
        network = CLASSIFIER_ARCHITECTURES[recipe.architecture](**recipe.arguments)
        super().__init__(recipe, network.to(device=device, memory_format=torch.channels_last), folder, device)
        self.pool = pool

    def loss(self) -> Tensor:
        """Draws the crops of the step at hand; their loss."""
        recipe = self.recipe
        drawn = draw_crops(self.pool, recipe.seed, self.progress.step, recipe.batch_size)
        images, kinds = (tensor.to(self.device) for tensor in drawn)
        logits = self.network(pixel_values=images).logits
        hard = functional.cross_entropy(logits, kinds)
        if self.teacher is None:
            return hard
        targets = self.teacher.outputs(lambda network: network(pixel_values=images).logits)
        return self.teacher.blended_with_soft_targets(hard, logits, targets)
