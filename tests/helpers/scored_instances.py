"""A session of pictures with objects, whose results a task of objects really scored, without models."""

import json
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from granview.core.events import Event, LaneReady, ResultArrived
from granview.core.labels import ClassMap
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.measurements import Timing
from granview.core.messages import Result
from granview.core.prediction import Prediction, pack_prediction
from granview.core.predictions.instances import Instances
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.core.truths.instances import ReferenceInstances
from granview.core.unit import pack_statistics, pack_units
from granview.store.session import Session
from granview.tasks.base import TASKS
from tests.helpers.shown_instances import CELLS, predicted, scattered

TASK = "instance-segmentation"
SIZE = (240, 320)


def instances_session(
    path: Path,
    samples: int = 2,
    lanes: tuple[str, ...] = ("small", "base"),
    *,
    n: int = 20,
    size: tuple[int, int] = SIZE,
    radius_px: tuple[float, float] = (8, 24),
    task: str = TASK,
    answer: Callable[[Instances, Instances], Prediction] = lambda said, _: said,
) -> Session:
    """Lanes of rising quality over pictures and a COCO file that lie in a folder beside the session.

    ``answer`` makes what a lane answers of the objects that it says and the true ones.
    """
    truths = [scattered(n, size, seed, radius_px) for seed in range(samples)]
    names = [f"s{index}" for index in range(samples)]
    folder = path.parent / "pictures"
    files = _write_files(folder, names, truths)
    session = Session.create(path)
    session.add_samples(files)
    events: list[Event] = []
    for place, lane in enumerate(lanes):
        session.add_lane(LaneSpec(lane, f"zoo:{lane}", task=task))
        events.append(
            LaneReady(lane, ModelFacts(CELLS, "MaskRCNN", 31_000, 0.125, "aa" * 32, "cpu", "A processor", 0.5))
        )
        for index, (sample, truth) in enumerate(zip(files, truths, strict=True)):
            worse = len(lanes) - place
            said = predicted(truth, 10 * place + index, missed=0.1 * worse, invented=0.2 * worse, shift_px=worse)
            events.append(_scored(task, lane, sample, index, answer(said, truth), truth))
    session.record(events)
    return session


def _scored(task: str, lane: str, sample: Sample, index: int, said: Prediction, truth: Instances) -> ResultArrived:
    reference = ReferenceInstances(truth, CELLS, truth.areas_px())
    scores = TASKS.get(task).score(said, CELLS, reference, RunParams())
    result = Result(
        index + 1,
        sample,
        pack_prediction(said),
        Timing(1.0, 20.0 + index, 0.5, 3.0, 0.25, 1, False),
        pack_statistics(scores.statistics),
        pack_units(scores.units),
        CELLS,
        scores.class_map or ClassMap((0, 1)),
        scores.notices,
    )
    return ResultArrived(lane, result)


def _write_files(folder: Path, names: list[str], truths: list[Instances]) -> list[Sample]:
    """Pictures, and one COCO file about all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "instances.json"
    images, marked, samples = [], [], []
    for index, (name, truth) in enumerate(zip(names, truths, strict=True)):
        picture = folder / f"{name}.png"
        Image.fromarray(_picture(truth, index)).save(picture)
        height, width = truth.size
        images.append({"id": index, "file_name": picture.name, "height": height, "width": width})
        marked += _marked(truth, index, len(marked))
        reference = Reference(str(file), format="coco-instances", record=picture.name)
        samples.append(Sample(name, str(picture), size_bytes=picture.stat().st_size, reference=reference))
    classes = [{"id": place, "name": name} for place, name in enumerate(CELLS.names)]
    file.write_text(json.dumps({"images": images, "annotations": marked, "categories": classes}), encoding="utf-8")
    return samples


def _marked(truth: Instances, image: int, first: int) -> list[dict[str, object]]:
    assert truth.masks is not None
    boxes = [(x0, y0, x1 - x0, y1 - y0) for x0, y0, x1, y1 in truth.boxes_xyxy.tolist()]
    return [
        {
            "id": first + place,
            "image_id": image,
            "category_id": int(truth.class_ids[place]),
            "bbox": boxes[place],
            "area": float(area),
            "iscrowd": int(truth.is_crowd[place]),
            "segmentation": {"size": list(mask.size), "counts": mask.counts.decode("ascii")},
        }
        for place, (mask, area) in enumerate(zip(truth.masks, truth.areas_px().tolist(), strict=True))
    ]


def _picture(truth: Instances, seed: int) -> np.ndarray:
    """Bright ellipses on a dark ground with some noise, (H, W, 3) uint8."""
    rng = np.random.default_rng(seed)
    pixels = np.full((*truth.size, 3), 34, np.float32)
    for (x0, y0, x1, y1), class_id in zip(truth.boxes_xyxy.tolist(), truth.class_ids.tolist(), strict=True):
        color = np.array(((150, 110, 160), (90, 150, 130))[class_id]) * rng.uniform(0.6, 1.0)
        centre, half = (round((x0 + x1) / 2), round((y0 + y1) / 2)), (round((x1 - x0) / 2), round((y1 - y0) / 2))
        cv2.ellipse(pixels, centre, half, 0, 0, 360, color.tolist(), -1)
    return np.clip(pixels + rng.normal(0, 7, pixels.shape), 0, 255).astype(np.uint8)
