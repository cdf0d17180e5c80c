"""The unit rows of segmentation: one per region of the reference, and one per class for its boundary."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.unit import UnitTable
from granview.scoring import ratios
from granview.scoring.confusion import Counts
from granview.scoring.regions import Regions

KINDS: Final = ("region", "boundary")
_WHOLE = ("class_id", "x", "y", "w", "h", "area_px")


def boundary_f(contours: Counts) -> NDArray[np.float64]:
    """Boundary F-score of each class from contour counts (n, 4): (n,) float64, NaN where neither has a contour."""
    found, reference, near, prediction = contours.T
    return ratios.f_score(ratios.ratio(near, prediction), ratios.ratio(found, reference))


def unit_table(regions: Regions, bands: Counts, contours: Counts, tolerance_px: float) -> UnitTable:
    """All unit rows of a sample: the regions, then the boundary of each class that the reference has a contour of.

    A ``region`` has its grain and, as score, its recall; ``class_id``, ``iou``, the bounding box and ``area_px``.
    A ``boundary`` has the tolerance as grain and the class's boundary F-score as score; its ``iou`` is the class's
    boundary IoU, its box that of all the class's regions, and its ``area_px`` the reference's contour pixels.
    """
    classes = np.flatnonzero(contours[:, 1]).astype(np.int32)
    rims = _boundary_columns(classes, regions, bands, contours)
    grain = np.full(len(classes), tolerance_px, dtype=np.float32)
    score = boundary_f(contours)[classes].astype(np.float32)
    kind = np.repeat(np.arange(2, dtype=np.uint8), [len(regions), len(classes)])
    extra = {name: np.concatenate([getattr(regions, name), rims[name]]) for name in (*_WHOLE, "iou")}
    return UnitTable(
        KINDS, kind, np.concatenate([regions.grain, grain]), np.concatenate([regions.recall, score]), extra
    )


def _boundary_columns(
    classes: NDArray[np.int32], regions: Regions, bands: Counts, contours: Counts
) -> dict[str, NDArray[Any]]:
    boxes = np.array([_box(regions, class_id) for class_id in classes], dtype=np.int32).reshape(-1, 4)
    x, y, w, h = boxes.T
    area_px = contours[classes, 1].astype(np.int32)
    iou = ratios.iou(*bands[classes].T).astype(np.float32)
    return {"class_id": classes, "x": x, "y": y, "w": w, "h": h, "area_px": area_px, "iou": iou}


def _box(regions: Regions, class_id: int) -> tuple[int, int, int, int]:
    own = regions.class_id == class_id
    left, top = regions.x[own].min(), regions.y[own].min()
    right, bottom = (regions.x + regions.w)[own].max(), (regions.y + regions.h)[own].max()
    return left, top, right - left, bottom - top


def no_units() -> UnitTable:
    """The unit table of a sample that could not be compared: no rows, the same columns."""
    whole, real = np.empty(0, np.int32), np.empty(0, np.float32)
    return UnitTable(KINDS, np.empty(0, np.uint8), real, real, {**dict.fromkeys(_WHOLE, whole), "iou": real})
