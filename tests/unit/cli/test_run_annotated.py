"""``granview run`` on one data set as several tools of annotation write it: the scores are the same."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.conftest import GranviewRun

pytestmark = pytest.mark.slow

_ROOT = Path(__file__).parents[3]
_GALLERY = _ROOT / "resources" / "gallery"
_TEXTS = _ROOT / "resources" / "gallery-text" / "entities.jsonl"
_N = 2
_OTHER_PARTS = ("predictions", "comparison", "explanations")


Metrics = Callable[..., list[list[str]]]


@pytest.fixture
def metrics_of(granview_run: GranviewRun, tmp_path: Path) -> Metrics:
    """A metric of each sample of several inputs, by its column in ``results.csv``: one run, which loads one model."""

    def measured(model: str, column: str, *inputs: Path) -> list[list[str]]:
        out = tmp_path / "out"
        rest = ("--threads", 1, "--require-reference", "--skip", *_OTHER_PARTS)
        ended = granview_run("--model", model, "--input", *inputs, "--out", out, *rest)
        assert ended.returncode == 0, ended.stderr
        with (out / "results.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        n = len(rows) // len(inputs)
        return [[row[column] for row in rows[start : start + n]] for start in range(0, len(rows), n)]

    return measured


def shares(bbox: list[float], image: dict[str, Any]) -> str:
    """A box of COCO's in the words of YOLO."""
    left, top, width, height = bbox
    across, down = image["width"], image["height"]
    numbers = ((left + width / 2) / across, (top + height / 2) / down, width / across, height / down)
    return " ".join(f"{each:.9f}" for each in numbers)


def as_coco_and_yolo(coco: Path, yolo: Path) -> None:
    """The first pictures of the gallery with the boxes of their objects."""
    document = json.loads((_GALLERY / "references" / "instances.json").read_text())
    images = document["images"][:_N]
    ids = {image["id"] for image in images}
    boxes = [
        {key: one[key] for key in ("id", "image_id", "category_id", "bbox")}
        for one in document["annotations"]
        if one["image_id"] in ids
    ]
    categories = sorted(document["categories"], key=lambda each: each["id"])
    places = {each["id"]: place for place, each in enumerate(categories)}
    for folder in (coco / "val", coco / "annotations", yolo / "images" / "val", yolo / "labels" / "val"):
        folder.mkdir(parents=True)
    for image in images:
        for folder in (coco / "val", yolo / "images" / "val"):
            shutil.copy(_GALLERY / "scenes" / image["file_name"], folder)
        lines = []
        for one in (each for each in boxes if each["image_id"] == image["id"]):
            lines.append(f"{places[one['category_id']]} {shares(one['bbox'], image)}")
        (yolo / "labels" / "val" / image["file_name"]).with_suffix(".txt").write_text("\n".join(lines))
    written = {"images": images, "annotations": boxes, "categories": categories}
    (coco / "annotations" / "instances_val.json").write_text(json.dumps(written))
    names = json.dumps([each["name"] for each in categories])
    (yolo / "data.yaml").write_text(f"val: images/val\nnames: {names}\n")


def as_brat_and_lines(brat: Path, lines: Path) -> None:
    """The first texts of the gallery with their entities."""
    rows = [json.loads(line) for line in _TEXTS.read_text(encoding="utf-8").splitlines()[: 2 * _N]]
    lines.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    brat.mkdir()
    for row in rows:
        (brat / f"{row['id']}.txt").write_text(row["text"], encoding="utf-8")
        marked = [
            f"T{place}\t{each['label']} {each['start']} {each['end']}\t{row['text'][each['start'] : each['end']]}\n"
            for place, each in enumerate(row["entities"], 1)
        ]
        (brat / f"{row['id']}.ann").write_text("".join(marked), encoding="utf-8")


def test_boxes_score_alike_in_coco_and_yolo(metrics_of: Metrics, tmp_path: Path) -> None:
    as_coco_and_yolo(tmp_path / "coco", tmp_path / "yolo")
    first, second = metrics_of("zoo:fcos-small", "ap", tmp_path / "coco", tmp_path / "yolo")
    assert [*map(float, first)] == pytest.approx([*map(float, second)], abs=1e-6)
    assert len(first) == _N
    assert max(map(float, first)) > 0


def test_entities_score_alike_in_brat_and_json_lines(metrics_of: Metrics, tmp_path: Path) -> None:
    as_brat_and_lines(tmp_path / "brat", tmp_path / "lines.jsonl")
    first, second = metrics_of("zoo:ner-nano", "entity_f1", tmp_path / "brat", tmp_path / "lines.jsonl")
    assert first == second
    assert len(first) == 2 * _N
    assert {*first} == {"1", ""}, "one has no entities"
