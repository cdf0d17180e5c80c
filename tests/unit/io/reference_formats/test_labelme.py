"""labelme's shapes: each sort by hand, groups, what is left alone, damage; as objects and as masks of classes."""

import base64
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pycocotools import mask as coco

from granview.core import rle
from granview.core.errors import InputError
from granview.core.sample import Reference
from granview.core.truths.instances import ReferenceInstances
from granview.core.truths.mask import ReferenceMask
from granview.io.orientation import Frame
from granview.io.reference_format import read_truth
from tests.helpers.coco import SIZE

FRAME = Frame(*SIZE)
SQUARE = [[2, 2], [12, 2], [12, 12], [2, 12]]


def shape(label: str, points: list[Any], kind: str = "polygon", **more: Any) -> dict[str, Any]:
    return {"label": label, "points": points, "shape_type": kind, "group_id": None, "flags": {}, **more}


def write(path: Path, *shapes: dict[str, Any], **more: Any) -> Path:
    document = {"version": "5.4.1", "flags": {}, "shapes": list(shapes), "imagePath": "..\\bilder\\a.png"}
    sizes = {"imageData": "AAAA", "imageHeight": SIZE[0], "imageWidth": SIZE[1]}
    path.write_text(json.dumps(document | sizes | more))
    return path


def objects(path: Path) -> ReferenceInstances:
    truth = read_truth(Reference(str(path), format="labelme-objects"), FRAME)
    assert isinstance(truth, ReferenceInstances)
    return truth


def mask(path: Path) -> ReferenceMask:
    truth = read_truth(Reference(str(path), format="labelme-masks"), FRAME)
    assert isinstance(truth, ReferenceMask)
    return truth


def areas(truth: ReferenceInstances) -> list[int]:
    assert truth.instances.masks is not None
    return rle.areas(truth.instances.masks).tolist()


def test_a_polygon_is_filled_as_the_coco_api_does(tmp_path: Path) -> None:
    truth = objects(write(tmp_path / "a.json", shape("cell", SQUARE)))
    assert truth.instances.masks is not None
    assert truth.instances.masks[0].counts == coco.frPyObjects([sum(SQUARE, [])], *SIZE)[0]["counts"]  # noqa: RUF017
    assert areas(truth) == [100]


def test_rectangles_are_boxes_from_any_corner(tmp_path: Path) -> None:
    truth = objects(write(tmp_path / "a.json", shape("cell", [[20, 30], [5, 10]], "rectangle")))
    assert truth.instances.boxes_xyxy.tolist() == [[5, 10, 20, 30]]
    assert truth.instances.masks is None


def test_a_circle_has_its_centre_and_a_point_of_its_rim(tmp_path: Path) -> None:
    truth = objects(write(tmp_path / "a.json", shape("cell", [[20, 20], [20, 10]], "circle")))
    assert areas(truth)[0] == pytest.approx(np.pi * 100, rel=0.02)
    assert truth.instances.boxes_xyxy.tolist() == [[10, 10, 30, 30]]


def test_a_packed_mask_lies_at_its_first_corner(tmp_path: Path) -> None:
    inside = np.zeros((4, 6), np.uint8)
    inside[1:3, 2:5] = 255
    png = io.BytesIO()
    Image.fromarray(inside).save(png, "PNG")
    packed = base64.b64encode(png.getvalue()).decode()
    truth = objects(write(tmp_path / "a.json", shape("cell", [[10, 7], [15, 10]], "mask", mask=packed)))
    assert truth.instances.boxes_xyxy.tolist() == [[12, 8, 15, 10]]
    assert areas(truth) == [6]


def test_parts_of_a_group_are_one_object(tmp_path: Path) -> None:
    far = [[30, 20], [38, 20], [38, 28], [30, 28]]
    shapes = [shape("cell", SQUARE, group_id=1), shape("cell", far, group_id=1), shape("dot", far, group_id=1)]
    truth = objects(write(tmp_path / "a.json", *shapes))
    assert areas(truth) == [164, 64]
    assert [truth.label_set.names[place] for place in truth.instances.class_ids] == ["cell", "dot"]


