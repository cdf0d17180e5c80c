"""How far objects overlap: by their boxes or by their masks, as COCO measures it.

A crowd is matched by the share of the prediction's own area that lies within it, since many objects are under its
outline: the union would be far too large.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.core import rle
from granview.core.rle import Rle

Reals = NDArray[np.float64]


@dataclass(frozen=True)
class Overlaps:
    """Of n predicted objects with m of the reference.

    Attributes:
        iou: (n, m) float64, 0 to 1: intersection over union; over the prediction's area for a crowd.
        intersection: (n, m) float64, px.
    """

    iou: Reals
    intersection: Reals


def box_areas(boxes_xyxy: NDArray[np.floating[Any]]) -> Reals:
    """(n,) float64 px, width by height of boxes (n, 4)."""
    boxes = boxes_xyxy.astype(np.float64)
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])


def box_overlaps(
    predicted_xyxy: NDArray[np.floating[Any]],
    reference_xyxy: NDArray[np.floating[Any]],
    is_crowd: NDArray[np.bool_],
) -> Overlaps:
    """Overlaps of boxes (n, 4) with boxes (m, 4), px, which are taken as continuous: no pixel is added to a side."""
    ours, theirs = predicted_xyxy.astype(np.float64), reference_xyxy.astype(np.float64)
    sides = np.minimum(ours[:, None, 2:], theirs[None, :, 2:]) - np.maximum(ours[:, None, :2], theirs[None, :, :2])
    np.maximum(sides, 0.0, out=sides)
    intersection = sides[..., 0] * sides[..., 1]
    own, other = box_areas(predicted_xyxy)[:, None], box_areas(reference_xyxy)[None, :]
    union = np.where(is_crowd[None, :], own, own + other - intersection)
    return Overlaps(_divided(intersection, union), intersection)


def mask_overlaps(
    predicted: Sequence[Rle],
    reference: Sequence[Rle],
    predicted_area: Reals,
    reference_area: Reals,
    is_crowd: NDArray[np.bool_],
) -> Overlaps:
    """Overlaps of masks as pycocotools computes them, from run lengths, without painting them.

    Args:
        predicted: n masks.
        reference: m masks of the same size.
        predicted_area: (n,) their pixels.
        reference_area: (m,) their pixels.
        is_crowd: (m,).
    """
    iou = rle.iou(predicted, reference, is_crowd)
    own, other = predicted_area[:, None], reference_area[None, :]
    intersection = np.where(is_crowd[None, :], iou * own, iou * (own + other) / (1.0 + iou))
    return Overlaps(iou, np.rint(intersection))


def _divided(intersection: Reals, union: Reals) -> Reals:
    quotient = np.zeros(intersection.shape)
    np.divide(intersection, union, out=quotient, where=intersection > 0)
    return quotient
