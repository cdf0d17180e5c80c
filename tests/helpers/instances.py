"""Instances by hand and at random, as lanes say them and as references have them."""

from collections.abc import Sequence

import numpy as np

from granview.core import rle
from granview.core.labels import LabelSet
from granview.core.predictions.instances import Instances
from granview.core.truths.instances import ReferenceInstances
from tests.helpers.instance_sets import ObjectPicture, rles

SIZE = (100, 100)


def said(
    boxes: Sequence[Sequence[float]],
    scores: Sequence[float],
    classes: Sequence[int] | None = None,
    size: tuple[int, int] = SIZE,
    with_masks: bool = False,
) -> Instances:
    """What a lane says: boxes in whole pixels, and where wanted masks that fill them."""
    found = np.array(boxes, np.float32).reshape(-1, 4)
    masks = tuple(filled(box, size) for box in found) if with_masks else None
    return Instances.of_model(
        found, np.zeros(len(found)) if classes is None else np.array(classes), scores, size, masks
    )


def filled(box: Sequence[float], size: tuple[int, int]) -> rle.Rle:
    """The mask of all pixels in a box."""
    left, top, right, bottom = (int(edge) for edge in box)
    return rle.encode_within(np.ones((bottom - top, right - left), bool), left, top, size)


def true(
    boxes: Sequence[Sequence[float]],
    labels: LabelSet,
    classes: Sequence[int] | None = None,
    crowd: Sequence[int] = (),
    stuff: Sequence[int] = (),
    size: tuple[int, int] = SIZE,
    with_masks: bool = False,
) -> ReferenceInstances:
    """A reference, with the places of crowds and of stuff."""
    own = said(boxes, np.ones(len(boxes)), classes, size, with_masks)
    flags = (np.isin(np.arange(len(own)), places) for places in (crowd, stuff))
    instances = Instances(own.boxes_xyxy, own.class_ids, own.scores, size, own.masks, *flags)
    return ReferenceInstances(instances, labels, instances.areas_px())


def of_picture(picture: ObjectPicture, labels: LabelSet, size: int) -> tuple[Instances, ReferenceInstances]:
    """A random picture as a lane's prediction and as a reference."""
    extent = (size, size)
    masks, found_masks = (None if each is None else tuple(rles(each)) for each in (picture.masks, picture.found_masks))
    prediction = Instances.of_model(picture.found_boxes, picture.found_classes, picture.scores, extent, found_masks)
    there = Instances(
        picture.boxes,
        picture.classes.astype(np.uint16),
        np.ones(len(picture.boxes), np.float32),
        extent,
        masks,
        picture.is_crowd,
        np.zeros(len(picture.boxes), bool),
    )
    return prediction, ReferenceInstances(there, labels, picture.areas)
