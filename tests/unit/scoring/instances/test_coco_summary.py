"""The numbers of COCO against pycocotools, on the same detections."""

import numpy as np
import pytest

from granview.scoring.instances.coco_matching import counted_objects, match_detections
from granview.scoring.instances.coco_summary import CocoSummary, summarize
from tests.helpers.instance_sets import ObjectPicture, coco_dicts, pycocotools_stats, random_picture


def summary(pictures: list[ObjectPicture], n_classes: int) -> CocoSummary:
    pairs = [picture.pair() for picture in pictures]
    rows = [match_detections(pair) for pair in pairs]
    lists = (np.concatenate([getattr(row, name) for row in rows]) for name in ("class_id", "score", "rank"))
    bits = (np.concatenate([getattr(row, name) for row in rows]) for name in ("right", "wrong"))
    return summarize(*lists, *bits, sum(counted_objects(pair, n_classes) for pair in pairs))


def agree(pictures: list[ObjectPicture], n_classes: int, kind: str = "bbox") -> np.ndarray:
    """Both say the same, to the last digits; what pycocotools says."""
    theirs = pycocotools_stats(*coco_dicts(pictures, n_classes), kind)
    ours = [-1.0 if value is None else value for value in summary(pictures, n_classes).metrics().values()]
    assert ours == pytest.approx(theirs.tolist(), abs=1e-9)
    return theirs


@pytest.mark.parametrize("seed", range(6))
def test_boxes_agree_with_pycocotools_with_crowds_equal_scores_cut_objects_and_absent_classes(seed: int):
    rng = np.random.default_rng(seed)
    n_classes = int(rng.integers(1, 8))
    pictures = [random_picture(rng, int(rng.integers(0, 12)), int(rng.integers(0, 30)), n_classes) for _ in range(12)]
    pictures += [random_picture(rng, 0, 3, n_classes), random_picture(rng, 4, 0, n_classes)]
    assert agree(pictures, n_classes + 1)[0] > 0


@pytest.mark.parametrize("seed", range(2))
def test_masks_agree_with_pycocotools(seed: int):
    rng = np.random.default_rng(seed)
    pictures = [
        random_picture(rng, int(rng.integers(0, 8)), int(rng.integers(0, 16)), 3, crowd=0.2, with_masks=True)
        for _ in range(8)
    ]
    assert agree(pictures, 3, "segm")[0] > 0


def test_more_than_1000_detections_of_a_picture():
    rng = np.random.default_rng(7)
    picture = random_picture(rng, 30, 1500, 2, levels=500)
    kept = match_detections(picture.pair())
    assert len(kept.class_id) == 200
    assert kept.rank.max() == 99
    agree([picture], 2)


def test_areas_on_the_bounds_belong_to_both_ranges():
    boxes = np.array([[0, 0, 32, 32], [40, 40, 136, 136]], np.float32)
    classes, areas = np.zeros(2, int), np.array([1024.0, 9216.0])
    picture = ObjectPicture(boxes, classes, np.zeros(2, bool), areas, boxes, classes, np.array([0.9, 0.8], np.float32))
    assert counted_objects(picture.pair(), 1).tolist() == [[2, 1, 2, 1]]
    agree([picture], 1)


def test_nothing_there_and_nothing_found():
    rng = np.random.default_rng(0)
    assert set(summary([random_picture(rng, 0, 0, 2)], 2).metrics().values()) == {None}
    assert set(summary([random_picture(rng, 0, 5, 2)], 2).metrics().values()) == {None}
    nothing_found = summary([random_picture(rng, 5, 0, 1, crowd=0)], 1).metrics()
    assert nothing_found["ap"] == nothing_found["ar"] == 0.0


def test_of_classes():
    rng = np.random.default_rng(3)
    pictures = [random_picture(rng, 6, 12, 2, crowd=0) for _ in range(6)]
    found = summary(pictures, 3)
    of_classes = found.of_classes()
    assert np.isnan(of_classes["ap"][2])
    assert of_classes["ap"][:2].mean() == pytest.approx(found.metrics()["ap"])
    assert of_classes["ap50"][:2].mean() == pytest.approx(found.metrics()["ap50"])
    assert of_classes["ar"][:2].mean() == pytest.approx(found.metrics()["ar"])
