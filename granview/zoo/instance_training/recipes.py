"""What detectors are trained, and how: one recipe per model."""

from typing import Any

import msgspec

from granview.zoo.seeds import SCENE_HEIGHT, SCENE_WIDTH

INSTANCES, BOXES = "instance-segmentation", "object-detection"


class DetectorRecipe(msgspec.Struct, frozen=True):
    """How one detector is built and trained.

    Attributes:
        name: The model's name and the name of its folder.
        architecture: `mask-rcnn` or `fcos`.
        arguments: Keyword arguments of the architecture.
        task: Hugging Face pipeline tag, or the name of this program where there is none.
        starts_from: The zoo's U-Net whose weights the backbone starts from; its widths are the backbone's.
        peak_rate: Highest learning rate.
        summary: One line for the catalogue.
        cycles: Optimiser steps of each rise and fall of the learning rate.
        batch_size: Crops per step.
        crop_px: Side of the square crops.
        whole_every: Every so many steps one whole tile is drawn instead, whose objects are not cut.
        seed: Seed of the weights and of the order of the data.
        weight_decay: AdamW's decoupled weight decay.
        note: How the figures are to be read beside those of other models, in words.
    """

    name: str
    architecture: str
    arguments: dict[str, Any]
    task: str
    starts_from: str
    peak_rate: float
    summary: str
    cycles: tuple[int, ...]
    batch_size: int = 2
    crop_px: int = 256
    whole_every: int = 3
    seed: int = 7
    weight_decay: float = 0.01
    note: str = ""

    @property
    def steps(self) -> int:
        """Optimiser steps of all cycles."""
        return sum(self.cycles)

    def cycle_at(self, step: int) -> tuple[int, int]:
        """The number of a step in 0..steps-1 within its cycle, and the steps of that cycle."""
        for steps in self.cycles:
            if step < steps:
                return step, steps
            step -= steps
        raise IndexError(f"{self.name} has no step that late")

    def batch_shape(self, step: int) -> tuple[int, int, int]:
        """Number of pictures at a step, and their height and width in pixels."""
        if step % self.whole_every == self.whole_every - 1:
            return 1, SCENE_HEIGHT, SCENE_WIDTH
        return self.batch_size, self.crop_px, self.crop_px


_ALL = (
    DetectorRecipe(
        "mask-rcnn-nano",
        "mask-rcnn",
        {
            "widths": [8, 16, 32],
            "stem_stride": 2,
            "deeper": [48, 64, 64],
            "out_channels": 24,
            "box_width": 96,
            "mask_layers": [24, 24],
        },
        INSTANCES,
        "unet-nano",
        2e-3,
        "The smaller Mask R-CNN: a backbone at half resolution, 24 channels in the pyramid.",
        cycles=(1100,),
        note="Had 1,100 steps, and mask-rcnn-small 1,500, which scores higher. Hairlines such as "
        "poles, cracks and scratches have an AP of about 0: a mask of 28x28 points cannot draw them.",
    ),
    DetectorRecipe(
        "mask-rcnn-small",
        "mask-rcnn",
        {
            "widths": [8, 16, 32, 64, 128],
            "deeper": [160, 96],
            "out_channels": 64,
            "box_width": 256,
            "mask_layers": [64, 64, 64],
        },
        INSTANCES,
        "unet-small",
        1e-3,
        "The larger Mask R-CNN: a backbone at full resolution, 64 channels in the pyramid.",
        cycles=(800, 700),
        note="Scores higher than mask-rcnn-nano, which had 1,100 steps where this one had 1,500. Hairlines such as "
        "poles, cracks and scratches have an AP of about 0: a mask of 28x28 points cannot draw them.",
    ),
    DetectorRecipe(
        "fcos-small",
        "fcos",
        {"widths": [8, 16, 32, 64, 128], "deeper": [160], "out_channels": 48, "head_depth": 2},
        BOXES,
        "unet-small",
        1e-3,
        "A single-stage detector without anchors: boxes alone.",
        cycles=(1000,),
        note="Trained briefly, for 1,000 steps. Beside the Mask R-CNNs it has a different head, and other steps.",
    ),
)
DETECTOR_RECIPES: dict[str, DetectorRecipe] = {recipe.name: recipe for recipe in _ALL}
