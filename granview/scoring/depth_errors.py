"""How far distances are off: px by px, by distance, and by how near to a depth edge they are."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Metres = NDArray[np.float64]

DISTANCES_M: Final = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
"""Where bands of distance begin: octaves."""

FROM_EDGE_PX: Final = (0.0, 2.0, 4.0, 8.0, 16.0, 32.0)
"""Where bands of distance from depth edges begin, in px of the picture."""

NEAR_EDGE_PX: Final = 2.0
"""Px nearer than this to a depth edge are counted as being at it."""

_STEP: Final = 1.25
"""Neighbours whose distances have this ratio or more lie on two sides of a depth edge."""

_CLOSE: Final = 1.25


@dataclass(frozen=True)
class DepthErrors:
    """The errors of Eigen, Puhrsch and Fergus (2014, "Depth Map Prediction from a Single Image", NeurIPS).

    Attributes:
        abs_rel: Mean of the distance's error by the distance.
        rmse_m: Root of the mean squared error, in metres.
        delta1: Share of px whose distance is less than 1.25 times too large or too small.
    """

    abs_rel: float
    rmse_m: float
    delta1: float


def depth_errors(metres: Metres, reference: Metres) -> DepthErrors:
    """The errors over px (n,), at least one; both are above 0."""
    relative = np.abs(metres - reference) / reference
    return DepthErrors(
        float(relative.mean()),
        float(np.sqrt(np.mean((metres - reference) ** 2))),
        float(np.mean(is_close(metres, reference))),
    )


def is_close(metres: Metres, reference: Metres) -> NDArray[np.bool_]:
    """Which px are less than 1.25 times too far or too near."""
    close: NDArray[np.bool_] = np.maximum(metres / reference, reference / metres) < _CLOSE
    return close


def px_from_edges(reference: NDArray[np.float32]) -> NDArray[np.float32]:
    """How far each px is from the nearest depth edge, in px; the picture's diagonal and more where there is none.

    An edge runs between neighbours whose distances have a ratio of 1.25 or more; the contours of Bochkovskii et al.
    (2024, "Depth Pro") are told apart likewise. Where nobody has measured there is none.

    Args:
        reference: (H, W) metres; NaN where they are not known.
    """
    import cv2

    with np.errstate(invalid="ignore", divide="ignore"):
        logs = np.abs(np.diff(np.log(reference), axis=1)), np.abs(np.diff(np.log(reference), axis=0))
        across, down = (step >= np.log(_STEP) for step in logs)
    is_edge = np.zeros(reference.shape, np.bool_)
    is_edge[:, 1:] |= across
    is_edge[:, :-1] |= across
    is_edge[1:] |= down
    is_edge[:-1] |= down
    if not is_edge.any():
        return np.full(reference.shape, float(np.hypot(*reference.shape)) + FROM_EDGE_PX[-1], np.float32)
    away: NDArray[np.float32] = cv2.distanceTransform((~is_edge).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return away


def share_by_band(is_right: NDArray[np.bool_], grain: NDArray[np.floating], starts: tuple[float, ...]) -> Metres:
    """Share of px that are right in each band; NaN where it has none.

    Args:
        is_right: (n,).
        grain: (n,) at least 0.
        starts: Where bands begin, ascending.
    """
    band = np.digitize(grain, starts[1:])
    n = np.bincount(band, minlength=len(starts))
    right = np.bincount(band, is_right, len(starts))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(n > 0, right / n, np.nan)


def band_centres(starts: tuple[float, ...]) -> NDArray[np.float32]:
    """A grain within each band: the middle of its octave."""
    ends = (*starts[1:], 2 * starts[-1])
    middles = [np.sqrt(low * high) if low else high / 2 for low, high in zip(starts, ends, strict=True)]
    return np.array(middles, np.float32)
