"""A COCO file of 120,000 pictures and 900,000 objects, opened as the chooser and a search need it."""

import json
import multiprocessing
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.row import Row

if TYPE_CHECKING:
    from granview.core.sample import Sample

TITLE = "A COCO file of 120,000 pictures and 900,000 objects with outlines"
PICTURES, OBJECTS, CLASSES = 120_000, 900_000, 80
CHOOSER = "GranView, as the chooser shows it, the objects of the first six read"


def write(top: Path) -> Path:
    """The folder as COCO has it, with pictures of no bytes: nobody opens them; returns the JSON file."""
    rng = random.Random(0)
    pictures = top / "val2017"
    pictures.mkdir()
    path = top / "annotations" / "instances_val2017.json"
    path.parent.mkdir()
    images = [
        {"license": 3, "file_name": f"{i:012d}.jpg", "height": 480, "width": 640, "id": i} for i in range(PICTURES)
    ]
    for image in images:
        (pictures / str(image["file_name"])).touch()
    categories = [{"supercategory": "thing", "id": i, "name": f"class {i}"} for i in range(1, CLASSES + 1)]
    with path.open("w") as file:
        file.write(f'{{"info": {{}}, "images": {json.dumps(images)}, "annotations": [')
        for i in range(OBJECTS):
            file.write((", " if i else "") + json.dumps(_annotation(rng, i)))
        file.write(f'], "categories": {json.dumps(categories)}}}')
    return path


def _annotation(rng: random.Random, number: int) -> dict[str, Any]:
    points = [round(rng.random() * 470, 2) for _ in range(2 * rng.choice((12, 18, 24, 40)))]
    return {
        "segmentation": [points],
        "area": 702.1057,
        "iscrowd": 0,
        "image_id": rng.randrange(PICTURES),
        "bbox": [47.07, 39.93, 38.65, 28.67],
        "category_id": rng.randrange(1, CLASSES + 1),
        "id": number,
    }


def shown(path: Path) -> int:
    """As the chooser shows it: counts, splits and classes, the first samples, and the objects of these."""
    from granview.io.data_survey import DataSurvey, survey_data

    surveys = (each for each in survey_data([path.parents[1]]) if isinstance(each, DataSurvey))
    survey = next(each for each in surveys if each.first)
    assert len(survey.data_set.classes) == CLASSES
    _read(survey.first)
    return survey.data_set.n_inputs


def searched(path: Path) -> int:
    """Every picture as a sample with its reference, and the objects of the first of them."""
    from granview.core.sample import Sample
    from granview.io.sample_search import find_samples

    samples = [event for event in find_samples([path.parents[1]]) if isinstance(event, Sample)]
    _read(samples[:100])
    return len(samples)


def _read(samples: "Sequence[Sample]") -> None:
    from granview.io.orientation import Frame
    from granview.io.reference_format import read_truth

    for sample in samples:
        assert sample.reference is not None
        read_truth(sample.reference, Frame(480, 640))


def pycocotools(path: Path) -> int:
    """What its own library makes of it."""
    from pycocotools.coco import COCO

    return len(COCO(str(path)).imgs)


def measure() -> list[Row]:
    """Each in a process of its own, for its peak of memory; ratios are against the chooser."""
    steps = {
        CHOOSER: shown,
        "GranView, every picture a sample, 100 references read": searched,
        "pycocotools, COCO(...)": pycocotools,
    }
    with tempfile.TemporaryDirectory() as name:
        path = write(Path(name))
        measured = {what: _measured(step, path) for what, step in steps.items()}
    opened_s = measured[CHOOSER][0]
    goals = {CHOOSER: "5 s"}
    return [
        Row(
            what,
            f"{wall_s:.1f} s ({cpu_s:.1f} s of CPU), peak {peak_mb:,.0f} MB",
            wall_s / opened_s,
            goals.get(what, ""),
        )
        for what, (wall_s, cpu_s, peak_mb) in measured.items()
    ]


def _measured(step: Callable[[Path], int], path: Path) -> tuple[float, float, float]:
    """Seconds, those that the processor worked, and the most memory that the process held, in MB."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_timed, (step, path))


def _timed(step: Callable[[Path], int], path: Path) -> tuple[float, float, float]:
    start, worked = time.perf_counter(), time.process_time()
    assert step(path) == PICTURES
    wall_s, cpu_s = time.perf_counter() - start, time.process_time() - worked
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return wall_s, cpu_s, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
