import numpy as np
import pytest
from pycocotools import mask

from granview.core.rle import decode
from granview.scoring.instances.overlaps import box_areas, box_overlaps, mask_overlaps
from tests.helpers.instance_sets import random_boxes, random_picture, rles, xywh


@pytest.mark.parametrize("seed", range(3))
def test_boxes_as_pycocotools_has_them(seed: int):
    rng = np.random.default_rng(seed)
    ours, theirs, is_crowd = random_boxes(rng, 8, 100), random_boxes(rng, 6, 100), rng.random(6) < 0.3
    expected = mask.iou(xywh(ours), xywh(theirs), is_crowd.astype(int).tolist())
    assert box_overlaps(ours, theirs, is_crowd).iou == pytest.approx(expected, abs=1e-12)


def test_masks_and_what_is_in_both():
    picture = random_picture(np.random.default_rng(0), 5, 7, 1, size=60, crowd=0.4, with_masks=True)
    areas = mask.area(picture.found_masks).astype(float)
    found = mask_overlaps(rles(picture.found_masks), rles(picture.masks), areas, picture.areas, picture.is_crowd)
    ours, theirs = (np.stack([decode(each) for each in rles(masks)]) for masks in (picture.found_masks, picture.masks))
    inside = (ours[:, None] & theirs[None]).sum(axis=(2, 3))
    union = np.where(picture.is_crowd, ours.sum(axis=(1, 2))[:, None], (ours[:, None] | theirs[None]).sum(axis=(2, 3)))
    assert found.intersection.tolist() == inside.tolist()
    assert found.iou == pytest.approx(inside / union)


def test_boxes_without_an_area_overlap_nothing():
    point = np.array([[5, 5, 5, 5]], np.float32)
    assert box_areas(point).tolist() == [0.0]
    assert box_overlaps(point, point, np.array([False])).iou.tolist() == [[0.0]]


def test_empty_sides():
    nothing, none = np.empty((0, 4), np.float32), np.empty(0)
    assert box_overlaps(nothing, nothing, np.empty(0, bool)).iou.shape == (0, 0)
    assert mask_overlaps([], [], none, none, np.empty(0, bool)).iou.shape == (0, 0)
