"""Random pictures of objects and detections, and what pycocotools says of them."""

import contextlib
import io
from dataclasses import dataclass

import numpy as np
from pycocotools import mask
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

from granview.core.rle import Rle
from granview.scoring.instances.instance_pair import InstancePair, surest_first
from granview.scoring.instances.overlaps import box_areas, box_overlaps, mask_overlaps


@dataclass
class ObjectPicture:
    """Objects and detections of one picture: boxes (n, 4) float32 xyxy, in whole pixels."""

    boxes: np.ndarray
    classes: np.ndarray
    is_crowd: np.ndarray
    areas: np.ndarray
    found_boxes: np.ndarray
    found_classes: np.ndarray
    scores: np.ndarray
    masks: list | None = None
    found_masks: list | None = None

    def pair(self) -> InstancePair:
        """As it is scored."""
        order = surest_first(self.scores)
        found = self.found_boxes[order]
        if self.masks is None or self.found_masks is None:
            areas = box_areas(found)
            overlaps = box_overlaps(found, self.boxes, self.is_crowd)
        else:
            masks = [self.found_masks[place] for place in order]
            areas = mask.area(masks).astype(np.float64) if masks else np.empty(0)
            overlaps = mask_overlaps(rles(masks), rles(self.masks), areas, self.areas, self.is_crowd)
        return InstancePair(
            self.found_classes[order], self.scores[order], self.classes, self.is_crowd, overlaps, areas, self.areas
        )


def random_boxes(rng: np.random.Generator, n: int, size: int) -> np.ndarray:
    """(n, 4) float32 whole pixels; some are cut by the border."""
    corner = rng.integers(-20, size, (n, 2))
    extent = np.exp(rng.uniform(np.log(6), np.log(size / 2), (n, 2))).astype(int) + 1
    low, high = np.clip(corner, 0, size - 1), np.clip(corner + extent, 1, size)
    return np.concatenate([low, np.maximum(high, low + 1)], axis=1).astype(np.float32)


def random_picture(
    rng: np.random.Generator,
    n: int,
    n_found: int,
    n_classes: int,
    size: int = 200,
    crowd: float = 0.1,
    levels: int = 20,
    with_masks: bool = False,
) -> ObjectPicture:
    """Objects, and detections of which most lie near one; scores take few values, so that many are equal."""
    boxes, classes = random_boxes(rng, n, size), rng.integers(0, n_classes, n)
    near = rng.integers(0, max(n, 1), n_found)
    found, found_classes = random_boxes(rng, n_found, size), rng.integers(0, n_classes, n_found)
    if n:
        is_near = rng.random(n_found) < 0.8
        moved = boxes[near] + rng.integers(-4, 5, (n_found, 4))
        moved[:, 2:] = np.maximum(moved[:, 2:], moved[:, :2] + 1)
        found[is_near] = np.clip(moved, 0, size + 8)[is_near]
        same = is_near & (rng.random(n_found) < 0.85)
        found_classes[same] = classes[near][same]
    found[:, 2:] = np.maximum(found[:, 2:], found[:, :2] + 1)
    scores = (rng.integers(1, levels + 1, n_found) / levels).astype(np.float32)
    picture = ObjectPicture(boxes, classes, rng.random(n) < crowd, box_areas(boxes), found, found_classes, scores)
    if with_masks:
        picture.masks = [_ellipse(box, size) for box in boxes]
        picture.found_masks = [_ellipse(box, size) for box in found]
        picture.areas = mask.area(picture.masks).astype(np.float64) if n else np.empty(0)
    return picture


def coco_picture(boxes, found, scores, crowd=(), classes=None, found_classes=None) -> ObjectPicture:
    """A picture by hand: boxes xyxy, the places of crowds, and classes, all 0 if not given."""
    boxes, found = np.array(boxes, np.float32).reshape(-1, 4), np.array(found, np.float32).reshape(-1, 4)
    is_crowd = np.isin(np.arange(len(boxes)), crowd)
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return ObjectPicture(
        boxes,
        np.zeros(len(boxes), int) if classes is None else np.array(classes),
        is_crowd,
        areas.astype(np.float64),
        found,
        np.zeros(len(found), int) if found_classes is None else np.array(found_classes),
        np.array(scores, np.float32),
    )


def rles(masks: list[dict]) -> list[Rle]:
    """Masks of pycocotools as GranView has them."""
    return [Rle(tuple(mask["size"]), mask["counts"]) for mask in masks]


def _ellipse(box: np.ndarray, size: int) -> dict:
    y, x = np.mgrid[:size, :size]
    centre, radius = (box[:2] + box[2:] - 1) / 2, (box[2:] - box[:2]) / 2
    inside = ((x - centre[0]) / radius[0]) ** 2 + ((y - centre[1]) / radius[1]) ** 2 <= 1
    return mask.encode(np.asfortranarray(inside.astype(np.uint8)))


def xywh(boxes: np.ndarray) -> list[list[float]]:
    """Boxes as COCO's files have them."""
    return [[float(x0), float(y0), float(x1 - x0), float(y1 - y0)] for x0, y0, x1, y1 in boxes.astype(np.float64)]


def coco_dicts(pictures: list[ObjectPicture], n_classes: int, size: int = 200) -> tuple[dict, list[dict]]:
    """The data set, and the detections, as COCO's files have them."""
    annotations, found = [], []
    for place, picture in enumerate(pictures):
        for k, box in enumerate(xywh(picture.boxes)):
            own = {"segmentation": picture.masks[k]} if picture.masks is not None else {}
            annotations.append(
                {
                    "id": len(annotations) + 1, "image_id": place, "category_id": int(picture.classes[k]), "bbox": box,
                    "iscrowd": int(picture.is_crowd[k]), "area": float(picture.areas[k]), **own,
                }
            )  # fmt: skip
        for k, box in enumerate(xywh(picture.found_boxes)):
            own = {"segmentation": picture.found_masks[k]} if picture.found_masks is not None else {"bbox": box}
            score = float(picture.scores[k])
            found.append({"image_id": place, "category_id": int(picture.found_classes[k]), "score": score, **own})
    images = [{"id": place, "width": size, "height": size} for place in range(len(pictures))]
    categories = [{"id": k, "name": str(k)} for k in range(n_classes)]
    return {"images": images, "annotations": annotations, "categories": categories, "info": {}}, found


def pycocotools_stats(dataset: dict, found: list[dict], kind: str) -> np.ndarray:
    """The twelve numbers of COCO, -1 where one is undefined."""
    with contextlib.redirect_stdout(io.StringIO()):
        coco = COCO()
        coco.dataset = dataset
        coco.createIndex()
        results = coco.loadRes(found) if found else COCO()
        evaluation = COCOeval(coco, results, kind)
        evaluation.evaluate()
        evaluation.accumulate()
        evaluation.summarize()
    return evaluation.stats
