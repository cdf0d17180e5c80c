"""Where two depth maps differ, or which of them is nearer to the reference."""

from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from granview.core.predictions.depth_map import DepthMap
from granview.gui.presenters.picture_presenter import DifferenceJob, DifferenceSide
from granview.gui.presenters.tinted_difference import STEPS, Tint, TintedDifference, strengths
from granview.scoring.depth_alignment import Alignment, alignment
from granview.scoring.depth_colors import FARTHEST_SHOWN_M

translate = QCoreApplication.translate

Side = DifferenceSide[DepthMap]
Errors = NDArray[np.float64]

FULL: Final = 0.25
"""An error of this part of the distance has the full colour."""


def depth_map_difference(left: Side, right: Side, reference: Side | None) -> DifferenceJob | str:
    """What compares two depth maps, or why they cannot be compared.

    With a reference that is neither of the two, it shows which is nearer to it; else how far they differ. What is not
    in metres is aligned by a scale and a shift: to the reference, else to the other one where that is in metres.
    """
    one, other = left.prediction, right.prediction
    if one.size != other.size:
        return translate("DepthMapPresenter", "These depth maps are of different sizes.")
    truth = None if reference is None or left.is_reference or right.is_reference else reference.prediction
    if truth is not None and truth.size == one.size:
        return partial(_against, left, right, truth)
    if "metric" not in (one.kind, other.kind) and one.kind != other.kind:
        return translate(
            "DepthMapPresenter",
            "One is of distances, the other of one by distances: without a reference they cannot be brought together.",
        )
    return partial(_between, one, other)


def relative_errors(depth: DepthMap, metres: NDArray[np.float32]) -> Errors:
    """How far a depth map is off, by the distance: (H, W); NaN where the distance is not known.

    What is not in metres is aligned first; where that cannot be, all is NaN.
    """
    known = np.isfinite(metres) & np.isfinite(depth.values) & (metres > 0)
    found: Alignment | None = Alignment()
    if not depth.is_metric:
        found = alignment(depth.values[known], metres[known], depth.is_inverse)
    errors = np.full(metres.shape, np.nan)
    if found is not None:
        errors[known] = np.abs(found.metres(depth.values[known], FARTHEST_SHOWN_M) - metres[known]) / metres[known]
    return errors


def _between(one: DepthMap, other: DepthMap) -> TintedDifference:
    metric = one if one.is_metric else other
    errors = relative_errors(other if metric is one else one, metric.values) if metric.is_metric else None
    text = translate("DepthMapPresenter", "Different, full from {percent} % of the distance")
    if errors is None:
        errors = _apart(one.values, other.values)
        text = translate("DepthMapPresenter", "Different after alignment, full from {percent} % of the range")
    indices = strengths(errors, FULL)
    tint = Tint("different", text.format(percent=round(FULL * 100)), _share(indices > 0, errors))
    return TintedDifference(indices, [tint], translate("DepthMapPresenter", "Same, or not known"))


def _apart(one: NDArray[np.float32], other: NDArray[np.float32]) -> Errors:
    """How far two maps of one kind are apart after alignment, by the first one's range."""
    scale, shift = _fit(other, one)
    reach = float(np.nanmax(one) - np.nanmin(one))
    gap: Errors = np.abs(other.astype(np.float64) * scale + shift - one)
    return gap / reach if reach else gap


def _fit(values: NDArray[np.float32], wanted: NDArray[np.float32]) -> tuple[float, float]:
    found = alignment(values.ravel(), wanted.ravel(), is_inverse=False)
    return (0.0, float(wanted.mean())) if found is None else (found.scale, found.shift)


def _against(left: Side, right: Side, truth: DepthMap) -> TintedDifference:
    of_left, of_right = (relative_errors(side.prediction, truth.values) for side in (left, right))
    gap = of_right - of_left
    nearer_left, nearer_right = strengths(gap, FULL), strengths(-gap, FULL)
    indices = np.where(nearer_right > 0, nearer_right + np.uint8(STEPS), nearer_left)
    text = translate("DepthMapPresenter", "{lane} nearer, full from {percent} % of the distance")
    tints = [
        Tint(role, text.format(lane=side.title, percent=round(FULL * 100)), _share(nearer > 0, gap))
        for role, side, nearer in (("only_left", left, nearer_left), ("only_right", right, nearer_right))
    ]
    return TintedDifference(indices, tints, translate("DepthMapPresenter", "As near, or not known"))


def _share(is_tinted: NDArray[np.bool_], errors: Errors) -> float:
    return float(np.count_nonzero(is_tinted) / max(errors.size, 1))
