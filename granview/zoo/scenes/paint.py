"""A canvas on which labels, objects and shading are drawn from the same geometry, and its development."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import ArrayLike

from granview.zoo.labels import NUM_LABELS, Label
from granview.zoo.scenes.scene import FloatArray, ImageArray, LabelArray, OwnerArray, Scene

Points = FloatArray
Tone = float | tuple[float, float, float]
SUBPIXEL_BITS = 4


@dataclass
class Canvas:
    """Label map, owners and tone, painted together so that the reference is exact.

    Attributes:
        height: Rows.
        width: Columns.
        labels: (H, W) uint8 label map.
        owners: (H, W) uint16 number of the object that a pixel belongs to, from 1; 0 for none.
        kinds: Class of each object begun so far.
        tone: (H, W, 3) float32 relative change of each thing's colour, 0 for the class's own.
    """

    height: int
    width: int
    labels: LabelArray = field(init=False)
    owners: OwnerArray = field(init=False)
    kinds: list[Label] = field(default_factory=list, init=False)
    tone: FloatArray = field(init=False)
    _owner: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        """Starts with an empty background."""
        self.labels = np.zeros((self.height, self.width), np.uint8)
        self.owners = np.zeros((self.height, self.width), np.uint16)
        self.tone = np.zeros((self.height, self.width, 3), np.float32)

    @contextmanager
    def thing(self, kind: Label) -> Iterator[None]:
        """Begins an object of a class: what is painted within the block belongs to it."""
        self.kinds.append(kind)
        self._owner = len(self.kinds)
        yield
        self._owner = 0

    def scene(self, image: ImageArray) -> Scene:
        """The scene whose photograph (H, W, 3) uint8 was taken of this canvas."""
        return Scene(image, self.labels, self.owners, tuple(self.kinds))

    def fill(self, label: Label, points: Points, tone: Tone = 0.0) -> None:
        """Fills a polygon of (N, 2) xy vertices in pixels."""
        polygon = [_fixed(points)]
        cv2.fillPoly(self.labels, polygon, int(label), cv2.LINE_8, SUBPIXEL_BITS)
        cv2.fillPoly(self.owners, polygon, self._owner, cv2.LINE_8, SUBPIXEL_BITS)
        cv2.fillPoly(self.tone, polygon, _rgb(tone), cv2.LINE_8, SUBPIXEL_BITS)

    def stroke(self, label: Label, points: Points, thickness_px: int, closed: bool = False, tone: Tone = 0.0) -> None:
        """Draws a polyline through (N, 2) xy points, `thickness_px` wide, without anti-aliasing."""
        line = [_fixed(points)]
        cv2.polylines(self.labels, line, closed, int(label), thickness_px, cv2.LINE_8, SUBPIXEL_BITS)
        cv2.polylines(self.owners, line, closed, self._owner, thickness_px, cv2.LINE_8, SUBPIXEL_BITS)
        cv2.polylines(self.tone, line, closed, _rgb(tone), thickness_px, cv2.LINE_8, SUBPIXEL_BITS)

    def dot(self, label: Label, x: float, y: float, diameter_px: int, tone: Tone = 0.0) -> None:
        """Draws a spot: a square up to 2 pixels across, a disc from 3 pixels."""
        column, row = int(x), int(y)
        if diameter_px <= 2:
            rows, columns = slice(max(row, 0), row + diameter_px), slice(max(column, 0), column + diameter_px)
            self.labels[rows, columns] = label
            self.owners[rows, columns] = self._owner
            self.tone[rows, columns] = _rgb(tone)
            return
        center, radius = (column, row), diameter_px // 2
        cv2.circle(self.labels, center, radius, int(label), -1)
        cv2.circle(self.owners, center, radius, self._owner, -1)
        cv2.circle(self.tone, center, radius, _rgb(tone), -1)


def _rgb(tone: Tone) -> tuple[float, float, float]:
    """Spreads a grey tone over the three channels."""
    return tone if isinstance(tone, tuple) else (tone, tone, tone)


def _fixed(points: Points) -> "np.ndarray[tuple[int, ...], np.dtype[np.int32]]":
    """Converts xy pixels to OpenCV's fixed-point coordinates."""
    return np.round(points * (1 << SUBPIXEL_BITS)).astype(np.int32)


def develop(
    canvas: Canvas,
    colors: Mapping[Label, ArrayLike],
    roughness: Mapping[Label, float],
    texture: FloatArray,
) -> FloatArray:
    """Gives every pixel its class's colour, its thing's tone and the texture of its material.

    Args:
        canvas: What was painted.
        colors: Base colour per class, sRGB 0..255.
        roughness: Strength of the texture per class, in grey levels.
        texture: (H, W) float32, about -1..1.

    Returns:
        Radiance (H, W, 3) float32, about 0..255.
    """
    palette, strength = np.zeros((NUM_LABELS, 3), np.float32), np.zeros(NUM_LABELS, np.float32)
    for label, color in colors.items():
        palette[label] = color
        strength[label] = roughness.get(label, 0.0)
    relief = strength[canvas.labels] * texture
    radiance: FloatArray = palette[canvas.labels] * (1 + canvas.tone) + relief[..., None]
    return radiance
