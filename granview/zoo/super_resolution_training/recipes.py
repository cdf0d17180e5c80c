"""How the networks that enlarge pictures are trained: one recipe per model."""

from typing import Any

import msgspec

from granview.zoo.distillation.distillation import Distillation, distilled
from granview.zoo.super_resolution_training.pairs import SCALE


class SuperResolutionRecipe(msgspec.Struct, frozen=True):
    """How one network is built and trained; all draw from the same pictures.

    Attributes:
        name: The model's name and the name of its folder.
        architecture: A key of `granview.zoo.super_resolution.networks.SUPER_RESOLUTION_ARCHITECTURES`.
        arguments: Keyword arguments of the architecture.
        summary: One line for the catalogue.
        peak_rate: Highest learning rate.
        steps: Optimiser steps.
        batch_size: Patches per step.
        patch_px: Side of a patch before it is enlarged.
        seed: Seed of the weights and of the patches.
        weight_decay: AdamW's decoupled weight decay.
        distillation: The larger model that is heeded besides the originals; None for none.
    """

    name: str
    architecture: str
    arguments: dict[str, Any]
    summary: str
    peak_rate: float
    steps: int
    batch_size: int = 16
    patch_px: int = 32
    seed: int = 7
    weight_decay: float = 0.0
    distillation: Distillation | None = None


_ALL = (
    SuperResolutionRecipe(
        "fsrcnn-nano",
        "fsrcnn",
        {"scale": SCALE, "features": 32, "shrunk": 8, "depth": 2},
        "The smallest network that enlarges: FSRCNN on the luminance alone.",
        peak_rate=2e-3,
        steps=3000,
    ),
    SuperResolutionRecipe(
        "edsr-base",
        "edsr",
        {"scale": SCALE, "channels": 32, "blocks": 4},
        "The larger network that enlarges: EDSR with four residual blocks.",
        peak_rate=1.5e-3,
        steps=1600,
        batch_size=8,
    ),
)
_PLAIN = {recipe.name: recipe for recipe in _ALL}
_DISTILLED = distilled(
    _PLAIN["fsrcnn-nano"],
    Distillation("fsrcnn-nano", "edsr-base", temperature=None),
    "The smallest network that enlarges, distilled from the larger one.",
)
SUPER_RESOLUTION_RECIPES: dict[str, SuperResolutionRecipe] = {**_PLAIN, _DISTILLED.name: _DISTILLED}
