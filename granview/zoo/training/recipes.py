"""What is trained, and how: one recipe per zoo model."""

from typing import Any

import msgspec


class Stage(msgspec.Struct, frozen=True):
    """One stretch of training, by the crops that it draws.

    Attributes:
        steps: Optimiser steps.
        batch_size: Crops per step.
        crop_px: Side of the square crops.
        wide_every: Every so many steps the crops are twice as wide and a quarter as many; 0 for never.
    """

    steps: int
    batch_size: int
    crop_px: int
    wide_every: int = 0

    def batch_shape(self, step: int) -> tuple[int, int]:
        """Number of crops and their side in pixels at a step of the stage; the number of pixels stays the same."""
        if self.wide_every and step % self.wide_every == self.wide_every - 1:
            return max(self.batch_size // 4, 1), 2 * self.crop_px
        return self.batch_size, self.crop_px


STAGES = (Stage(1900, 8, 128, wide_every=3), Stage(500, 4, 256))
"""Many small crops first, which teach the details cheaply; then wider ones, which teach what belongs where."""


class Recipe(msgspec.Struct, frozen=True):
    """How one model is built and trained; all models see the same data for the same number of steps.

    Attributes:
        name: The model's name and the name of its folder.
        architecture: `unet`, `fcn` or `segformer`.
        arguments: Keyword arguments of the architecture.
        peak_rate: Highest learning rate.
        summary: One line for the catalogue.
        seed: Seed of the weights and of the order of the data.
        stages: What is drawn at which step.
        weight_decay: AdamW's decoupled weight decay.
    """

    name: str
    architecture: str
    arguments: dict[str, Any]
    peak_rate: float
    summary: str
    seed: int = 7
    stages: tuple[Stage, ...] = STAGES
    weight_decay: float = 0.01

    @property
    def steps(self) -> int:
        """Optimiser steps of all stages."""
        return sum(stage.steps for stage in self.stages)

    def stage_at(self, step: int) -> tuple[Stage, int]:
        """The stage of a step in 0..steps-1, and the step's number within the stage."""
        for stage in self.stages:
            if step < stage.steps:
                return stage, step
            step -= stage.steps
        raise IndexError(f"{self.name} has no step that late")


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
        3e-3,
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


def shortened(recipe: Recipe, steps: int) -> Recipe:
    """The recipe with about so many steps in all, its stages keeping their proportions; each has one at least."""
    stages = (max(round(stage.steps * steps / recipe.steps), 1) for stage in recipe.stages)
    changed = (msgspec.structs.replace(stage, steps=count) for stage, count in zip(recipe.stages, stages, strict=True))
    return msgspec.structs.replace(recipe, stages=tuple(changed))
