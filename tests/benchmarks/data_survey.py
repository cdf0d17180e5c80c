"""A data set of 100,000 pictures with masks: what is understood of it before it is loaded, and its search.

Pictures and masks are links to one picture of 64x48 and one mask, in the folders of mmsegmentation; a seventh of them
are the validation split. The survey opens 200 masks. ``GRANVIEW_BENCHMARK_IMAGES`` asks for fewer.
"""

import os
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image

from granview.core.sample import Sample
from granview.io.data_set import DataSetChoice, DataSetChoices
from granview.io.data_survey import DataSurvey, survey_data
from granview.io.sample_search import find_samples
from tests.benchmarks.row import Row

IMAGES = int(os.environ.get("GRANVIEW_BENCHMARK_IMAGES", "100000"))
HEIGHT, WIDTH, PER_FILE = 48, 64, 20_000
TITLE = f"A data set of {IMAGES:,} pictures with masks"
ALL = DataSetChoices(DataSetChoice(("train", "val")))


def save_set(folder: Path, count: int) -> Path:
    """``img_dir`` and ``ann_dir`` of ``train`` and ``val``."""
    rng = np.random.default_rng(0)
    picture = Image.fromarray(rng.integers(0, 255, (HEIGHT, WIDTH, 3), dtype=np.uint8))
    mask = Image.fromarray(rng.integers(0, 4, (HEIGHT, WIDTH), dtype=np.uint8))
    for split, n in (("train", count - count // 7), ("val", count // 7)):
        for place, image, suffix in (("img_dir", picture, ".jpg"), ("ann_dir", mask, ".png")):
            home = folder / place / split
            home.mkdir(parents=True)
            first = home / f"{0:06}{suffix}"
            for number in range(n):
                path = home / f"{number:06}{suffix}"
                if number % PER_FILE == 0:  # a file has no more than some 65,000 names
                    first = path
                    image.save(path)
                else:
                    os.link(first, path)
    return folder


def measure() -> list[Row]:
    """Rows of seconds of the processor, whatever else runs; ratios are against listing the four folders."""
    with tempfile.TemporaryDirectory() as name:
        folder = save_set(Path(name) / "set", IMAGES)
        begun = time.process_time()
        listed = sum(1 for place in folder.glob("*/*") for entry in os.scandir(place) if entry.is_file())
        listing_s = time.process_time() - begun
        assert listed == 2 * IMAGES
        times: dict[str, float] = {}
        begun = time.process_time()
        for event in survey_data([folder], ALL):
            if isinstance(event, DataSurvey):
                times.setdefault("layout, splits and counts", time.process_time() - begun)
                if event.first:
                    times.setdefault("first samples", time.process_time() - begun)
                assert event.n_taken == IMAGES
        times["all of it, with the values of 200 masks"] = time.process_time() - begun
        begun = time.process_time()
        n = sum(isinstance(event, Sample) for event in find_samples([folder], choices=ALL))
        times["search for its samples, to be loaded"] = time.process_time() - begun
        assert n == IMAGES
    rows = [Row(title, f"{seconds:.2f} s", seconds / listing_s) for title, seconds in times.items()]
    return [Row("listing the four folders", f"{listing_s:.2f} s"), *rows]
