"""Data sets of 100,000 pictures: from a dropped folder to what it holds, and to its samples with their references.

The files are empty: no picture is opened. The baseline lists the same folders with ``os.walk`` and looks at each
picture once, which is what any program must do. ``GRANVIEW_BENCHMARK_PICTURES`` asks for fewer.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from granview.core.sample import Sample
from granview.io.data_set import DataSet, DataSetChoice, DataSetChoices
from granview.io.layout import LAYOUTS, recognise
from granview.io.sample_search import find_samples
from tests.benchmarks.row import Row

PICTURES = int(os.environ.get("GRANVIEW_BENCHMARK_PICTURES", "100000"))
TITLE = f"Data sets of {PICTURES:,} pictures, by layout"
_EVERYTHING = DataSetChoices(DataSetChoice(splits=("train", "val")))


def measure() -> list[Row]:
    """Rows of seconds; ratios are against listing the folders."""
    LAYOUTS.all()
    rows: list[Row] = []
    for name, make in {"Pascal VOC": make_voc, "Cityscapes": make_cityscapes}.items():
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "VOC2012"
            n_files = make(root, PICTURES)
            listed_s, _ = _timed(lambda root=root: list_files(root))  # type: ignore[misc]
            known_s, known = _timed(lambda root=root: recognise(root))  # type: ignore[misc]
            found_s, n_found = _timed(lambda root=root: count_samples(root))  # type: ignore[misc]
        assert isinstance(known, DataSet)
        assert known.n_inputs == n_found == PICTURES
        rows += [
            Row(f"{name}, {n_files:,} files: os.walk and a look at each picture", f"{listed_s:.2f} s"),
            Row(
                f"{name}: splits, counts, references and leftovers known", f"{known_s:.2f} s", known_s / listed_s, "5 s"
            ),
            Row(f"{name}: every sample with its references", f"{found_s:.2f} s", found_s / listed_s, "seconds"),
        ]
    return rows


def make_voc(root: Path, n: int) -> int:
    """Pictures, masks of classes and of objects, boxes, and two lists; how many files that is."""
    names = [f"2012_{i:06d}" for i in range(n)]
    parts = {"JPEGImages": ".jpg", "SegmentationClass": ".png", "SegmentationObject": ".png", "Annotations": ".xml"}
    for folder, suffix in parts.items():
        (root / folder).mkdir(parents=True)
        for name in names:
            (root / folder / f"{name}{suffix}").touch()
    lists = root / "ImageSets" / "Segmentation"
    lists.mkdir(parents=True)
    (lists / "train.txt").write_text("\n".join(names[: n // 2]))
    (lists / "val.txt").write_text("\n".join(names[n // 2 :]))
    return n * len(parts) + 2


def make_cityscapes(root: Path, n: int) -> int:
    """Pictures and four files of each in cities of 1,000; how many files that is."""
    endings = ("labelIds.png", "color.png", "instanceIds.png", "polygons.json")
    for i in range(n):
        place = Path("val" if i % 2 else "train") / f"city{i // 1000:03d}"
        name = f"city{i // 1000:03d}_{i:06d}_000019"
        for top in ("leftImg8bit", "gtFine") if i % 1000 < 2 else ():
            (root / top / place).mkdir(parents=True, exist_ok=True)
        (root / "leftImg8bit" / place / f"{name}_leftImg8bit.png").touch()
        for ending in endings:
            (root / "gtFine" / place / f"{name}_gtFine_{ending}").touch()
    return n * (1 + len(endings))


def list_files(root: Path) -> int:
    """How many files there are, those of pictures looked at one by one."""
    n = 0
    for folder, _, names in os.walk(root):
        n += len(names)
        if "JPEGImages" in folder or "leftImg8bit" in folder:
            for name in names:
                Path(folder, name).stat()
    return n


def count_samples(root: Path) -> int:
    """How many samples a search finds in all splits, each with a reference."""
    events = find_samples([root], choices=_EVERYTHING)
    return sum(isinstance(event, Sample) and event.reference is not None for event in events)


def _timed(work: Callable[[], object]) -> tuple[float, object]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result
