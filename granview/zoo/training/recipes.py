"""What is trained, and how: one recipe per zoo model."""

from typing import Any

import msgspec

from granview.zoo.distillation.distillation import Distillation, distilled
from granview.zoo.training.schedule import Cycle, Stage

FIRST = Cycle((Stage(1900, 8, 128, wide_every=3), Stage(500, 4, 256)))
"""Many small crops first, which teach the details cheaply; then wider ones, which teach what belongs where."""
REFINING = Cycle((Stage(1500, 4, 256),), rate=0.35, weighted=False, frozen_statistics=True)
"""Once rare classes are found at all, weighing them more costs precision. Small batches give noisy statistics."""
LONG_REFINING = Cycle((Stage(3000, 4, 256),), weighted=False, frozen_statistics=True)
"""For a transformer of some depth, which the first cycle leaves far from what it can learn."""

POINTS = Cycle((Stage(2500, 8, 128),), weighted=False)
"""For the head of a PointRend alone; its base has been trained before and stays as it is."""


class Recipe(msgspec.Struct, frozen=True):
    """How one model is built and trained; all models draw from the same data.

    Attributes:
        name: The model's name and the name of its folder.
        architecture: `unet`, `fcn`, `pointrend` or `segformer`.
        arguments: Keyword arguments of the architecture.
        peak_rate: Highest learning rate.
        summary: One line for the catalogue.
        seed: Seed of the weights and of the order of the data.
        cycles: What is drawn at which step, and how far the learning rate rises and falls.
        weight_decay: AdamW's decoupled weight decay.
        starts_from: The embedded model that the training starts from; empty for none.
        note: How the figures are to be read beside those of other models, in words.
        distillation: The larger model that is heeded besides the labels; None for none.
    """

    name: str
    architecture: str
    arguments: dict[str, Any]
    peak_rate: float
    summary: str
    seed: int = 7
    cycles: tuple[Cycle, ...] = (FIRST, REFINING)
    weight_decay: float = 0.01
    starts_from: str = ""
    note: str = ""
    distillation: Distillation | None = None

    @property
    def steps(self) -> int:
        """Optimiser steps of all cycles."""
        return sum(cycle.steps for cycle in self.cycles)

    def cycle_at(self, step: int) -> tuple[Cycle, int]:
        """The cycle of a step in 0..steps-1, and the step's number within the cycle."""
        for cycle in self.cycles:
            if step < cycle.steps:
                return cycle, step
            step -= cycle.steps
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
        cycles=(FIRST, LONG_REFINING),
    ),
    Recipe(
        "fcn-small",
        "fcn",
        {"widths": [16, 32, 64, 112]},
        5e-3,
        "A plain FCN: one output at an eighth.",
        cycles=(FIRST, REFINING.scaled(0.5)),
    ),
    Recipe(
        "segformer-nano",
        "segformer",
        {"hidden_sizes": [16, 32, 48, 64], "depths": [1, 1, 1, 1], "decoder_hidden_size": 64},
        2e-3,
        "The smallest SegFormer: one block per stage.",
    ),
    Recipe(
        "pointrend-nano",
        "pointrend",
        {
            "widths": [8, 16, 32],
            "stem_stride": 2,
            "detail_channels": 8,
            "head_width": 32,
            "head_depth": 3,
            "share": 0.2,
        },
        3e-3,
        "The smallest U-Net with a PointRend head, which decides uncertain pixels at full resolution.",
        cycles=(POINTS,),
        starts_from="unet-nano",
        note="To be read beside unet-nano, which it contains unchanged: the same scenes give that one a boundary "
        "F-score of 0.582 within 1 px, a boundary IoU of 0.592 and an mIoU of 0.666. The head decides one pixel in "
        "five anew. Part of what it gains comes from its two convolutions at full resolution, which the U-Net lacks.",
    ),
)
_PLAIN = {recipe.name: recipe for recipe in _ALL}
_DISTILLED = (
    distilled(
        _PLAIN["unet-nano"],
        Distillation("unet-nano", "unet-base"),
        "The smallest U-Net, distilled from the largest.",
    ),
    distilled(
        _PLAIN["segformer-nano"],
        Distillation("segformer-nano", "segformer-small"),
        "The smallest SegFormer, distilled from the larger one.",
    ),
)
RECIPES: dict[str, Recipe] = _PLAIN | {recipe.name: recipe for recipe in _DISTILLED}


def shortened(recipe: Recipe, steps: int) -> Recipe:
    """The recipe with about so many steps in all, its stages keeping their proportions; each has one at least."""
    cycles = tuple(cycle.scaled(steps / recipe.steps) for cycle in recipe.cycles)
    return msgspec.structs.replace(recipe, cycles=cycles)
