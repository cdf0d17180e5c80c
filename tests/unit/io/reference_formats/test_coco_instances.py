"""COCO's objects, by hand: crowds, empty pictures, polygons of several parts, runs of both kinds, damage."""

import json
import re
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pycocotools import mask as coco

from granview.core import rle
from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.sample import Reference
from granview.core.truths.instances import ReferenceInstances
from granview.io.orientation import Frame
from granview.io.reference_format import read_truth
from tests.helpers.coco import SIZE, marked, square, write_coco

FRAME = Frame(*SIZE)


def read(path: Path, record: str = "a.png", frame: Frame | None = FRAME) -> ReferenceInstances:
    truth = read_truth(Reference(str(path), format="coco-instances", record=record), frame)
    assert isinstance(truth, ReferenceInstances)
    return truth


def of(tmp_path: Path, *annotations: dict[str, Any]) -> ReferenceInstances:
    return read(write_coco(tmp_path / "instances.json", list(annotations)))


def test_classes_are_in_the_order_of_their_ids_which_may_have_gaps(tmp_path: Path) -> None:
    truth = of(tmp_path, marked(1, bbox=[1, 2, 3, 4]), marked(1, bbox=[5, 6, 7, 8], category_id=90))

    assert truth.label_set.names == ("cell", "nucleus")
    assert truth.instances.class_ids.tolist() == [0, 1]


def test_boxes_alone_have_no_masks(tmp_path: Path) -> None:
    truth = of(tmp_path, marked(1, bbox=[1.5, 2, 3, 4], segmentation=[]), marked(2, bbox=[0, 0, 1, 1]))

    assert truth.instances.boxes_xyxy.tolist() == [[1.5, 2, 4.5, 6]]
    assert truth.instances.masks is None
    assert truth.areas_px.tolist() == [12]
    assert truth.instances.scores.tolist() == [1]


def test_the_area_is_the_one_that_the_file_states(tmp_path: Path) -> None:
    assert of(tmp_path, marked(1, bbox=[1, 2, 3, 4], area=7.25)).areas_px.tolist() == [7.25]


def test_polygons_of_several_parts_are_one_mask(tmp_path: Path) -> None:
    parts = [square(2, 2, 10), square(30, 20, 8)]
    truth = of(tmp_path, marked(1, segmentation=parts, bbox=[2, 2, 36, 26]))

    (mask,) = truth.instances.masks
    expected = coco.merge(coco.frPyObjects(parts, *SIZE))
    assert mask.counts == expected["counts"]
    assert truth.areas_px.tolist() == [164]


def test_runs_are_read_compressed_and_not(tmp_path: Path) -> None:
    inside = np.zeros(SIZE, bool)
    inside[5:9, 10:30] = True
    mask = rle.encode(inside)
    compressed = {"size": list(SIZE), "counts": mask.counts.decode()}
    plain = {"size": list(SIZE), "counts": rle.runs(mask).tolist()}

    truth = of(tmp_path, marked(1, segmentation=compressed), marked(1, segmentation=plain, iscrowd=1))

    assert truth.instances.masks == (mask, mask)
    assert truth.instances.is_crowd.tolist() == [False, True]
    assert truth.instances.boxes_xyxy.tolist() == [[10, 5, 30, 9]] * 2


def test_an_object_may_be_cut_by_the_border(tmp_path: Path) -> None:
    truth = of(tmp_path, marked(1, segmentation=[square(50, 30, 20)]))
    assert truth.areas_px.tolist() == [100]
    assert truth.instances.boxes_xyxy.tolist() == [[50, 30, 60, 40]]


def test_a_picture_without_any_object_is_a_reference(tmp_path: Path) -> None:
    path = write_coco(tmp_path / "instances.json", [marked(1, bbox=[0, 0, 1, 1])])
    truth = read(path, "b.png")

    assert len(truth.instances) == 0
    assert truth.instances.size == SIZE
    assert truth.label_set.names == ("cell", "nucleus")


def test_where_only_some_have_outlines_boxes_stand_in_and_that_is_said(tmp_path: Path) -> None:
    truth = of(tmp_path, marked(1, segmentation=[square(2, 2, 10)]), marked(1, bbox=[20, 20, 5, 4]))

    assert rle.areas(truth.instances.masks).tolist() == [100, 20]
    assert truth.notices == ("1 of 2 objects have no outline; all of their box counts as their mask.",)


def test_lines_and_points_among_polygons_have_no_area(tmp_path: Path) -> None:
    truth = of(tmp_path, marked(1, segmentation=[[1, 1, 5, 5], square(2, 2, 10)], bbox=[2, 2, 10, 10]))
    assert rle.areas(truth.instances.masks).tolist() == [100]


