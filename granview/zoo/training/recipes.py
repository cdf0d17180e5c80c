"""What is trained, and how: one recipe per zoo model."""

from typing import Any

import msgspec

NUM_STEPS = 2400
BATCH_SIZE = 8
CROP_PX = 128
WIDE_EVERY = 3


class Recipe(msgspec.Struct, frozen=True):
    """How one model is built and trained; all models see the same data for the same number of steps.

    Attributes:
        name: The model's name and the name of its folder.
        architecture: `unet`, `fcn` or `segformer`.
        arguments: Keyword arguments of the architecture.
        peak_rate: Highest learning rate.
        summary: One line for the catalogue.
        seed: Seed of the weights and of the order of the data.
        steps: Optimiser steps.
        batch_size: Crops per step.
        crop_px: Side of the square crops.
        wide_every: Every so many steps the crops are twice as wide and a quarter as many, for the sake of context.
        weight_decay: AdamW's decoupled weight decay.
    """

    name: str
    architecture: str
    arguments: dict[str, Any]
    peak_rate: float
    summary: str
    seed: int = 7
    steps: int = NUM_STEPS
    batch_size: int = BATCH_SIZE
    crop_px: int = CROP_PX
    wide_every: int = WIDE_EVERY
    weight_decay: float = 0.01


_ALL = (
    Recipe(
        "unet-nano",
        "unet",
        {"widths": [8, 16, 32], "stem_stride": 2},
        6e-3,
        "The smallest U-Net: half resolution, three levels.",
    ),
    Recipe(
        "unet-base",
        "unet",
        {"widths": [16, 32, 64, 128, 224, 224]},
        4e-3,
        "The largest U-Net: full resolution, six levels, wide where it is deep.",
    ),
    Recipe("unet-small", "unet", {"widths": [8, 16, 32, 64, 128]}, 5e-3, "A slim U-Net: full resolution, five levels."),
    Recipe(
        "segformer-small",
        "segformer",
        {"hidden_sizes": [24, 48, 96, 128], "depths": [1, 2, 2, 1], "decoder_hidden_size": 96},
        1e-3,
        "A small SegFormer: transformer stages at strides 4 to 32.",
    ),
    Recipe("fcn-small", "fcn", {"widths": [16, 32, 64, 112]}, 5e-3, "A plain FCN: one output at an eighth."),
    Recipe(
        "segformer-nano",
        "segformer",
        {"hidden_sizes": [16, 32, 48, 64], "depths": [1, 1, 1, 1], "decoder_hidden_size": 64},
        2e-3,
        "The smallest SegFormer: one block per stage.",
    ),
)
RECIPES: dict[str, Recipe] = {recipe.name: recipe for recipe in _ALL}


def batch_shape(recipe: Recipe, step: int) -> tuple[int, int]:
    """Number of crops and their side in pixels at one step; the number of pixels is about the same at every step."""
    if step % recipe.wide_every == recipe.wide_every - 1:
        return max(recipe.batch_size // 4, 1), 2 * recipe.crop_px
    return recipe.batch_size, recipe.crop_px
