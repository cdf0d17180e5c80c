"""A crop of worn metal with one defect, as an inspector's camera sees it."""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from granview.zoo.defects.cracks import branching_crack, crazing, hairline_crack
from granview.zoo.defects.holes import inclusion, pit, pore_cluster
from granview.zoo.defects.kinds import Kind
from granview.zoo.defects.mark import Ink, Mark
from granview.zoo.defects.patches import blister, dent, rust_stain
from granview.zoo.defects.scratches import gouge, scratch, scuff
from granview.zoo.scenes.optics import Optics, expose
from granview.zoo.scenes.scene import FloatArray, ImageArray
from granview.zoo.scenes.surface import TINTS
from granview.zoo.scenes.texture import brushed, fractal, illumination

SIDE_PX = 96
RELIEF = 30.0
"""Grey levels per pixel of height and of diagonal step."""
STREAM = 12
"""First number of every seed, so that crops share no random numbers with scenes."""

PAINTERS: dict[Kind, Callable[[np.random.Generator, int], Mark]] = {
    Kind.HAIRLINE_CRACK: hairline_crack,
    Kind.BRANCHING_CRACK: branching_crack,
    Kind.CRAZING: crazing,
    Kind.SCRATCH: scratch,
    Kind.SCUFF: scuff,
    Kind.GOUGE: gouge,
    Kind.PIT: pit,
    Kind.PORE_CLUSTER: pore_cluster,
    Kind.INCLUSION: inclusion,
    Kind.RUST_STAIN: rust_stain,
    Kind.BLISTER: blister,
    Kind.DENT: dent,
}


@dataclass(frozen=True)
class Crop:
    """One crop.

    Attributes:
        image: (side, side, 3) uint8 sRGB.
        kind: What it shows.
        grain_px: Square root of the defect's area, in pixels.
    """

    image: ImageArray
    kind: Kind
    grain_px: float


def _surface(rng: np.random.Generator, side: int) -> FloatArray:
    """Bare metal with its grain, a stain and dust: radiance (side, side, 3) float32, about 0..255."""
    tint = (np.array(TINTS[rng.integers(len(TINTS))]) * rng.uniform(0.8, 1.1)).astype(np.float32)
    grain = brushed(rng, side, side, 40) if rng.random() < 0.5 else fractal(rng, side, side, 10, 3, 1.0)
    depth = np.clip(fractal(rng, side, side, side, octaves=4) - 0.2, 0, 0.7)
    stain = 1 - depth[..., None] * np.array((0.12, 0.25, 0.4), np.float32) * np.float32(rng.uniform(0, 0.6))
    dust = Ink(side)
    for x, y in rng.uniform(0, side, (int(rng.poisson(4)), 2)):
        dust.spot(float(x), float(y), 0.5)
    radiance: FloatArray = (tint + np.float32(rng.uniform(5, 14)) * grain[..., None]) * stain
    return radiance * (1 - 0.4 * dust.cover[..., None])


def _slope(height: FloatArray) -> FloatArray:
    """How far the surface faces the light, which falls from the upper left: (side, side) float32."""
    toward: FloatArray = cv2.filter2D(height, -1, np.array([[-1, 0, 0], [0, 0, 0], [0, 0, 1]], np.float32))
    return toward


def make_crop(kind: Kind, seed: int, side: int = SIDE_PX) -> Crop:
    """Paints one crop; the same arguments give the same bytes.

    Args:
        kind: The defect to show.
        seed: Any non-negative integer.
        side: Rows and columns, at least 48.
    """
    rng = np.random.default_rng((STREAM, int(kind), seed))
    mark = PAINTERS[kind](rng, side)
    radiance = _surface(rng, side) * (1 - mark.cover[..., None] * (1 - mark.factor))
    radiance += RELIEF * _slope(mark.height)[..., None]
    light = illumination(rng, side, side, float(rng.uniform(0.05, 0.2)))
    return Crop(expose(rng, radiance, light, Optics.sample(rng)), kind, float(mark.area_px) ** 0.5)
