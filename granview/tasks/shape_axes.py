"""Measures of regions and objects besides their size; what each is in numbers: ``granview.scoring.region_shapes``."""

import math
from typing import Final

from granview.tasks.base import GrainAxis
from granview.tasks.class_axes import class_axes

SHAPES: Final = ("radius_px", "thinness", "contrast", "neighbours", "border_px")
"""Columns of units."""

_RADII: Final = (0.0, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, math.inf)
_THINNESS: Final = (0.0, 1.5, 2.0, 4.0, 8.0, 16.0, 32.0, math.inf)
_CONTRASTS: Final = (0.0, 0.02, 0.05, 0.1, 0.2, 0.4, math.inf)
_NEIGHBOURS: Final = (0.0, 1.0, 2.0, 3.0, 5.0, 9.0, 17.0, math.inf)
_BORDERS: Final = (0.0, 1.0, 8.0, 32.0, 128.0, math.inf)
_OF_REGIONS: Final = "Other regions that it shares a side of a pixel with."
_OF_OBJECTS: Final = "Other objects whose boxes meet its box, made twice as wide and high."


def region_axes(kind: str) -> tuple[GrainAxis, ...]:
    """Those of the regions of a label map."""
    return _axes(kind, "region", _OF_REGIONS)


def object_axes(kind: str) -> tuple[GrainAxis, ...]:
    """Those of single objects."""
    return _axes(kind, "object", _OF_OBJECTS)


def _axes(kind: str, noun: str, neighbours: str) -> tuple[GrainAxis, ...]:
    return (
        GrainAxis(
            *(kind, "Inscribed radius", "px", _RADII),
            column="radius_px",
            description=f"Largest distance to the {noun}'s boundary: half of how thick it is where it is thickest.",
        ),
        GrainAxis(
            *(kind, "Thinness", "", _THINNESS),
            harder="large",
            column="thinness",
            description="Area / (2 radius)²: how many times longer than wide. 1: a square; 100: a hairline.",
        ),
        GrainAxis(
            *(kind, "Contrast", "", _CONTRASTS),
            column="contrast",
            description=f"Difference of the {noun}'s mean luminance from that 3 px around it, 0 to 1.",
        ),
        GrainAxis(
            *(kind, "Neighbours", "", _NEIGHBOURS),
            is_count=True,
            harder="large",
            column="neighbours",
            description=neighbours,
        ),
        GrainAxis(
            *(kind, "Distance from the border", "px", _BORDERS),
            column="border_px",
            description="Of its box from the picture's border; 0 where it is cut off.",
        ),
        *class_axes(kind),
    )
