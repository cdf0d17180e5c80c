"""The colours of heat maps: viridis, whose lightness grows evenly and which colour-blind eyes can read.

Its table is in the public domain (CC0; Smith and van der Walt 2015, the default colour map of matplotlib).
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_ANCHORS: Final = (
    (68, 1, 84), (72, 26, 108), (71, 47, 125), (65, 68, 135), (57, 86, 140), (49, 104, 142), (42, 120, 142),
    (35, 136, 142), (31, 152, 139), (34, 168, 132), (53, 183, 121), (84, 197, 104), (122, 209, 81), (165, 219, 54),
    (210, 226, 27), (253, 231, 37),
)  # fmt: skip
"""Every seventeenth of its 256 colours."""

_COLD: Final = ((33, 102, 172), (146, 197, 222), (247, 247, 247), (244, 165, 130), (178, 24, 43))
"""From negative to positive, white at 0: RdBu of ColorBrewer (Harrower and Brewer 2003), turned round."""


def _table(anchors: tuple[tuple[int, int, int], ...]) -> NDArray[np.uint8]:
    at = np.linspace(0, 255, len(anchors))
    channels = [np.interp(np.arange(256), at, [anchor[channel] for anchor in anchors]) for channel in range(3)]
    return np.stack(channels, axis=1).round().astype(np.uint8)


HEAT: Final = _table(_ANCHORS)
"""(256, 3) uint8 sRGB, for values from 0 to the scale's end."""

SIGNED: Final = _table(_COLD)
"""(256, 3) uint8 sRGB, for values from minus the scale's end to the scale's end."""


def colormap_indices(values: NDArray[np.floating[Any]], top: float, signed: bool = False) -> NDArray[np.uint8]:
    """Places of values in a colour table: uint8 of the same shape; values beyond the scale have its end's.

    Args:
        values: Any shape; NaN counts as 0.
        top: The scale's end; where it is not positive, all values are at 0.
        signed: Whether the scale begins at ``-top`` rather than 0.
    """
    share = np.nan_to_num(values) / top if top > 0 else np.zeros_like(values)
    if signed:
        share = (share + 1) / 2
    return np.asarray((share.clip(0, 1) * 255).round(), dtype=np.uint8)
