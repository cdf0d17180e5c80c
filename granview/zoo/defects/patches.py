"""What spreads over an area: rust, blisters of a coating, dents."""

import numpy as np

from granview.zoo.defects.mark import Ink, Mark, flat, grey, log_uniform, near_centre, soft
from granview.zoo.scenes.scene import FloatArray
from granview.zoo.scenes.shapes import blob
from granview.zoo.scenes.surface import RUST
from granview.zoo.scenes.texture import fractal


def rust_stain(rng: np.random.Generator, side: int) -> Mark:
    """A mottled brown patch without a sharp edge."""
    ink = Ink(side)
    radius = log_uniform(rng, 0.07 * side, 0.35 * side)
    ink.body(blob(rng, *near_centre(rng, side), radius, 0.2, 1.4))
    mottle = np.clip(0.6 + fractal(rng, side, side, 0.6 * radius, octaves=4), 0, 1).astype(np.float32)
    cover = soft(ink.cover, 0.12 * radius + 0.6) * mottle * np.float32(rng.uniform(0.3, 0.9))
    hue = (1 - (1 - RUST) * rng.uniform(0.5, 1.0)).astype(np.float32)
    return Mark(cover, hue, flat(side))


def _dome(rng: np.random.Generator, side: int) -> FloatArray:
    """A smooth rise over a roundish area: (side, side) float32, pixels; its slopes do not depend on its size."""
    ink = Ink(side)
    radius = log_uniform(rng, 0.06 * side, 0.22 * side)
    ink.body(blob(rng, *near_centre(rng, side), radius, 0.08, 1.25))
    return soft(ink.cover, 0.3 * radius) * np.float32(0.3 * radius * rng.uniform(0.6, 1.5))


def blister(rng: np.random.Generator, side: int) -> Mark:
    """A rise: bright towards the light, dark away from it."""
    return Mark(flat(side), grey(1.0), _dome(rng, side))


def dent(rng: np.random.Generator, side: int) -> Mark:
    """A hollow: dark towards the light, bright away from it."""
    return Mark(flat(side), grey(1.0), -_dome(rng, side))
