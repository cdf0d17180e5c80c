"""Instances in files and on pages: COCO's results, outlines over the picture, the classes that are there."""

import contextlib
import io
import json
from pathlib import Path

import numpy as np
import pytest
from pycocotools import mask as coco
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

from granview.core import rle
from granview.core.labels import LabelSet
from granview.core.predictions.instances import Instances
from granview.core.sample import Reference, Sample
from granview.export.overlay import UNNAMED
from granview.export.prediction_export import export_of
from granview.export.predictions.instances import present_classes, result_objects
from tests.helpers.coco import marked, write_coco
from tests.helpers.store import LABELS

SIZE = (60, 120)
SAMPLE = Sample("scan", "/data/scan.png")


def said(*boxes: tuple[int, int, int, int], classes: list[int], scores: list[float], masks: bool = True) -> Instances:
    encoded = []
    for left, top, right, bottom in boxes:
        inside = np.zeros(SIZE, bool)
        inside[top:bottom, left:right] = True
        encoded.append(rle.encode(inside))
    return Instances.of_model(np.array(boxes), classes, scores, SIZE, tuple(encoded) if masks else None)


TWO = said((10, 30, 30, 50), (60, 20, 110, 58), classes=[1, 2], scores=[0.6, 0.9])


def test_objects_become_results_of_coco_the_surest_first(tmp_path: Path) -> None:
    export = export_of(TWO)
    path = tmp_path / f"scan{export.suffix}"
    export.write(path, TWO, SAMPLE, LABELS)

    first, second = json.loads(path.read_text())

    assert (first["image_id"], first["category"], first["category_id"]) == ("scan.png", LABELS.names[2], 2)
    assert first["bbox"] == [60, 20, 50, 38]
    assert (first["score"], second["score"]) == (0.9, 0.6)
    assert coco.area(second["segmentation"]) == 400


def test_ids_are_those_of_the_coco_file_that_is_the_reference(tmp_path: Path) -> None:
    file = write_coco(tmp_path / "instances.json", [], ("z.png", "scan.png"))
    reference = Reference(str(file), format="coco-instances", record="scan.png")
    labels = LabelSet(("Nucleus", "dust", "cell"), ((0, 0, 0),) * 3)
    sample = Sample("scan", "/data/scan.png", reference=reference)

    of_names = said((0, 0, 4, 4), (0, 0, 5, 5), (0, 0, 6, 6), classes=[0, 1, 2], scores=[0.9, 0.8, 0.7])
    results = list(result_objects(of_names, sample, labels))

    assert [(one["image_id"], one["category_id"]) for one in results] == [(2, 90), (2, None), (2, 7)]


def test_all_pictures_of_a_lane_are_one_list_that_coco_evaluates(tmp_path: Path) -> None:
    file = write_coco(tmp_path / "instances.json", [marked(1, bbox=[10, 30, 20, 20], area=400)], ("a.png", "b.png"))
    labels = LabelSet(("cell", "nucleus"), ((0, 0, 0),) * 2)
    samples = [
        Sample(name, f"/d/{name}.png", reference=Reference(str(file), format="coco-instances", record=f"{name}.png"))
        for name in ("a", "b")
    ]
    found = said((10, 30, 30, 50), (60, 20, 110, 58), classes=[0, 1], scores=[0.6, 0.9])

    export_of(found).together.write(tmp_path / "all.json", [(sample, found) for sample in samples], labels)

    results = json.loads((tmp_path / "all.json").read_text())
    assert [one["image_id"] for one in results] == [1, 1, 2, 2]
    with contextlib.redirect_stdout(io.StringIO()):
        evaluation = COCOeval(COCO(str(file)), COCO(str(file)).loadRes(results), "bbox")
        evaluation.evaluate()
        evaluation.accumulate()
        evaluation.summarize()
    assert evaluation.stats[0] == pytest.approx(1)


def test_a_lane_without_any_picture_is_an_empty_list(tmp_path: Path) -> None:
    export_of(TWO).together.write(tmp_path / "all.json", [], LABELS)
    assert json.loads((tmp_path / "all.json").read_text()) == []


def test_boxes_alone_have_no_segmentation(tmp_path: Path) -> None:
    boxes = said((10, 30, 30, 50), classes=[9], scores=[0.5], masks=False)
    export_of(boxes).write(tmp_path / "scan.json", boxes, SAMPLE, LABELS)
    (only,) = json.loads((tmp_path / "scan.json").read_text())
    assert "segmentation" not in only
    assert only["category"] == "9"


def test_a_mask_is_tinted_within_its_outline() -> None:
    pixels, color = np.full((*SIZE, 3), 100, np.uint8), np.array(LABELS.colors[1])
    drawn = export_of(TWO).overlay(pixels, TWO, LABELS, 0.5)

    assert (drawn[49, 29] == color).all()
    assert (drawn[45, 20] == np.round(0.5 * 100 + 0.5 * color)).all()
    assert (drawn[55, 45] == 100).all()
    assert (pixels == 100).all()


def test_what_is_enlarged_has_no_words_over_it() -> None:
    pixels = np.full((*SIZE, 3), 100, np.uint8)
    export = export_of(TWO)
    assert export.overlay is not None
    assert export.close_up is not None
    named, plain = (draw(pixels, TWO, LABELS, 0.5) for draw in (export.overlay, export.close_up))
    above = slice(12, 29), slice(10, 60)
    assert (plain[above] == 100).all()
    assert not (named[above] == 100).all()
    assert (plain[49, 29] == LABELS.colors[1]).all()


def test_a_box_is_a_frame() -> None:
    boxes = said((10, 30, 30, 50), classes=[1], scores=[0.6], masks=False)
    drawn = export_of(boxes).overlay(np.full((*SIZE, 3), 100, np.uint8), boxes, LABELS, 0.5)

    assert (drawn[49, 10:30] == LABELS.colors[1]).all()
    assert (drawn[40, 15] == 100).all()


@pytest.mark.parametrize("masks", [True, False])
def test_objects_beyond_the_border_and_on_each_other_are_drawn(masks: bool) -> None:
    boxes = [(0, 0, 120, 60), (0, 0, 2, 2), (118, 58, 120, 60)] * 20
    many = said(*boxes, classes=[0] * 60, scores=[0.5] * 60, masks=masks)
    drawn = export_of(many).overlay(np.zeros((*SIZE, 3), np.uint8), many, LABELS, 0.5)
    assert drawn.shape == (*SIZE, 3)


def test_a_picture_too_small_for_names_has_none() -> None:
    tiny = Instances.of_model([[0, 0, 4, 4]], [0], [0.7], (5, 5))
    assert export_of(tiny).overlay(np.zeros((5, 5, 3), np.uint8), tiny, LABELS, 0.5).shape == (5, 5, 3)


def test_the_legend_has_the_classes_that_are_there() -> None:
    entries = present_classes(said((0, 0, 4, 4), (8, 8, 12, 12), classes=[9, 1], scores=[1, 1]), LABELS)
    assert [(entry.name, entry.color) for entry in entries] == [(LABELS.names[1], LABELS.colors[1]), ("9", UNNAMED)]
