"""How the classifiers are trained: one recipe per model."""

from typing import Any

import msgspec

from granview.zoo.distillation.distillation import Distillation, distilled


class ClassifierRecipe(msgspec.Struct, frozen=True):
    """How one classifier is built and trained; all draw from the same crops.

    Attributes:
        name: The model's name and the name of its folder.
        architecture: A key of `granview.zoo.classifier_training.networks.CLASSIFIER_ARCHITECTURES`.
        arguments: Keyword arguments of the architecture.
        summary: One line for the catalogue.
        peak_rate: Highest learning rate.
        steps: Optimiser steps.
        batch_size: Crops per step.
        seed: Seed of the weights and of the order of the crops.
        weight_decay: AdamW's decoupled weight decay.
        distillation: The larger model that is heeded besides the kinds; None for none.
    """

    name: str
    architecture: str
    arguments: dict[str, Any]
    summary: str
    peak_rate: float = 4e-3
    steps: int = 1600
    batch_size: int = 48
    seed: int = 7
    weight_decay: float = 0.02
    distillation: Distillation | None = None


_ALL = (
    ClassifierRecipe(
        "resnet-base",
        "resnet",
        {"embedding_size": 32, "hidden_sizes": [32, 64, 128, 192], "depths": [2, 2, 2, 1]},
        "The larger ResNet: seven basic blocks.",
        peak_rate=3e-3,
    ),
    ClassifierRecipe(
        "resnet-nano",
        "resnet",
        {"embedding_size": 12, "hidden_sizes": [12, 24, 48, 96], "depths": [1, 1, 1, 1]},
        "The smallest ResNet: one narrow block per stage.",
    ),
    ClassifierRecipe(
        "efficientnet-nano",
        "efficientnet",
        {
            "width_coefficient": 0.35,
            "out_channels": [16, 24, 40, 80],
            "num_block_repeats": [1, 1, 1, 1],
            "hidden_dim": 448,
        },
        "The smallest EfficientNet: four narrow blocks.",
        steps=1000,
        batch_size=32,
    ),
    ClassifierRecipe(
        "efficientnet-base",
        "efficientnet",
        {
            "width_coefficient": 0.5,
            "out_channels": [16, 24, 40, 80, 112],
            "num_block_repeats": [1, 1, 1, 2, 1],
            "hidden_dim": 640,
        },
        "The larger EfficientNet: six blocks, wider.",
        steps=1000,
        batch_size=32,
    ),
)
_PLAIN = {recipe.name: recipe for recipe in _ALL}
_DISTILLED = (
    distilled(
        _PLAIN["resnet-nano"],
        Distillation("resnet-nano", "resnet-base"),
        "The smallest ResNet, distilled from the larger one.",
    ),
    distilled(
        _PLAIN["efficientnet-nano"],
        Distillation("efficientnet-nano", "efficientnet-base"),
        "The smallest EfficientNet, distilled from the larger one.",
    ),
)
CLASSIFIER_RECIPES: dict[str, ClassifierRecipe] = _PLAIN | {recipe.name: recipe for recipe in _DISTILLED}
