"""How the learning rate of a detector goes: up, level, and down at the end."""

import math
from typing import Final

WARMUP_STEPS: Final = 200
DECAY_STEPS: Final = 300


def detector_rate(step: int, steps: int, peak: float) -> float:
    """Linear warm-up, then level, then a cosine to zero over the last steps (after Hägele et al., 2024, 2405.18392).

    A run may so be made longer or shorter while its rate is level, without having been another run until then. Runs
    that are too short for both ends share their steps alike between them.

    Args:
        step: From 0 to `steps` - 1.
        steps: Of the whole cycle.
        peak: Highest learning rate.
    """
    short = min(1.0, steps / (WARMUP_STEPS + DECAY_STEPS))
    warmup, decay = WARMUP_STEPS * short, DECAY_STEPS * short
    if step < warmup:
        return peak * (step + 1) / (warmup + 1)
    left = min((steps - step) / decay, 1.0)
    return peak * 0.5 * (1 - math.cos(math.pi * left))
