"""Average precision of a detector on unseen scenes, as COCO measures it (https://cocodataset.org/#detection-eval)."""

import contextlib
import io
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval
from torch import nn

from granview.zoo.coco import coco_dataset, encoded
from granview.zoo.evaluate import GRAIN_EDGES_PX, GRAIN_NAMES, scenes_words, unseen_scenes
from granview.zoo.figures import Figures, FigureTable, Value
from granview.zoo.instance_training.crops import picture
from granview.zoo.scenes.scene import Scene
from granview.zoo.seeds import TEST_SEEDS
from granview.zoo.things import CLASS_OF

MASK_MIN = 0.5
"""A pixel belongs to an object from this probability on."""
DETECTIONS_MAX = 100
"""Objects of a picture that count, the surest first; COCO's number."""
BOXES, MASKS = "bbox", "segm"
NAMES = {BOXES: "box AP", MASKS: "mask AP"}
_SUMMARY = {"AP50": 1, "AP75": 2, "AP of objects under 32x32 px": 3, "AP of 32x32 to 96x96 px": 4, "AP above": 5}
"""Places in COCO's summary."""


def detections(network: nn.Module, scenes: list[Scene]) -> Iterator[dict[str, Any]]:
    """What a detector finds in scenes, numbered from 1, as results in the COCO format."""
    for image_id, scene in enumerate(scenes, start=1):
        with torch.inference_mode():
            (found,) = network([picture(scene.image)])
        masks = found["masks"][:, 0] if "masks" in found else [None] * len(found["boxes"])
        for box, label, score, mask in zip(found["boxes"], found["labels"], found["scores"], masks, strict=True):
            left, top, right, bottom = box.tolist()
            shape = {} if mask is None else {"segmentation": encoded((mask >= MASK_MIN).numpy())}
            result = {"image_id": image_id, "category_id": int(label), "score": float(score)}
            yield {**result, "bbox": [left, top, right - left, bottom - top], **shape}


def measure_detector(network: nn.Module, per_domain: int = len(TEST_SEEDS)) -> Figures:
    """Measures a detector on the first `per_domain` test scenes of every domain."""
    scenes = list(unseen_scenes(per_domain))
    truth = COCO()
    truth.dataset = coco_dataset((f"{number}.png", scene) for number, scene in enumerate(scenes, start=1))
    results = list(detections(network, scenes))
    with contextlib.redirect_stdout(io.StringIO()):
        truth.createIndex()
        kinds = [MASKS, BOXES] if any("segmentation" in each for each in results) else [BOXES]
        runs = {kind: _run(truth, results, kind) for kind in kinds}
    ranked = NAMES[kinds[0]]
    return Figures(
        measured_on=scenes_words(per_domain),
        metric=f"{ranked} (COCO, IoU 0.50 to 0.95)",
        score=float(runs[kinds[0]].stats[0]),
        others=_others(runs),
        tables=(_by_class(runs, truth), _by_grain(runs[kinds[0]], truth)),
    )


def _run(truth: COCO, results: list[dict[str, Any]], kind: str) -> COCOeval:
    """COCO's evaluation of boxes or of masks; without any detection the score is 0."""
    predicted = COCO()
    predicted.dataset = {**truth.dataset, "annotations": [_as_annotation(each, i) for i, each in enumerate(results, 1)]}
    predicted.createIndex()
    run = COCOeval(truth, predicted, kind)
    run.evaluate()
    run.accumulate()
    run.summarize()
    return run


def _as_annotation(result: dict[str, Any], number: int) -> dict[str, Any]:
    """A result with the number and area that COCO's evaluation asks for."""
    return {**result, "id": number, "iscrowd": 0, "area": result["bbox"][2] * result["bbox"][3]}


def _others(runs: dict[str, COCOeval]) -> dict[str, float]:
    """COCO's further scores, those of masks before those of boxes; scores without any object are left out."""
    scores = {}
    for place, (kind, run) in enumerate(runs.items()):
        word = NAMES[kind].split()[0]
        if place:
            scores[NAMES[kind]] = float(run.stats[0])
        scores.update({f"{word} {name}": float(run.stats[index]) for name, index in _SUMMARY.items()})
    return {name: score for name, score in scores.items() if score >= 0}


def _by_class(runs: dict[str, COCOeval], truth: COCO) -> FigureTable:
    """Objects, and AP and AP50 of each class."""
    columns = ["class", "objects"]
    for kind in runs:
        columns += [NAMES[kind], f"{NAMES[kind]}50"]
    rows = []
    for label, number in CLASS_OF.items():
        row: list[Value] = [label.name.lower(), len(truth.getAnnIds(catIds=[number]))]
        for run in runs.values():
            precision = run.eval["precision"][:, :, number - 1, 0, -1]
            row += [_mean(precision), _mean(precision[0])]
        rows.append(tuple(row))
    note = "Objects are counted from 16 visible pixels on. A nucleus is an object of its own within its cell."
    return FigureTable(tuple(columns), tuple(rows), note)


def _mean(precision: NDArray[np.float64]) -> float | None:
    """Mean of the precisions that are defined; COCO writes -1 where there is no object."""
    defined = precision[precision >= 0]
    return float(defined.mean()) if defined.size else None


def _by_grain(run: COCOeval, truth: COCO) -> FigureTable:
    """Share of the objects of each range of sizes that are found at an IoU of 0.5, whatever their score."""
    matched = {
        int(number): bool(match)
        for each in run.evalImgs
        if each is not None and each["aRng"] == run.params.areaRng[0]
        for number, match in zip(each["gtIds"], each["gtMatches"][0], strict=True)
    }
    grains = np.sqrt([truth.anns[number]["area"] for number in matched])
    bucket, hits = np.digitize(grains, GRAIN_EDGES_PX), np.array(list(matched.values()), bool)
    rows: list[tuple[Value, ...]] = []
    for place, name in list(enumerate(GRAIN_NAMES))[1:]:
        chosen = hits[bucket == place]
        rows.append((name, len(chosen), float(chosen.mean()) if chosen.size else None))
    note = (
        "Grain is the square root of an object's visible area. Found: an IoU of at least 0.5 with one of the "
        f"{DETECTIONS_MAX} surest objects of its class in the picture."
    )
    return FigureTable(("grain (px)", "objects", "found"), tuple(rows), note)
