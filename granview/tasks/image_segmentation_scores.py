"""What the score of a segmentation is made of: its classes matched to the reference's, and the rows of its units."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.class_matching import ClassMatch, Pairs, match_classes
from granview.core.labels import FOREGROUND, LabelSet
from granview.core.unit import TAKEN_FOR, UnitTable
from granview.scoring import ratios
from granview.scoring.confusion import Counts
from granview.scoring.label_space import LabelPair, Labels
from granview.scoring.region_shapes import RegionShapes
from granview.scoring.regions import Regions
from granview.tasks.class_matching_notices import listed, matching_notices
from granview.tasks.shape_axes import SHAPES

_MUCH_UNCOUNTED: Final = 0.1
"""From this share of predicted pixels on that count for no class, a sample says so."""

_NO_CLASS: Final = "no class"


def find_class_map(
    model: LabelSet, reference: LabelSet, edits: Mapping[str, str]
) -> tuple[ClassMatch, tuple[str, ...]]:
    """Match classes by name, with the user's edits, and say in notices what did not match.

    An edit to a class that this reference does not have is left out, with a notice: edits hold for a whole run,
    whose references may differ. A reference class that is void has no counterpart.

    Returns:
        How they belong together, and sentences for the user.
    """
    return _find_class_map(model, reference, tuple(edits.items()))


@lru_cache(maxsize=32)
def _find_class_map(
    model: LabelSet, reference: LabelSet, edits: tuple[tuple[str, str], ...]
) -> tuple[ClassMatch, tuple[str, ...]]:
    """Remembered, because the samples of a run share their label sets, and names take longer to match than pixels."""
    usable = {name: target for name, target in edits if not target or reference.index(target) is not None}
    match = match_classes(model, reference, usable)
    notices = [
        f"The class edit '{name}' to '{target}' does not apply: the reference has no class '{target}'."
        for name, target in edits
        if name not in usable
    ]
    names_text = matching_notices(match, model.names, reference.names, reference.names, "class")
    return match, (*notices, *_in_order(match.in_order), *names_text, *_foreground(match, reference))


def uncounted_notice(prediction: Labels, pair: LabelPair, model: LabelSet) -> tuple[str, ...]:
    """A notice where much of a prediction is of classes that count for none of the reference's: a lane that looks bad.

    Args:
        prediction: The model's label map, (H, W) uint8 or uint16.
        pair: The same in the reference's label space.
        model: The model's classes.
    """
    counts = np.bincount(prediction[pair.prediction == pair.other])
    n_scored = np.count_nonzero(pair.prediction != pair.ignored)
    share = counts.sum() / n_scored if n_scored else 0.0
    if share < _MUCH_UNCOUNTED:
        return ()
    most_first = np.argsort(-counts, kind="stable")
    names = [model.names[place] if place < len(model) else _NO_CLASS for place in most_first if counts[place]]
    names_text = listed(list(dict.fromkeys(names)))
    return (
        f"{round(100 * share)} % of the pixels that it predicts belong to classes that count for none: {names_text}.",
    )


def _in_order(pairs: Pairs) -> tuple[str, ...]:
    """A notice about classes of other names that were matched by their order alone."""
    taken = ", ".join(f"{ours} as {theirs}" for ours, theirs in pairs)
    return (f"The model's classes were taken in order: {taken}.",) if pairs else ()


def _foreground(match: ClassMatch, reference: LabelSet) -> tuple[str, ...]:
    is_asked = [reference.names[place] for place in match.lacking] == [FOREGROUND]
    return ("Say in the class map which of its classes are the foreground.",) if is_asked and match.is_settled else ()


KINDS: Final = ("region", "boundary")
_WHOLE = ("class_id", "x", "y", "w", "h", "area_px")


def boundary_f(contours: Counts) -> NDArray[np.float64]:
    """Boundary F-score of each class from contour counts (n, 4): (n,) float64, NaN where neither has a contour."""
    found, reference, near, prediction = contours.T
    return ratios.f_score(ratios.ratio(near, prediction), ratios.ratio(found, reference))


def unit_table(
    regions: Regions, shapes: RegionShapes, bands: Counts, contours: Counts, tolerance_px: float
) -> UnitTable:
    """All unit rows of a sample: the regions, then the boundary of each class that the reference has a contour of.

    A ``region`` has its grain and, as score, its recall; ``class_id``, ``iou``, the bounding box, ``area_px``, its
    shape, which boundaries have none of, and the class that most of it was taken for.
    A ``boundary`` has the tolerance as grain and the class's boundary F-score as score; its ``iou`` is the class's
    boundary IoU, its box that of all the class's regions, and its ``area_px`` the reference's contour pixels.
    """
    classes = np.flatnonzero(contours[:, 1]).astype(np.int32)
    rims = _boundary_columns(classes, regions, bands, contours)
    grain = np.full(len(classes), tolerance_px, dtype=np.float32)
    score = boundary_f(contours)[classes].astype(np.float32)
    kind = np.repeat(np.arange(2, dtype=np.uint8), [len(regions), len(classes)])
    extra = {name: np.concatenate([getattr(regions, name), rims[name]]) for name in (*_WHOLE, "iou", TAKEN_FOR)}
    extra |= {name: np.concatenate([getattr(shapes, name), np.full_like(grain, np.nan)]) for name in SHAPES}
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
    none = np.full(len(classes), -1, np.int32)
    return {"class_id": classes, "x": x, "y": y, "w": w, "h": h, "area_px": area_px, "iou": iou, TAKEN_FOR: none}


def _box(regions: Regions, class_id: int) -> tuple[int, int, int, int]:
    own = regions.class_id == class_id
    left, top = regions.x[own].min(), regions.y[own].min()
    right, bottom = (regions.x + regions.w)[own].max(), (regions.y + regions.h)[own].max()
    return left, top, right - left, bottom - top


def no_units() -> UnitTable:
    """The unit table of a sample that could not be compared: no rows, the same columns."""
    whole, real = np.empty(0, np.int32), np.empty(0, np.float32)
    return UnitTable(
        KINDS,
        np.empty(0, np.uint8),
        real,
        real,
        {**dict.fromkeys((*_WHOLE, TAKEN_FOR), whole), **dict.fromkeys(("iou", *SHAPES), real)},
    )