def test_classes_are_those_of_the_whole_folder(tmp_path: Path) -> None:
    write(tmp_path / "b.json", shape("a rare one", SQUARE))
    assert objects(write(tmp_path / "a.json", shape("cell", SQUARE))).label_set.names == ("a rare one", "cell")


def test_as_a_mask_later_shapes_lie_over_earlier_ones(tmp_path: Path) -> None:
    inner = [[4, 4], [8, 4], [8, 8], [4, 8]]
    truth = mask(write(tmp_path / "a.json", shape("cell", SQUARE), shape("nucleus", inner)))
    assert truth.label_set.names == ("background", "cell", "nucleus")
    assert np.bincount(truth.labels.ravel()).tolist() == [SIZE[0] * SIZE[1] - 100, 84, 16]
    assert truth.labels[5, 5] == 2


def test_boxes_alone_are_no_mask(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", shape("cell", [[5, 10], [20, 30]], "rectangle"))
    with pytest.raises(InputError, match=r"a\.json marks boxes alone"):
        mask(path)


def test_points_and_lines_are_left_alone_and_counted(tmp_path: Path) -> None:
    shapes = [shape("x", [[1, 1]], "point"), shape("x", [[1, 1], [2, 2]], "line"), shape("x", [[1, 1]], "point")]
    truth = objects(write(tmp_path / "a.json", shape("cell", SQUARE), *shapes))
    assert len(truth.instances) == 1
    assert truth.notices == ("a.json: 2 points, 1 line left alone, without an area.",)


DAMAGED_SHAPES = [
    (shape("cell", SQUARE[:2]), "the shape 2 is left out. Its polygon has fewer than three points."),
    (shape("cell", SQUARE, "cube"), "the shape 2 is left out. Shapes of the sort 'cube' are not read."),
    (shape("cell", [[5, 5]], "circle"), "the shape 2 is left out. A circle has a centre and a point of its rim."),
    (shape("cell", [[1, 1], [2, 2]], "mask", mask="!"), "the shape 2 is left out. Its mask is no PNG in base64."),
    (shape("cell", [[900, 9], [990, 9], [990, 99]]), "A polygon lies outside of the picture's 60 x 40 px"),
    (shape("cell", [[900, 9], [990, 12]], "rectangle"), "the shape 2 is left out. Its box lies outside its picture."),
    (shape("", SQUARE), "the shape 2 is left out. Its class is none of the classes."),
]


@pytest.mark.parametrize(("damaged", "words"), DAMAGED_SHAPES, ids=[words for _, words in DAMAGED_SHAPES])
def test_a_shape_that_cannot_be_used_costs_itself_alone(tmp_path: Path, damaged: dict[str, Any], words: str) -> None:
    truth = objects(write(tmp_path / "a.json", shape("cell", SQUARE), damaged))
    assert len(truth.instances) == 1
    (notice,) = truth.notices
    assert notice.startswith("a.json: ")
    assert words in notice


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"shapes": [', r"a\.json is not JSON"),
        (b'{"shapes": [{"label": "x", "points": [[NaN, 1]]}]}', r"a\.json is not JSON"),
        (b'{"shapes": [{"label": "x", "points": "all"}]}', r"a\.json is not understood: .* at shapes\[0\]\.points"),
        (b'{"shapes": 3}', r"a\.json is not understood"),
    ],
)
def test_a_damaged_file_is_refused_in_words(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(InputError, match=words):
        objects(path)


def test_a_picture_of_another_size_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", shape("cell", SQUARE), imageHeight=7, imageWidth=9)
    with pytest.raises(InputError, match=r"a\.json is 9 x 7 pixels"):
        objects(path)


def test_without_a_size_points_are_those_of_the_picture_as_it_is_shown(tmp_path: Path) -> None:
    bare = {"imageHeight": None, "imageWidth": None}
    path = write(tmp_path / "a.json", shape("cell", [[1, 2], [11, 22]], "rectangle"), **bare)
    truth = read_truth(Reference(str(path), format="labelme-objects"), Frame(*SIZE, orientation=6))
    assert isinstance(truth, ReferenceInstances)
    assert truth.instances.boxes_xyxy.tolist() == [[1, 2, 11, 22]]
