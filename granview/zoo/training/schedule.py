"""When a training draws which crops, and at what learning rate."""

import math
from typing import Self

import msgspec

WARMUP = 0.1


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


class Cycle(msgspec.Struct, frozen=True):
    """One rise and fall of the learning rate, with an optimiser of its own.

    Attributes:
        stages: What is drawn at which step.
        rate: Highest learning rate, as a share of the recipe's.
        weighted: Whether rare classes weigh more in the cross-entropy.
        frozen_statistics: Whether batch normalisation uses the means and variances gathered so far, as it will when
            the model is used, instead of those of each batch. Only SegFormer's decoder has such a layer.
    """

    stages: tuple[Stage, ...]
    rate: float = 1.0
    weighted: bool = True
    frozen_statistics: bool = False

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
        raise IndexError(f"a cycle of {self.steps} steps has no step that late")

    def scaled(self, factor: float) -> Self:
        """The cycle with about `factor` times the steps; each stage has one at least."""
        stages = (msgspec.structs.replace(stage, steps=max(round(stage.steps * factor), 1)) for stage in self.stages)
        return msgspec.structs.replace(self, stages=tuple(stages))


def learning_rate(step: int, steps: int, peak: float) -> float:
    """One cycle: linear warm-up over the first tenth, then a cosine to zero (after Smith, 2018, arXiv:1803.09820)."""
    warmup = max(WARMUP * steps, 1.0)
    if step < warmup:
        return peak * (step + 1) / (warmup + 1)
    return peak * 0.5 * (1 + math.cos(math.pi * (step - warmup) / max(steps - warmup, 1.0)))
