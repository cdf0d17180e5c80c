"""The geometry of a road seen from a driver's seat: road coordinates to pixels."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from granview.zoo.scenes.scene import FloatArray


@dataclass(frozen=True)
class Perspective:
    """A flat road under a pinhole camera.

    Attributes:
        height: Rows of the picture.
        horizon_px: Row of the horizon.
        vanishing_px: Column at which the road meets the horizon.
        foot_px: Column of the road's centre at the bottom of the picture.
        half_width_px: Half the road's width at the bottom of the picture.
        bend_px: Greatest sideways displacement of a curved road.
    """

    height: int
    horizon_px: float
    vanishing_px: float
    foot_px: float
    half_width_px: float
    bend_px: float

    @classmethod
    def sample(cls, rng: np.random.Generator, height: int, width: int) -> "Perspective":
        """Draws a camera and a road for a picture of this size."""
        return cls(
            height=height,
            horizon_px=height * float(rng.uniform(0.32, 0.5)),
            vanishing_px=width * float(rng.uniform(0.3, 0.7)),
            foot_px=width * float(rng.uniform(0.35, 0.65)),
            half_width_px=width * float(rng.uniform(0.45, 0.75)),
            bend_px=width * float(rng.normal(0, 0.12)),
        )

    def half_width_at(self, depth: float) -> float:
        """Half the road's width in pixels at a depth; depth 1 is the bottom of the picture."""
        return self.half_width_px / depth

    def at(self, depth: ArrayLike, across: ArrayLike) -> FloatArray:
        """Pixels of road positions: (N, 2) float32 xy.

        Args:
            depth: (N,) distance ahead, 1 at the bottom of the picture, without unit.
            across: (N,) sideways position, -1 and 1 on the road's edges.
        """
        nearness = 1 / np.asarray(depth, np.float32)
        center = self.vanishing_px + (self.foot_px - self.vanishing_px) * nearness
        center = center + self.bend_px * nearness * (1 - nearness) * 2
        columns = center + np.asarray(across, np.float32) * self.half_width_px * nearness
        rows = self.horizon_px + (self.height - self.horizon_px) * nearness
        points: FloatArray = np.stack(np.broadcast_arrays(columns, rows), axis=-1).astype(np.float32)
        return points

    def strip(self, near: float, far: float, left: float, right: float) -> FloatArray:
        """Outline of a stretch of road surface: (24, 2) float32 xy."""
        depth = np.geomspace(near, far, 12)
        return np.vstack((self.at(depth, np.full(12, left)), self.at(depth[::-1], np.full(12, right))))
