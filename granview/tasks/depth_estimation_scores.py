"""What is counted of a depth map: distances in, statistics and units out."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.predictions.depth_map import DepthMap
from granview.core.truths.depth_map import ReferenceDepth
from granview.core.unit import UnitTable
from granview.scoring.depth_alignment import NEAREST_M, Alignment, alignment
from granview.scoring.depth_errors import (
    DISTANCES_M,
    FROM_EDGE_PX,
    NEAR_EDGE_PX,
    band_centres,
    depth_errors,
    is_close,
    px_from_edges,
    share_by_band,
)
from granview.tasks.unscored import NOTHING_SCORED

KINDS: Final = ("distance", "edge")
OF_PICTURES: Final = ("abs_rel", "rmse", "delta1")
ALIGNED: Final = "_aligned"

_FAR_AND_NEAR: Final = "Where it says near, the reference says far: it was aligned by a negative scale."
_EVEN: Final = "It says one and the same of all px whose distance is known, and cannot be aligned."


@dataclass(frozen=True)
class Measured:
    """What was counted of one depth map.

    Attributes:
        statistics: As ``DepthEstimation`` names them; empty where no distance is known.
        units: A row for each band of distance, then one for each band of distance from depth edges.
        notices: What must be said of it.
    """

    statistics: dict[str, NDArray[np.float64]]
    units: UnitTable
    notices: tuple[str, ...] = ()


def measure(depth: DepthMap, reference: ReferenceDepth, cap_m: float) -> Measured:
    """Compare two depth maps of one size.

    Args:
        depth: What a model says.
        reference: What was measured.
        cap_m: Px that are farther away are not scored, and predictions are cut to it.
    """
    is_known = (reference.metres > NEAREST_M) & (reference.metres <= cap_m)
    if not is_known.any():
        words = f"No distance of the reference is known and at most {cap_m:g} m: {NOTHING_SCORED}."
        return Measured({}, no_units(), (words,))
    values, metres = depth.values[is_known], reference.metres[is_known].astype(np.float64)
    found = alignment(values, metres, depth.kind == "inverse")
    statistics = _of_picture("", Alignment() if depth.kind == "metric" else None, values, metres, cap_m)
    statistics |= _of_picture(ALIGNED, found, values, metres, cap_m)
    away = px_from_edges(reference.metres)[is_known]
    aligned = None if found is None else found.metres(values, cap_m)
    statistics["places"] = _of_places(aligned, metres, away)
    return Measured(statistics, _units(aligned, metres, away), _notices(found))


def no_units() -> UnitTable:
    """The unit table of a sample that could not be compared: no rows."""
    return UnitTable(KINDS, np.empty(0, np.uint8), np.empty(0, np.float32), np.empty(0, np.float32))


def _of_picture(
    suffix: str,
    fitted: Alignment | None,
    values: NDArray[np.float32],
    metres: NDArray[np.float64],
    cap_m: float,
) -> dict[str, NDArray[np.float64]]:
    """Each error with the number of pictures that have it: 1, or 0 where there are no metres."""
    if fitted is None:
        return {f"{name}{suffix}": np.zeros(2) for name in OF_PICTURES}
    errors = depth_errors(fitted.metres(values, cap_m), metres)
    numbers = (errors.abs_rel, errors.rmse_m, errors.delta1)
    return {f"{name}{suffix}": np.array([number, 1.0]) for name, number in zip(OF_PICTURES, numbers, strict=True)}


def _of_places(
    aligned: NDArray[np.float64] | None, metres: NDArray[np.float64], away: NDArray[np.float32]
) -> NDArray[np.float64]:
    """(2, 2): summed relative error and number of px, at edges and elsewhere."""
    if aligned is None:
        return np.zeros((2, 2))
    is_elsewhere = (away >= NEAR_EDGE_PX).astype(np.intp)
    relative = np.abs(aligned - metres) / metres
    sums = np.bincount(is_elsewhere, relative, 2)
    return np.stack((sums, np.bincount(is_elsewhere, minlength=2)), axis=1).astype(np.float64)


def _units(aligned: NDArray[np.float64] | None, metres: NDArray[np.float64], away: NDArray[np.float32]) -> UnitTable:
    bands = ((metres, DISTANCES_M), (away, FROM_EDGE_PX))
    right = np.zeros(len(metres), np.bool_) if aligned is None else is_close(aligned, metres)
    shares = [share_by_band(right, grain, starts) for grain, starts in bands]
    kind = np.repeat(np.arange(2, dtype=np.uint8), [len(share) for share in shares])
    grain = np.concatenate([band_centres(starts) for _, starts in bands])
    return UnitTable(KINDS, kind, grain, np.concatenate(shares).astype(np.float32))


def _notices(fitted: Alignment | None) -> tuple[str, ...]:
    if fitted is None:
        return (_EVEN,)
    return (_FAR_AND_NEAR,) if fitted.scale < 0 else ()
