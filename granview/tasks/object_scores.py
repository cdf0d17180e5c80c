"""Found objects beside those of the reference: what is compared with what, and the rows of the units."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import ShapeError
from granview.core.instance_params import COUNTED_SCORE
from granview.core.labels import LabelSet
from granview.core.predictions.instances import Instances
from granview.core.truths.instances import ReferenceInstances
from granview.core.unit import CONFIDENCE, TAKEN_FOR, UnitTable
from granview.scoring import ratios
from granview.scoring.agreement import Agreement
from granview.scoring.instances.counting import NONE, CountedObjects
from granview.scoring.instances.instance_pair import InstancePair, surest_first
from granview.scoring.instances.object_shapes import object_shapes
from granview.scoring.instances.optimal_matching import most_pairs
from granview.scoring.instances.overlaps import Overlaps, box_areas, box_overlaps, mask_overlaps
from granview.scoring.label_space import by_name, joint_labels
from granview.tasks.object_classes import ObjectClasses
from granview.tasks.shape_axes import SHAPES

KIND: Final = "object"
AGREEING_IOU: Final = 0.5
"""From this IoU on, objects of two lanes are the same."""


def pair_objects(
    prediction: Instances, truth: ReferenceInstances, classes: ObjectClasses, by_mask: bool
) -> tuple[InstancePair, NDArray[np.intp]]:
    """Both sides' objects, those of classes that count.

    Returns:
        The pair, and which objects of the reference are in it.

    Raises:
        ShapeError: the prediction is of a picture of another size.
    """
    there = truth.instances
    if prediction.size != there.size:
        raise ShapeError("A prediction", f"{there.size} as its reference", prediction.size)
    targets, own = classes.of_model(prediction.class_ids), classes.of_reference(there.class_ids)
    order = surest_first(prediction.scores)
    order, kept = order[targets[order] >= 0], np.flatnonzero(own >= 0)
    found, objects = prediction.chosen(order), there.chosen(kept)
    areas = truth.areas_px[kept]
    pair = InstancePair(
        targets[order],
        found.scores,
        own[kept],
        objects.is_crowd,
        _overlaps(found, objects, by_mask),
        _areas(found, by_mask),
        areas,
    )
    return pair, kept


def object_units(truth: ReferenceInstances, kept: NDArray[np.intp], counted: CountedObjects) -> UnitTable:
    """A row for each object of the reference, without crowds.

    Its grain is the square root of its area, its score the IoU with the prediction that found it, 0 for none;
    ``class_id``; ``iou``, the highest with any counted prediction of its class; its box, ``x``, ``y``, ``w`` and ``h``,
    ``area_px``, and its shape; class and confidence of the prediction that stands for it.
    """
    pair, rows = counted.pair, np.flatnonzero(counted.is_there)
    best = np.where(pair.same_class, pair.iou, 0.0).max(axis=0, initial=0.0)
    objects = truth.instances.chosen(kept[rows])
    boxes = objects.boxes_xyxy
    shapes = object_shapes(boxes, objects.masks, objects.size, truth.luminance)
    area = pair.reference_area[rows].astype(np.float32)
    extra = {
        "class_id": pair.reference_class[rows].astype(np.int32),
        "iou": best[rows].astype(np.float32),
        "x": boxes[:, 0],
        "y": boxes[:, 1],
        "w": boxes[:, 2] - boxes[:, 0],
        "h": boxes[:, 3] - boxes[:, 1],
        "area_px": area,
        **_standing(counted, rows),
        **{name: getattr(shapes, name) for name in SHAPES},
    }
    score = counted.matched_iou[rows].astype(np.float32)
    return UnitTable((KIND,), np.zeros(len(rows), np.uint8), np.sqrt(area), score, extra)


def _standing(counted: CountedObjects, rows: NDArray[np.intp]) -> dict[str, NDArray[Any]]:
    """The class and the confidence of the prediction that stands for each object, of its class or of another."""
    pair = counted.pair
    stands_for = np.where(counted.partner != NONE, counted.partner, counted.stand_in)
    standing = np.flatnonzero(stands_for != NONE)
    taken_for = np.full(len(pair.reference_class), NONE, np.int32)
    confidence = np.full(len(pair.reference_class), np.nan, np.float32)
    taken_for[stands_for[standing]] = pair.predicted_class[standing]
    confidence[stands_for[standing]] = pair.score[standing]
    return {TAKEN_FOR: taken_for[rows], CONFIDENCE: confidence[rows]}


def no_units() -> UnitTable:
    """The units of a sample that could not be compared: no rows, the same columns."""
    real, whole = np.empty(0, np.float32), np.empty(0, np.int32)
    reals = dict.fromkeys(("iou", "x", "y", "w", "h", "area_px", CONFIDENCE, *SHAPES), real)
    extra: dict[str, NDArray[Any]] = {"class_id": whole, TAKEN_FOR: whole, **reals}
    return UnitTable((KIND,), np.empty(0, np.uint8), real, real, extra)


def shared_objects(
    ours: Instances, our_labels: LabelSet, theirs: Instances, their_labels: LabelSet, by_mask: bool
) -> NDArray[np.int64] | None:
    """Shared objects, ours and theirs of each joint class, (k, 3) int64; None where they cannot be compared.

    As many as can be are matched one to one, so that neither lane comes first. Only objects that are surer than
    ``COUNTED_SCORE`` are looked at.
    """
    if ours.size != theirs.size or not by_name(our_labels, their_labels).matched:
        return None
    if by_mask and any(each.masks is None and len(each) for each in (ours, theirs)):
        return None
    joint = joint_labels((our_labels, their_labels))
    left, right = _sure(ours, our_labels), _sure(theirs, their_labels)
    left_class = by_name(our_labels, joint).table(0)[left.class_ids]
    right_class = by_name(their_labels, joint).table(0)[right.class_ids]
    fits = _overlaps(left, right, by_mask).iou >= AGREEING_IOU
    counts = np.zeros((len(joint), 3), np.int64)
    for place in np.intersect1d(left_class, right_class).tolist():
        counts[place, 0] = most_pairs(fits[left_class == place][:, right_class == place])
    for column, classes in enumerate((left_class, right_class), 1):
        counts[:, column] = np.bincount(classes, minlength=len(joint))
    return counts


def _sure(objects: Instances, labels: LabelSet) -> Instances:
    return objects.chosen((objects.scores >= COUNTED_SCORE) & (objects.class_ids < len(labels)))


def shared_agreement(counts: NDArray[Any]) -> Agreement:
    """F1 of the objects of all classes together, from (k, 3) counts; 1 for two lanes that find none."""
    shared, ours, theirs = np.asarray(counts).T
    total = ours.sum() + theirs.sum()
    value = float(2 * shared.sum() / total) if total else 1.0
    return Agreement(value, 1.0 - value, ratios.dice(shared, ours, theirs))


def _overlaps(predicted: Instances, there: Instances, by_mask: bool) -> Overlaps:
    if by_mask:
        return mask_overlaps(
            predicted.masks or (), there.masks or (), predicted.areas_px(), there.areas_px(), there.is_crowd
        )
    return box_overlaps(predicted.boxes_xyxy, there.boxes_xyxy, there.is_crowd)


def _areas(predicted: Instances, by_mask: bool) -> NDArray[np.float64]:
    return predicted.areas_px() if by_mask else box_areas(predicted.boxes_xyxy)
