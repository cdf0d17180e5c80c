"""1,000 saved masks of 2048x1024 scored by a lane, against decoding them and their references in one process.

All are palette PNGs of 19 classes, of blocks of 32 px as in ``scoring``, the prediction moved by 3 px. The lane decodes
no picture: it hashes the file and reads its header. ``GRANVIEW_BENCHMARK_IMAGES`` asks for fewer.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.core.saved_reading import SavedReading
from granview.io.described_sample import DescribedSample
from granview.io.hashing import sha256_file
from granview.io.image_reader import read_frame
from granview.io.reference_format import read_truth
from granview.io.saved.matching import RecordIndex
from granview.io.saved.survey import open_saved
from granview.tasks.base import TASKS
from tests.benchmarks.row import Row
from tests.benchmarks.timed_runs import lane_s

IMAGES, TIMED = int(os.environ.get("GRANVIEW_BENCHMARK_IMAGES", "1000")), 20
HEIGHT, WIDTH, CLASSES, BLOCK = 1024, 2048, 19, 32
TITLE = f"Saved predictions, {IMAGES} masks of {WIDTH}x{HEIGHT}, {CLASSES} classes"


def save_set(folder: Path, count: int) -> tuple[Path, Path]:
    """Pictures with references beside them, and a folder of masks; the same 8 over and over."""
    pictures, masks = folder / "pictures", folder / "masks"
    for each in (pictures, masks):
        each.mkdir()
        (each / "classes.txt").write_text("\n".join(f"class {index}" for index in range(CLASSES)))
    rng = np.random.default_rng(0)
    for place in range(min(count, 8)):
        coarse = rng.integers(0, CLASSES, (HEIGHT // BLOCK, WIDTH // BLOCK), dtype=np.uint8)
        labels = np.kron(coarse, np.ones((BLOCK, BLOCK), np.uint8))
        _save(pictures / f"{place:04}_mask.png", labels)
        _save(masks / f"{place:04}.png", np.roll(labels, 3, axis=1))
        smooth = Image.fromarray(rng.integers(0, 255, (64, 128, 3), dtype=np.uint8)).resize((WIDTH, HEIGHT))
        smooth.save(pictures / f"{place:04}.png", compress_level=1)
    for place in range(8, count):
        for path in (pictures / "{}_mask.png", masks / "{}.png", pictures / "{}.png"):
            os.link(str(path).format(f"{place % 8:04}"), str(path).format(f"{place:04}"))
    return pictures, masks


def measure() -> list[Row]:
    """Rows of milliseconds for each sample; ratios are against decoding both masks with Pillow."""
    import cv2

    with tempfile.TemporaryDirectory() as name:
        pictures, masks = save_set(Path(name), IMAGES)
        lane = LaneSpec("saved", f"saved:{masks}", task="image-segmentation")
        seconds = lane_s(lane, pictures, IMAGES)
        pairs = [(masks / f"{i % IMAGES:04}.png", pictures / f"{i % IMAGES:04}_mask.png") for i in range(TIMED)]

        def pillow(pair: tuple[Path, Path]) -> None:
            for path in pair:
                with Image.open(path) as image:
                    np.asarray(image)

        def opencv(pair: tuple[Path, Path]) -> None:
            for path in pair:
                cv2.imread(str(path), cv2.IMREAD_UNCHANGED)

        decoding = _median_ms(pillow, pairs)
        rows = {
            "decoding prediction and reference with Pillow": decoding,
            "the same with OpenCV": _median_ms(opencv, pairs),
            "GranView, end to end: hashed, read, scored, stored": 1000 * seconds / IMAGES,
            **_parts(pictures, masks),
        }
    goals = {"GranView, end to end: hashed, read, scored, stored": "at most 1.00"}
    return [Row(what, f"{ms:.2f} ms", ms / decoding, goals.get(what, "")) for what, ms in rows.items()]


def _parts(pictures: Path, masks: Path) -> dict[str, float]:
    """What the lane's parts take by themselves, on one thread."""
    reader = open_saved(masks, SavedReading(), "image-segmentation")[2]
    index, task = RecordIndex(reader), TASKS.get("image-segmentation")
    paths = [pictures / f"{i % IMAGES:04}.png" for i in range(TIMED)]
    references = [Reference(str(path.with_name(f"{path.stem}_mask.png"))) for path in paths]
    samples = [Sample(p.stem, str(p), reference=r) for p, r in zip(paths, references, strict=True)]
    described = [DescribedSample(sample, read_frame(Path(sample.path))) for sample in samples]
    record = index.match(described[0])
    assert record is not None
    prediction = reader.read(record, described[0], RunParams()).prediction
    truth = read_truth(references[0], described[0].frame, wanted=task.truth_type)
    return {
        "its part: hash and header of the picture": _median_ms(
            lambda path: (sha256_file(path), read_frame(path)), paths
        ),
        "its part: reading the saved mask": _median_ms(lambda one: reader.read(record, one, RunParams()), described),
        "its part: reading the reference": _median_ms(lambda one: read_truth(one, described[0].frame), references),
        "its part: scoring": _median_ms(lambda _: task.score(prediction, reader.labels, truth, RunParams()), paths),
        "its part: packing": _median_ms(lambda _: prediction.packed(), paths),
    }


def _hash_and_header(path: Path) -> None:
    sha256_file(path)
    read_frame(path)


def _median_ms(function: Callable[..., object], arguments: list) -> float:
    times = []
    for argument in arguments:
        start = time.perf_counter()
        function(argument)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def _save(path: Path, labels: np.ndarray) -> None:
    image = Image.fromarray(labels)
    image.putpalette(bytes(range(256)) * 3)
    image.save(path)