def test_fifteen_hundred_objects_are_read_at_once(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    many = [
        marked(1, segmentation=[square(x, y, 5)], bbox=[x, y, 5, 5])
        for x, y in rng.uniform(0, 34, (1500, 2)).round(1).tolist()
    ]
    path = write_coco(tmp_path / "instances.json", many)
    read(path)

    start = time.perf_counter()
    truth = read(path)

    assert len(truth.instances) == 1500
    assert time.perf_counter() - start < 2


def test_without_a_size_the_picture_s_own_counts(tmp_path: Path) -> None:
    path = write_coco(tmp_path / "instances.json", [marked(1, bbox=[0, 0, 1, 1])])
    document = json.loads(path.read_text())
    del document["images"][0]["width"]
    path.write_text(json.dumps(document))

    assert read(path).instances.size == SIZE
    with pytest.raises(InputError, match=r"gives no size for a\.png"):
        read(path, frame=None)


def test_objects_turn_with_a_picture_that_was_marked_as_it_is_stored(tmp_path: Path) -> None:
    path = write_coco(tmp_path / "instances.json", [marked(1, segmentation=[square(2, 5, 10)], bbox=[2, 5, 10, 10])])
    for orientation in (5, 6, 7, 8):
        truth = read(path, frame=Frame(SIZE[1], SIZE[0], orientation))
        assert truth.instances.size == SIZE[::-1]
        assert np.array_equal(rle.boxes_xyxy(truth.instances.masks), truth.instances.boxes_xyxy)
        assert truth.notices


@pytest.mark.parametrize("orientation", [2, 3, 4])
def test_where_nothing_tells_how_it_lies_the_run_says(tmp_path: Path, orientation: int) -> None:
    path = write_coco(tmp_path / "instances.json", [marked(1, segmentation=[square(2, 5, 10)], bbox=[2, 5, 10, 10])])
    reference = Reference(str(path), format="coco-instances", record="a.png")
    frame = Frame(*SIZE, orientation)

    turned = read_truth(reference, frame, params=ImageParams(mask_frame="stored"))
    as_shown = read_truth(reference, frame, params=ImageParams(mask_frame="shown"))

    assert np.array_equal(rle.boxes_xyxy(turned.instances.masks), turned.instances.boxes_xyxy)
    assert turned.instances.boxes_xyxy.tolist() != as_shown.instances.boxes_xyxy.tolist()
    assert as_shown.instances.boxes_xyxy.tolist() == [[2, 5, 12, 15]]


def test_a_picture_of_another_size_is_refused(tmp_path: Path) -> None:
    path = write_coco(tmp_path / "instances.json", [])
    with pytest.raises(InputError, match=r"instances\.json is 60 x 40 pixels, its image 10 x 20"):
        read(path, frame=Frame(20, 10))


RUNS = {"size": list(SIZE), "counts": "52203"}
DAMAGED = [
    (marked(1), "annotation 1 has neither a box nor an outline"),
    (marked(1, bbox=[1, 2, 3]), "bbox of the annotation 1 is not x, y, width and height"),
    (marked(1, bbox=[1, 2, -3, 4]), "bbox of the annotation 1 is not x, y, width and height"),
    (marked(1, bbox="all"), "bbox of the annotation 1 is not understood"),
    (marked(1, bbox=[1e30, 2, 3, 4]), "a box lies farther away"),
    (marked(1, segmentation=[[1, 2, 3, 4, 5, 6, 7]]), "annotation 1 cannot be used. A polygon does not have three"),
    (marked(1, segmentation=[[1e9, 2, 3, 4, 5, 6]]), "annotation 1 cannot be used. A polygon lies outside"),
    (marked(1, segmentation=RUNS), "annotation 1 cannot be used. A mask's runs do not fill its 60 x 40 px"),
    (marked(1, segmentation={**RUNS, "counts": [5, 5]}), "annotation 1 cannot be used. A mask's runs do not fill"),
    (marked(1, segmentation={**RUNS, "size": [9, 9]}), "annotation 1 cannot be used. Its mask is 9 x 9 px"),
    (marked(1, segmentation={**RUNS, "counts": "é"}), "annotation 1 cannot be used."),
    (marked(1, segmentation={"size": 3}), "segmentation of the annotation 1 is not understood"),
    (marked(1, segmentation="x"), "segmentation of the annotation 1 is not understood"),
    (marked(1, bbox=[1, 2, 3, 4], area=-1), "annotation 1 has an area below 0"),
    (marked(1, bbox=[1, 2, 3, 4], category_id=8), "annotation 1 is of the category 8, which is not declared"),
    (
        marked(1, bbox=[1, 2, 3, 4], area="large"),
        r"annotation 1 of a\.png is not understood: expected a number or null, got text at area",
    ),
]


@pytest.mark.parametrize(("annotation", "words"), DAMAGED, ids=[words for _, words in DAMAGED])
def test_damage_is_said_with_the_file_and_the_entry(tmp_path: Path, annotation: dict[str, Any], words: str) -> None:
    path = write_coco(tmp_path / "instances.json", [annotation])
    with pytest.raises(InputError, match=r"instances\.json") as caught:
        read(path)
    assert re.search(words.casefold(), caught.value.message.casefold())


def test_a_picture_that_is_not_listed_is_said(tmp_path: Path) -> None:
    path = write_coco(tmp_path / "instances.json", [])
    with pytest.raises(InputError, match=r"no entry for c\.png"):
        read(path, "c.png")
    with pytest.raises(InputError, match="entries for 2 pictures"):
        read(path, "")
