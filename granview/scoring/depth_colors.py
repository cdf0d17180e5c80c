"""Depth maps as places in a table of colours, near at its end: what the window and pages draw."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.scoring.depth_alignment import NEAREST_M, Alignment

UNKNOWN: Final = 0
"""The place of px of which nothing is known; others have 1, the farthest, to 255, the nearest."""

FARTHEST_SHOWN_M: Final = 1000.0

_MOST_SAMPLED: Final = 256
_CUT: Final = (1.0, 99.0)


@dataclass(frozen=True)
class DepthShade:
    """How values become places in a table of colours.

    Attributes:
        low: The value at one end; metres where there is an alignment.
        high: The value at the other end.
        alignment: What brings values to metres, which are told apart by their logarithm; None: values are drawn as they
            are.
        is_inverse: Whether larger values are nearer, where they are drawn as they are.
        is_shared: Whether other depth maps are drawn on the same scale.
    """

    low: float
    high: float
    alignment: Alignment | None = None
    is_inverse: bool = False
    is_shared: bool = False

    def places(self, values: NDArray[np.float32]) -> NDArray[np.uint8]:
        """(H, W) uint8 of values (H, W)."""
        share = self._share(values)
        nearness = share if self.alignment is None and self.is_inverse else 1 - share
        known = np.isfinite(nearness)
        return np.where(known, 1 + np.round(np.nan_to_num(nearness) * 254), UNKNOWN).astype(np.uint8)

    def _share(self, values: NDArray[np.float32]) -> NDArray[np.floating[Any]]:
        """How far from ``low`` to ``high`` each value is, 0 to 1; NaN where nothing is known."""
        low, high = self.low, self.high
        shown: NDArray[np.floating[Any]] = values
        if self.alignment is not None:
            shown = np.log(self.alignment.metres(values, FARTHEST_SHOWN_M))
            low, high = np.log(low), np.log(high)
        return np.clip((shown - low) / (high - low), 0, 1) if high > low else np.where(np.isfinite(shown), 0.5, np.nan)


def sampled(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """An even grid of at most 256 x 256 of the values (H, W), by which scales are fitted."""
    step = max(-(-max(values.shape) // _MOST_SAMPLED), 1)
    return values[::step, ::step]


def own_shade(values: NDArray[np.float32], kind: str) -> DepthShade:
    """The scale of one depth map by itself: from its first to its last percentile.

    Args:
        values: (H, W).
        kind: ``metric``, ``relative`` or ``inverse``.
    """
    if kind == "metric":
        return metric_shade([values])
    low, high = _range(sampled(values).ravel())
    return DepthShade(low, high, None, kind == "inverse")


def metric_shade(maps: list[NDArray[np.float32]]) -> DepthShade:
    """One scale in metres for some depth maps of metres."""
    values = np.concatenate([sampled(each).ravel() for each in maps])
    low, high = _range(np.clip(values, NEAREST_M, FARTHEST_SHOWN_M))
    return DepthShade(low, high, Alignment(), False, len(maps) > 1)


def _range(values: NDArray[np.float32]) -> tuple[float, float]:
    known = values[np.isfinite(values)]
    if not len(known):
        return 1.0, 1.0
    low, high = np.percentile(known, _CUT)
    return float(low), float(high)
