"""What a defect does to the surface that it lies on."""

from dataclasses import dataclass

import cv2
import numpy as np

from granview.zoo.scenes.scene import FloatArray, ImageArray

SUBPIXEL_BITS = 4


@dataclass(frozen=True)
class Mark:
    """One defect on a square of surface.

    Attributes:
        cover: (side, side) float32, 0..1: how far the surface's colour is replaced.
        factor: (3,) float32: colour of the defect relative to the bare surface.
        height: (side, side) float32, pixels above the surface, negative below it; light falls from the upper left.
    """

    cover: FloatArray
    factor: FloatArray
    height: FloatArray

    @property
    def area_px(self) -> int:
        """Number of pixels that are clearly coloured, or clearly above or below the surface."""
        return int(np.count_nonzero((self.cover > 0.25) | (np.abs(self.height) > 0.3)))


class Ink:
    """A square on which lines and bodies are drawn with soft edges.

    Args:
        side: Rows and columns, in pixels.
    """

    def __init__(self, side: int) -> None:
        self._ink: ImageArray = np.zeros((side, side), np.uint8)

    @property
    def cover(self) -> FloatArray:
        """What was drawn: (side, side) float32, 0..1."""
        return self._ink.astype(np.float32) / np.float32(255)

    def line(self, path: FloatArray, thickness_px: int, closed: bool = False) -> None:
        """Draws through (N, 2) xy points."""
        cv2.polylines(self._ink, [_fixed(path)], closed, 255, thickness_px, cv2.LINE_AA, SUBPIXEL_BITS)

    def body(self, outline: FloatArray) -> None:
        """Fills a polygon of (N, 2) xy vertices."""
        cv2.fillPoly(self._ink, [_fixed(outline)], 255, cv2.LINE_AA, SUBPIXEL_BITS)

    def spot(self, x: float, y: float, radius_px: float) -> None:
        """Fills a disc."""
        center, radius = _fixed(np.array([x, y], np.float32)), round(radius_px * (1 << SUBPIXEL_BITS))
        cv2.circle(self._ink, (int(center[0]), int(center[1])), radius, 255, -1, cv2.LINE_AA, SUBPIXEL_BITS)


def _fixed(points: FloatArray) -> "np.ndarray[tuple[int, ...], np.dtype[np.int32]]":
    """Converts xy pixels to OpenCV's fixed-point coordinates."""
    return np.round(points * (1 << SUBPIXEL_BITS)).astype(np.int32)


def flat(side: int) -> FloatArray:
    """Neither above nor below the surface: (side, side) float32 zeros."""
    return np.zeros((side, side), np.float32)


def grey(factor: float) -> FloatArray:
    """A colour factor that changes no hue: (3,) float32."""
    return np.full(3, factor, np.float32)


def soft(cover: FloatArray, blur_px: float) -> FloatArray:
    """A cover with softer edges."""
    blurred: FloatArray = cv2.GaussianBlur(cover, (0, 0), blur_px)
    return blurred


def log_uniform(rng: np.random.Generator, low: float, high: float) -> float:
    """A number that is as likely in each octave from `low` to `high`."""
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))


def near_centre(rng: np.random.Generator, side: int, share: float = 0.16) -> tuple[float, float]:
    """An xy position about the middle of a square, off by up to a share of its side."""
    x, y = side * (0.5 + rng.uniform(-share, share, 2))
    return float(x), float(y)
