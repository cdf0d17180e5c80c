"""Label maps shaded by how sure a lane is: each class in a few steps of lightness, the less sure the lighter."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import Color, LabelSet
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.pictures.label_map_indices import NOTHING, REST, Compaction, blocks, color_table

STEPS: Final = (8, 4, 2)
"""Of lightness, as many as have room for all classes among the 255 indices."""

LIGHTEST: Final = 0.8
"""How far towards white the colour goes of what a lane is not sure of at all."""

_INDICES: Final = 255


def steps_for(compaction: Compaction) -> int:
    """How many steps of lightness each class has; 1 where there are too many classes for any."""
    n = len(compaction.classes) + (compaction.left_over > 0)
    return next((steps for steps in STEPS if n * steps <= _INDICES), 1)


def shaded_indices(compaction: Compaction, confidence: NDArray[np.uint8], steps: int) -> NDArray[np.uint8]:
    """(H, W) uint8: for each class and step an index of its own, 0 for nothing; the rarer class has the larger one.

    Args:
        compaction: The classes.
        confidence: (H, W) uint8, 0 to 255.
        steps: For each class.
    """
    n = len(compaction.classes)
    found = np.empty(confidence.shape, np.uint8)
    part = np.arange(256) / 255
    step_of = np.minimum((part * steps).astype(np.uint8), steps - 1)
    is_rest = (compaction.indices == REST) & (compaction.left_over > 0)
    for rows in blocks(confidence.shape):
        indices = compaction.indices[rows]
        place = np.where(is_rest[rows], n, indices.astype(np.int32) - 1)
        shaded = 1 + place * steps + (steps - 1 - np.take(step_of, confidence[rows]))
        found[rows] = np.where(indices == NOTHING, NOTHING, shaded)
    return found


def shaded_table(compaction: Compaction, labels: LabelSet, style: OverlayStyle, steps: int) -> list[int]:
    """256 colours as 0xAARRGGBB for those indices: a class's own colour where the lane is surest."""
    plain = color_table(compaction, labels, style)
    own = [*plain[1 : len(compaction.classes) + 1], *([plain[REST]] if compaction.left_over else [])]
    table = [0] * 256
    for place, argb in enumerate(own):
        for step in range(steps):
            table[1 + place * steps + step] = lightened(argb, LIGHTEST * step / max(steps - 1, 1))
    return table


def lightened(argb: int, part: float) -> int:
    """A colour 0xAARRGGBB, moved by a part of 0 to 1 towards white at the same opacity."""
    if not argb:
        return 0
    channels = (argb >> shift & 255 for shift in (16, 8, 0))
    red, green, blue = (round(channel + (255 - channel) * part) for channel in channels)
    return argb & 0xFF000000 | red << 16 | green << 8 | blue


def legend_color(part: float) -> Color:
    """A grey as dark as a class's colour would be, at a confidence of 0 to 1."""
    value = round(90 + (255 - 90) * LIGHTEST * (1 - part))
    return value, value, value
