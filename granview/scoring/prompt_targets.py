"""Which objects of a reference a prompt means, and how well a mask covers them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.core import rle
from granview.core.labels import LabelSet, normalized
from granview.core.prompt import ObjectPrompt
from granview.core.rle import Rle

_NOT_CROWD = np.zeros(1, bool)


@dataclass(frozen=True)
class MaskedObjects:
    """The objects of a reference, without crowds.

    Attributes:
        masks: A mask of each.
        boxes_xyxy: (n, 4) float32 px.
        areas_px: (n,) float64.
        class_ids: (n,) uint16.
        labels: The classes.
    """

    masks: Sequence[Rle]
    boxes_xyxy: NDArray[np.float32]
    areas_px: NDArray[np.float64]
    class_ids: NDArray[np.uint16]
    labels: LabelSet


def target_of(prompt: ObjectPrompt, objects: MaskedObjects) -> Rle | None:
    """What of the reference a prompt means; None where that is nothing.

    By a box, the object with the box that overlaps it most; by points alone, the smallest object that holds the first
    point on it, and none of the points that are to be left out; by a phrase, all objects of the class of that name.
    """
    if prompt.box_xyxy is not None:
        return _by_box(prompt.box_xyxy, objects)
    if prompt.points:
        return _by_points(prompt, objects)
    wanted = normalized(prompt.phrase)
    own = [
        mask
        for mask, class_id in zip(objects.masks, objects.class_ids.tolist(), strict=True)
        if class_id < len(objects.labels) and normalized(objects.labels.names[class_id]) == wanted
    ]
    return rle.merge(own) if own else None


def mask_iou(one: Rle, other: Rle) -> float:
    """Intersection over union of two masks, 0 to 1; 0 for two empty ones."""
    found = float(rle.iou([one], [other], _NOT_CROWD)[0, 0])
    return found if math.isfinite(found) else 0.0


def _by_box(box_xyxy: tuple[float, float, float, float], objects: MaskedObjects) -> Rle | None:
    left, top, right, bottom = objects.boxes_xyxy.astype(np.float64).T
    width = np.clip(np.minimum(right, box_xyxy[2]) - np.maximum(left, box_xyxy[0]), 0, None)
    height = np.clip(np.minimum(bottom, box_xyxy[3]) - np.maximum(top, box_xyxy[1]), 0, None)
    shared = width * height
    own = (box_xyxy[2] - box_xyxy[0]) * (box_xyxy[3] - box_xyxy[1])
    union = own + (right - left) * (bottom - top) - shared
    overlap = np.divide(shared, union, out=np.zeros_like(shared), where=union > 0)
    return objects.masks[int(overlap.argmax())] if overlap.max(initial=0) > 0 else None


def _by_points(prompt: ObjectPrompt, objects: MaskedObjects) -> Rle | None:
    first = next(point for point in prompt.points if point.adds)
    beside = [point for point in prompt.points if not point.adds]
    fitting = [
        place
        for place, mask in enumerate(objects.masks)
        if rle.holds(mask, math.floor(first.x_px), math.floor(first.y_px))
        and not any(rle.holds(mask, math.floor(point.x_px), math.floor(point.y_px)) for point in beside)
    ]
    return objects.masks[min(fitting, key=lambda place: objects.areas_px[place])] if fitting else None
