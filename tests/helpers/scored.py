"""A session whose results the segmentation task really scored, made without models."""

from pathlib import Path

import msgspec
import numpy as np
from PIL import Image

from granview.core.events import Event, ResultArrived
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec
from granview.core.measurements import Cost, Timing
from granview.core.messages import Result
from granview.core.prediction import pack_prediction
from granview.core.predictions.label_map import LabelMap
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.core.truths.mask import ReferenceMask
from granview.core.unit import pack_statistics, pack_units
from granview.io.index_png import write_index_png
from granview.store.session import Session
from granview.tasks.base import TASKS
from tests.helpers.store import LABELS, ready

SIZE = (48, 64)
"""(height, width) of every picture."""


def reference_labels(seed: int) -> np.ndarray:
    """A cell in a background, with a thin membrane through it."""
    labels = np.zeros(SIZE, np.uint8)
    labels[8 : 30 + seed % 5, 10:40] = 1
    labels[20, 4:60] = 2
    return labels


def predicted_labels(seed: int, wrong_rows: int) -> np.ndarray:
    """The reference, with its first rows called background and the membrane missed in part."""
    labels = reference_labels(seed).copy()
    labels[: 8 + wrong_rows] = 0
    labels[20, : 10 * wrong_rows] = 0
    return labels


def write_files(folder: Path, index: int, labels: LabelSet = LABELS) -> Sample:
    """A picture and its reference on disk."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(index)
    picture, mask = folder / f"s{index}.png", folder / f"s{index}_mask.png"
    Image.fromarray(rng.integers(60, 200, (*SIZE, 3), dtype=np.uint8)).save(picture)
    write_index_png(mask, reference_labels(index), labels)
    classes = [{"name": name, "color": color} for name, color in zip(labels.names, labels.colors, strict=True)]
    (folder / "classes.json").write_bytes(msgspec.json.encode(classes))
    return Sample(f"s{index}", str(picture), size_bytes=picture.stat().st_size, reference=Reference(str(mask)))


def scored_result(lane: str, sample: Sample, index: int, wrong_rows: int, labels: LabelSet = LABELS) -> ResultArrived:
    """What a lane that gets ``wrong_rows`` rows wrong would send."""
    prediction = LabelMap(predicted_labels(index, wrong_rows))
    task = TASKS.get("image-segmentation")
    scores = task.score(prediction, LABELS, ReferenceMask(reference_labels(index), labels), RunParams())
    timing = Timing(1.0, 2.0 + index, 0.5, 3.0, 0.25, 1, index == 0)
    return ResultArrived(
        lane,
        Result(
            index + 1,
            sample,
            pack_prediction(prediction),
            timing,
            pack_statistics(scores.statistics),
            pack_units(scores.units),
            labels,
            scores.class_map,
            scores.notices,
            Cost(flops=2_000_000, peak_rss_mb=123.5),
        ),
    )


def scored_session(path: Path, samples: int = 4, lanes: tuple[str, ...] = ("good", "poor")) -> Session:
    """Lanes of falling quality over pictures that lie in a folder beside the session."""
    session = Session.create(path)
    fill_session(session, path.parent, samples, lanes)
    return session


def fill_session(session: Session, home: Path, samples: int = 2, lanes: tuple[str, ...] = ("good", "poor")) -> None:
    """Record what lanes of falling quality would send about pictures in ``home``'s folder of pictures."""
    files = [write_files(home / "pictures", index) for index in range(samples)]
    session.add_samples(files)
    events: list[Event] = []
    for wrong, lane in enumerate(lanes):
        session.add_lane(LaneSpec(lane, f"zoo:{lane}"))
        events.append(ready(lane))
        events += [scored_result(lane, sample, index, wrong * 3) for index, sample in enumerate(files)]
    session.record(events)
