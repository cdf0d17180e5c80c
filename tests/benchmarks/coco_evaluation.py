"""COCO's average precision of boxes and masks: matching and ranking, without reading files."""

import contextlib
import io
import time
from collections.abc import Callable

import numpy as np

from tests.benchmarks.row import Row
from tests.helpers.instance_sets import ObjectPicture, coco_dicts, random_picture

TITLE = "COCO evaluation, 5,000 pictures with 36,000 objects and 150,000 detections of 80 classes"
CLASSES = 80
SIZE, MASK_SIZE = 640, 160


def boxes() -> list[ObjectPicture]:
    """As many objects as COCO's validation set has; one in a hundred is a crowd."""
    rng = np.random.default_rng(0)
    n_objects = rng.poisson(7.2, 5000)
    return [random_picture(rng, n, 30, CLASSES, size=SIZE, crowd=0.01, levels=1000) for n in n_objects.tolist()]


def masks() -> list[ObjectPicture]:
    """Fewer and smaller pictures, whose objects are ellipses."""
    rng = np.random.default_rng(0)
    n_objects = rng.poisson(7.2, 500)
    return [
        random_picture(rng, n, 20, CLASSES, size=MASK_SIZE, crowd=0.01, levels=1000, with_masks=True)
        for n in n_objects.tolist()
    ]


def granview(pictures: list[ObjectPicture]) -> list[float]:
    """AP, AP50 and AP75."""
    from granview.scoring.instances.coco_matching import counted_objects, match_detections
    from granview.scoring.instances.coco_summary import summarize

    rows, n_objects = [], np.zeros((CLASSES, 4), np.int64)
    for picture in pictures:
        pair = picture.pair()
        rows.append(match_detections(pair))
        n_objects += counted_objects(pair, CLASSES)
    lists = (np.concatenate([getattr(row, name) for row in rows]) for name in ("class_id", "score", "rank"))
    bits = (np.concatenate([getattr(row, name) for row in rows]) for name in ("right", "wrong"))
    metrics = summarize(*lists, *bits, n_objects).metrics()
    return [metrics[name] or 0.0 for name in ("ap", "ap50", "ap75")]


def everything(pictures: list[ObjectPicture]) -> list[float]:
    """All that the task scores: AP, counts, split and merged objects, TIDE's errors."""
    from granview.core.unit import merge_statistics
    from granview.scoring.instances.counting import count_objects
    from granview.tasks.object_statistics import object_metrics, object_statistics

    parts = []
    for picture in pictures:
        pair = picture.pair()
        parts.append(object_statistics(pair, count_objects(pair.at_confidence(0.5), 0.5), CLASSES, 100))
    metrics = object_metrics(merge_statistics(parts))
    return [metrics[name] or 0.0 for name in ("ap", "ap50", "ap75")]


def pycocotools(pictures: list[ObjectPicture], kind: str, size: int) -> Callable[[], list[float]]:
    """The evaluation alone, from data that was read before."""
    from pycocotools.coco import COCO
    from pycocotools.cocoeval import COCOeval

    dataset, found = coco_dicts(pictures, CLASSES, size)
    with contextlib.redirect_stdout(io.StringIO()):
        coco = COCO()
        coco.dataset = dataset
        coco.createIndex()
        evaluation = COCOeval(coco, coco.loadRes(found), kind)

    def run() -> list[float]:
        with contextlib.redirect_stdout(io.StringIO()):
            evaluation.evaluate()
            evaluation.accumulate()
            evaluation.summarize()
        return list(evaluation.stats[:3])

    return run


def faster_coco_eval(pictures: list[ObjectPicture], kind: str, size: int) -> Callable[[], list[float]]:
    """The same by the faster one, in C++."""
    from faster_coco_eval import COCO, COCOeval_faster

    dataset, found = coco_dicts(pictures, CLASSES, size)
    coco = COCO(dataset)
    evaluation = COCOeval_faster(coco, coco.loadRes(found), kind, print_function=lambda *words: None)

    def run() -> list[float]:
        evaluation.evaluate()
        evaluation.accumulate()
        evaluation.summarize()
        return list(evaluation.stats[:3])

    return run


def measure() -> list[Row]:
    """Rows for boxes and masks; ratios are against GranView, and all say the same AP."""
    rows = []
    for pictures, kind, size in ((boxes(), "bbox", SIZE), (masks(), "segm", MASK_SIZE)):
        what = "boxes" if kind == "bbox" else f"masks, {len(pictures)} pictures of {size} px"
        ours, expected = timed(lambda pictures=pictures: granview(pictures))
        rows.append(Row(f"GranView, {what}", f"{ours:.2f} s", 1.0, "as fast as the faster of the two"))
        others = {
            "GranView with counts and TIDE": lambda pictures=pictures: everything(pictures),
            "faster-coco-eval": faster_coco_eval(pictures, kind, size),
            "pycocotools": pycocotools(pictures, kind, size),
        }
        for name, function in others.items():
            theirs, found = timed(function)
            assert np.allclose(found, expected, atol=1e-6), (name, found, expected)
            rows.append(Row(f"{name}, {what}", f"{theirs:.2f} s", theirs / ours))
    return rows


def timed(function: Callable[[], list[float]]) -> tuple[float, list[float]]:
    """Seconds, and what came of it."""
    start = time.perf_counter()
    found = function()
    return time.perf_counter() - start, found
