"""Sessions of pictures whose depths, classes and details the tasks really scored, made without models."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from granview.core.events import LaneReady, ResultArrived
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.measurements import Timing
from granview.core.messages import Result
from granview.core.prediction import Prediction, pack_prediction
from granview.core.predictions.class_scores import ClassScores
from granview.core.predictions.depth_map import DepthMap
from granview.core.predictions.restored_picture import RestoredPicture
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.core.truth import Truth
from granview.core.truths.classes import ReferenceClasses
from granview.core.truths.depth_map import ReferenceDepth
from granview.core.truths.picture import ReferencePicture
from granview.core.unit import pack_statistics, pack_units
from granview.io.reference_formats.class_name import class_reference
from granview.store.session import Session
from granview.tasks.base import TASKS
from tests.helpers.text_tasks import NO_LABELS, classes

SIZE = (48, 64)
"""(height, width) of every picture."""
FLAWS = classes("dent", "pit", "scratch")

Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class Known:
    """What is true of a picture: as a task compares with it, and as it is found."""

    truth: Truth
    reference: Reference


def pictures_session(
    path: Path,
    task: str,
    know: Callable[[Path, int, Pixels], Known],
    say: Callable[[int, int, Truth], Prediction],
    labels: LabelSet = NO_LABELS,
    samples: int = 9,
) -> Session:
    """Two lanes of a task over pictures that lie in a folder beside the session; the second lane is the better one.

    Args:
        path: The session's.
        task: The task.
        know: What is true of a picture, from the folder, the picture's place and its px.
        say: What a lane says of it, from the lane's place, the picture's and what is true.
        labels: The lanes' classes.
        samples: So many pictures.
    """
    folder = path.parent / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    pictures = [_picture(folder, index) for index in range(samples)]
    known = [know(folder, index, pixels) for index, (_, pixels) in enumerate(pictures)]
    files = [Sample(p.stem, str(p), reference=each.reference) for (p, _), each in zip(pictures, known, strict=True)]
    session = Session.create(path)
    session.add_samples(files)
    for place, lane in enumerate(("small", "large")):
        session.add_lane(LaneSpec(lane, f"zoo:{lane}", task=task))
        session.record(
            [LaneReady(lane, ModelFacts(labels, "Tiny", 10**place, 0.5, "aa" * 32, "cpu", "A processor", 0.5))]
        )
        session.record(
            [
                _result(task, lane, index, sample, say(place, index, each.truth), each.truth, labels)
                for index, (sample, each) in enumerate(zip(files, known, strict=True))
            ]
        )
    return session


def _picture(folder: Path, index: int) -> tuple[Path, Pixels]:
    rng = np.random.default_rng(index)
    coarse = rng.integers(40, 220, (SIZE[0] // 8, SIZE[1] // 8, 3), dtype=np.uint8)
    pixels = np.kron(coarse, np.ones((8, 8, 1), np.uint8)) + rng.integers(0, 20, (*SIZE, 3), dtype=np.uint8)
    file = folder / f"s{index}.png"
    Image.fromarray(pixels).save(file)
    return file, pixels


def _result(
    task: str, lane: str, index: int, sample: Sample, said: Prediction, truth: Truth, labels: LabelSet
) -> ResultArrived:
    scores = TASKS.get(task).score(said, labels, truth, RunParams())
    timing = Timing(1.0, 2.0 + index, 0.5)
    packed = (pack_prediction(said), timing, pack_statistics(scores.statistics), pack_units(scores.units))
    return ResultArrived(lane, Result(index + 1, sample, *packed, scores.labels, scores.class_map, scores.notices))


def depth_session(path: Path) -> Session:
    """Two lanes that say distances with some noise, against arrays of metres."""

    def know(folder: Path, index: int, pixels: Pixels) -> Known:
        metres = (1 + pixels[..., 0] / 16).astype(np.float32)
        file = folder / f"s{index}_depth.npy"
        np.save(file, metres)
        return Known(ReferenceDepth(metres), Reference(str(file), format="depth-map"))

    def say(place: int, index: int, truth: Truth) -> DepthMap:
        assert isinstance(truth, ReferenceDepth)
        noise = np.random.default_rng(index).normal(0, 0.3 - 0.2 * place, truth.metres.shape)
        return DepthMap((truth.metres * np.exp(noise)).astype(np.float32))

    return pictures_session(path, "depth-estimation", know, say)


def restoration_session(path: Path) -> Session:
    """Two lanes that take noise away in part, against the pictures without it."""

    def know(folder: Path, index: int, pixels: Pixels) -> Known:
        file = folder / f"s{index}_clean.png"
        Image.fromarray(pixels).save(file)
        return Known(ReferencePicture(pixels), Reference(str(file), format="picture"))

    def say(place: int, index: int, truth: Truth) -> RestoredPicture:
        assert isinstance(truth, ReferencePicture)
        noise = np.random.default_rng(index).normal(0, 16 - 10 * place, truth.pixels.shape)
        return RestoredPicture(np.clip(truth.pixels + noise, 0, 255).astype(np.uint8))

    return pictures_session(path, "image-to-image", know, say)


def flaws_session(path: Path) -> Session:
    """Two lanes that name the flaw in a picture; the first is wrong at all of one class."""

    def know(_folder: Path, index: int, _pixels: Pixels) -> Known:
        names = (FLAWS.names[index % 3],)
        return Known(ReferenceClasses(names, FLAWS.names, 3), class_reference(names, FLAWS.names, 3))

    def say(place: int, index: int, _truth: Truth) -> ClassScores:
        return ClassScores(_shares(0 if place == 0 else index % 3))

    return pictures_session(path, "image-classification", know, say, FLAWS)


def _shares(chosen: int) -> NDArray[np.float32]:
    shares: Sequence[float] = [0.7 if place == chosen else 0.15 for place in range(3)]
    return np.array(shares, np.float32)
