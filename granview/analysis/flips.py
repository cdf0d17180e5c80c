"""Which units one lane has right and another has not. Arrays in, arrays out."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]

MUCH: Final = 0.1
"""Where units are neither right nor wrong: by more than this a score must fall, or rise, to be a flip."""


@dataclass(frozen=True)
class FlipMasks:
    """Of n units, each (n,) bool; a unit without a score in either lane is in none of them.

    Attributes:
        both: Units that both lanes have a score of.
        lost: Those that the parent has right and the variant has wrong.
        gained: Those that the variant has right and the parent has wrong.
    """

    both: Mask
    lost: Mask
    gained: Mask


def flip_masks(parent: NDArray[Any], variant: NDArray[Any], right_above: float | None) -> FlipMasks:
    """Compare the scores of the same units in two lanes.

    Args:
        parent: (n,) scores, 0 to 1, NaN where there is none.
        variant: (n,) scores of the other lane.
        right_above: A unit is right whose score is above this; None where units are neither right nor wrong, so that a
            score that falls by more than ``MUCH`` is lost, and one that rises by more is gained.
    """
    both = ~np.isnan(parent) & ~np.isnan(variant)
    if right_above is None:
        change = np.where(both, variant, 0.0) - np.where(both, parent, 0.0)
        return FlipMasks(both, change < -MUCH, change > MUCH)
    had, has = parent > right_above, variant > right_above
    return FlipMasks(both, both & had & ~has, both & has & ~had)
