"""``granview run`` on one data set as several tools of annotation write it: the scores are the same."""

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

_ROOT = Path(__file__).parents[3]
_GALLERY = _ROOT / "resources" / "gallery"
_TEXTS = _ROOT / "resources" / "gallery-text" / "entities.jsonl"
_N = 4


def run(model: str, inputs: Path, out: Path, column: str) -> float:
    """A metric of a run, by its column in ``summary.csv``."""
    command = [sys.executable, str(_ROOT / "main.py"), "run", "--device", "cpu", "--model", model]
    places = ["--input", str(inputs), "--out", str(out), "--require-reference"]
    ended = subprocess.run([*command, *places], capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode == 0, ended.stderr
    with (out / "summary.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    return float(row[column])


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


def test_boxes_score_alike_in_coco_and_yolo(tmp_path: Path) -> None:
    as_coco_and_yolo(tmp_path / "coco", tmp_path / "yolo")
    first = run("zoo:fcos-small", tmp_path / "coco", tmp_path / "coco-out", "ap")
    assert first == pytest.approx(run("zoo:fcos-small", tmp_path / "yolo", tmp_path / "yolo-out", "ap"), abs=1e-6)
    assert first > 0


def test_entities_score_alike_in_brat_and_json_lines(tmp_path: Path) -> None:
    as_brat_and_lines(tmp_path / "brat", tmp_path / "lines.jsonl")
    first = run("zoo:ner-nano", tmp_path / "brat", tmp_path / "brat-out", "entity_f1")
    assert first == run("zoo:ner-nano", tmp_path / "lines.jsonl", tmp_path / "lines-out", "entity_f1")
    assert first > 0
