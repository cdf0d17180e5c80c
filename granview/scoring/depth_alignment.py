"""Depth maps brought to metres: those that are right but for a scale and a shift are given both by a reference.

Where values stand for one by the distance, they are aligned there, which is where networks learn them (Ranftl et al.
2020, "Towards Robust Monocular Depth Estimation", IEEE TPAMI 44, equation 7).
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

NEAREST_M: Final = 1e-3
"""No distance is nearer."""


@dataclass(frozen=True)
class Alignment:
    """From values to metres.

    Attributes:
        scale: What they are multiplied by.
        shift: What is added then, in metres, or in one by metres.
        is_inverse: Whether that is one by the distance.
    """

    scale: float = 1.0
    shift: float = 0.0
    is_inverse: bool = False

    def metres(self, values: NDArray[Any], cap_m: float) -> NDArray[np.float64]:
        """Distances of ``NEAREST_M`` to ``cap_m``; what lies behind infinity, as shifts may have it, is at the cap."""
        found = values.astype(np.float64) * self.scale + self.shift
        if self.is_inverse:
            found = 1 / np.maximum(found, 1 / cap_m)
        return np.clip(found, NEAREST_M, cap_m)


def alignment(values: NDArray[Any], metres: NDArray[Any], is_inverse: bool) -> Alignment | None:
    """The scale and shift that are nearest to the reference in least squares.

    Args:
        values: (n,) what a model says of px of which the distance is known.
        metres: (n,) their distances, above 0.
        is_inverse: Whether values stand for one by the distance.

    Returns:
        None where there are fewer than two px, or all values are equal: then there is nothing to align by.
    """
    wanted = 1 / metres.astype(np.float64) if is_inverse else metres.astype(np.float64)
    given = values.astype(np.float64)
    if len(given) < 2:
        return None
    mean, wanted_mean = given.mean(), wanted.mean()
    apart = given - mean
    spread = float(apart @ apart)
    if not spread > len(given) * (1e-7 * abs(mean)) ** 2:
        return None
    scale = float(apart @ (wanted - wanted_mean)) / spread
    return Alignment(scale, float(wanted_mean - scale * mean), is_inverse)
