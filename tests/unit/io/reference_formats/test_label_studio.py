"""Label Studio's exports of pictures: each sort of mark by hand, both forms, what is not read, damage."""

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from granview.core import rle
from granview.core.errors import InputError
from granview.core.sample import Reference, Sample
from granview.core.truths.classes import ReferenceClasses
from granview.core.truths.instances import ReferenceInstances
from granview.io.label_studio_brush import painted
from granview.io.orientation import Frame
from granview.io.reference_format import read_truth
from granview.io.sample_search import find_samples
from granview.io.search_events import Notice, Problem
from tests.helpers.coco import SIZE, write_pictures

FRAME = Frame(*SIZE)
RECTANGLE = {"x": 10, "y": 20, "width": 30, "height": 40, "rotation": 0}


def mark(kind: str, value: dict[str, Any], label: str = "cell", **more: Any) -> dict[str, Any]:
    sizes = {"original_width": SIZE[1], "original_height": SIZE[0], "image_rotation": 0}
    return {"id": "x", "from_name": "tag", "to_name": "image", "type": kind, "value": {**value, kind: [label]}} | (
        sizes | more
    )


def task(picture: str, *results: dict[str, Any], **more: Any) -> dict[str, Any]:
    done = {"was_cancelled": False, "result": list(results)}
    return {"id": 1, "data": {"image": picture}, "annotations": [done], "predictions": []} | more


def write(path: Path, *tasks: dict[str, Any]) -> Path:
    path.write_text(json.dumps(tasks, ensure_ascii=False), encoding="utf-8")
    return path


def objects(path: Path, record: str = "data/upload/1/a.png") -> ReferenceInstances:
    truth = read_truth(Reference(str(path), format="label-studio-objects", record=record), FRAME)
    assert isinstance(truth, ReferenceInstances)
    return truth


def one(tmp_path: Path, *results: dict[str, Any]) -> ReferenceInstances:
    return objects(write(tmp_path / "export.json", task("/data/upload/1/a.png", *results)))


def packed(values: NDArray[np.uint8], repeats: Sequence[bool]) -> list[int]:
    """Numbers as rle-pack writes them, by its definition: repeated runs, or rows, of at most 256 at a time."""
    bits = f"{len(values):032b}" + f"{7:05b}" + "".join(f"{size - 1:04b}" for size in (3, 4, 8, 16))
    place = 0
    edges = [0, *(np.flatnonzero(np.diff(values)) + 1).tolist(), len(values)]
    for number, (start, end) in enumerate(pairwise(edges)):
        for first in range(start, end, 256):
            n = min(256, end - first)
            row = [values[first]] if repeats[number % len(repeats)] else values[first : first + n]
            bits += f"{int(repeats[number % len(repeats)])}{2:02b}{n - 1:08b}" + "".join(f"{each:08b}" for each in row)
            place = first + n
    assert place == len(values)
    bits += "0" * (-len(bits) % 8)
    return [int(bits[at : at + 8], 2) for at in range(0, len(bits), 8)]


def test_rectangles_are_percents_of_the_picture(tmp_path: Path) -> None:
    truth = one(tmp_path, mark("rectanglelabels", RECTANGLE))
    np.testing.assert_allclose(truth.instances.boxes_xyxy, [[6, 8, 24, 24]])
    assert truth.label_set.names == ("cell",)


def test_turned_rectangles_turn_about_their_corner(tmp_path: Path) -> None:
    truth = one(tmp_path, mark("rectanglelabels", RECTANGLE | {"x": 60, "rotation": 90}))
    np.testing.assert_allclose(truth.instances.boxes_xyxy, [[20, 8, 36, 26]], atol=1)


def test_polygons_and_ellipses_are_outlines(tmp_path: Path) -> None:
    square = {"points": [[10, 10], [60, 10], [60, 60], [10, 60]], "closed": True}
    ellipse = {"x": 50, "y": 50, "radiusX": 20, "radiusY": 20, "rotation": 0}
    truth = one(tmp_path, mark("polygonlabels", square), mark("ellipselabels", ellipse, "nucleus"))
    assert truth.instances.masks is not None
    areas = rle.areas(truth.instances.masks).tolist()
    assert areas[0] == 30 * 20
    assert areas[1] == pytest.approx(np.pi * 12 * 8, rel=0.05)
    assert truth.label_set.names == ("cell", "nucleus")


@pytest.mark.parametrize("repeats", [(True,), (False,), (True, False)])
def test_brush_strokes_are_unpacked_bit_by_bit(tmp_path: Path, repeats: tuple[bool, ...]) -> None:
    inside = np.random.default_rng(0).random(SIZE) > 0.7
    inside[3:20, 4:30] = True
    colors = np.repeat(inside.ravel().astype(np.uint8) * 255, 4)
    strokes = packed(colors, repeats)
    np.testing.assert_array_equal(painted(strokes, SIZE), inside)
    truth = one(tmp_path, mark("brushlabels", {"format": "rle", "rle": strokes}))
    assert truth.instances.masks is not None
    np.testing.assert_array_equal(rle.decode(truth.instances.masks[0]), inside)


def test_a_shape_and_its_class_may_be_marked_apart(tmp_path: Path) -> None:
    shape = {"id": "r1", "type": "rectangle", "from_name": "r", "value": RECTANGLE}
    label = {"id": "r1", "type": "labels", "from_name": "l", "value": {**RECTANGLE, "labels": ["cell"]}}
    truth = one(tmp_path, shape, label)
    assert [truth.label_set.names[place] for place in truth.instances.class_ids] == ["cell"]


def test_pictures_are_found_without_what_was_put_before_their_names(tmp_path: Path) -> None:
    write_pictures(tmp_path, "ä b.png", "c.png", "d.png")
    write(
        tmp_path / "export.json",
        task("/data/upload/3/0a1b2c3d-%C3%A4%20b.png", mark("rectanglelabels", RECTANGLE)),
        task("/data/local-files/?d=bilder\\c.png", mark("rectanglelabels", RECTANGLE)),
        task("s3://bucket/d.png", annotations=[{"was_cancelled": True, "result": []}]),
    )
    events = list(find_samples([tmp_path]))
    samples = {Path(event.path).name: event for event in events if isinstance(event, Sample)}
    assert [reference.format for reference in samples["ä b.png"].references] == ["label-studio-objects"]
    assert len(objects(tmp_path / "export.json", samples["c.png"].references[0].record).instances) == 1
    assert samples["d.png"].references == ()
    said = [event.error for event in events if isinstance(event, Notice)]
    assert "export.json: nothing was submitted for 1 task, which give no reference." in said


def test_of_several_annotations_the_first_that_was_not_cancelled_counts(tmp_path: Path) -> None:
    cancelled = {"was_cancelled": True, "result": []}
    first, second = ({"result": [mark("rectanglelabels", RECTANGLE, name)]} for name in ("first", "second"))
    path = write(tmp_path / "export.json", task("a.png", annotations=[cancelled, first, second]))
    assert objects(path, "a.png").label_set.names == ("first",)
    write_pictures(tmp_path, "a.png")
    said = [event.error for event in find_samples([tmp_path]) if isinstance(event, Notice)]
    assert said == [
        "export.json: of 1 task with several annotations the first that was not cancelled is read.",
    ]


def test_choices_are_classes_of_pictures(tmp_path: Path) -> None:
    write_pictures(tmp_path, "a.png", "b.png")
    choices = [{"type": "choices", "from_name": "c", "value": {"choices": [name]}} for name in ("cat", "dog")]
    path = write(tmp_path / "export.json", task("a.png", choices[0]), task("b.png", choices[1]))
    samples = [event for event in find_samples([tmp_path]) if isinstance(event, Sample)]
    assert [[each.format for each in sample.references] for sample in samples] == [["label-studio-classes"]] * 2
    truth = read_truth(Reference(str(path), format="label-studio-classes", record="b.png"))
    assert isinstance(truth, ReferenceClasses)
    assert (truth.names, truth.known) == (("dog",), ("cat", "dog"))


def test_json_min_says_the_same(tmp_path: Path) -> None:
    write_pictures(tmp_path, "a.png")
    sizes = {"original_width": SIZE[1], "original_height": SIZE[0]}
    marked = [{**RECTANGLE, "rectanglelabels": ["cell"], **sizes}]
    path = write(
        tmp_path / "min.json",
        {"image": "/data/upload/a.png", "id": 1, "label": marked, "kind": {"choices": ["x"]}, "annotator": 1},
    )
    np.testing.assert_allclose(objects(path, "data/upload/a.png").instances.boxes_xyxy, [[6, 8, 24, 24]])
    (sample,) = [event for event in find_samples([tmp_path]) if isinstance(event, Sample)]
    assert [each.format for each in sample.references] == ["label-studio-objects", "label-studio-classes"]


def test_other_marks_are_counted(tmp_path: Path) -> None:
    write_pictures(tmp_path, "a.png")
    point = mark("keypointlabels", {"x": 1, "y": 2})
    write(tmp_path / "export.json", task("a.png", mark("rectanglelabels", RECTANGLE), point, point))
    said = [event.error for event in find_samples([tmp_path]) if isinstance(event, Notice)]
    assert said == ["export.json: marks of other sorts are left alone: 2 of 'keypointlabels'."]


BRUSH = {"format": "rle"}
DAMAGED = [
    (mark("rectanglelabels", {"x": 1}), "It is not written as Label Studio writes such."),
    (mark("rectanglelabels", RECTANGLE | {"x": "far"}), "It is not written as Label Studio writes such."),
    (mark("rectanglelabels", RECTANGLE | {"x": 400}), "Its box lies outside its picture."),
    (mark("rectanglelabels", RECTANGLE, image_rotation=90), "The picture was turned in the tool"),
    (mark("polygonlabels", {"points": [[1, 1], [2, 2]]}), "Its polygon has fewer than three points."),
    (mark("brushlabels", BRUSH | {"rle": [1, 2, 3]}), "Its brush strokes are damaged."),
    (mark("brushlabels", BRUSH | {"rle": [0, 0, 0, 9, 57]}), "Its brush strokes are those of a picture of another"),
    (mark("brushlabels", BRUSH | {"rle": "abc"}), "Its brush strokes are damaged."),
    (mark("brushlabels", {"format": "png"}), "Brush strokes in the format 'png' are not read."),
    (mark("rectanglelabels", RECTANGLE) | {"value": {**RECTANGLE, "rectanglelabels": []}}, "It has no label."),
]


@pytest.mark.parametrize(("damaged", "words"), DAMAGED, ids=[words for _, words in DAMAGED])
def test_a_mark_that_cannot_be_used_costs_itself_alone(tmp_path: Path, damaged: dict[str, Any], words: str) -> None:
    truth = one(tmp_path, mark("rectanglelabels", RECTANGLE), damaged)
    assert len(truth.instances) == 1
    (notice,) = truth.notices
    assert notice.startswith(f"export.json: the mark 2 of data/upload/1/a.png is left out. {words}")


def test_a_truncated_file_is_said_and_the_pictures_stay(tmp_path: Path) -> None:
    write_pictures(tmp_path, "a.png")
    path = write(tmp_path / "export.json", task("a.png", mark("rectanglelabels", RECTANGLE)))
    path.write_bytes(path.read_bytes()[:-9])
    events = list(find_samples([tmp_path]))
    assert [event.name for event in events if isinstance(event, Sample)] == ["a"]
    assert any("export.json is not JSON" in event.error for event in events if isinstance(event, Problem))


def test_what_is_not_in_it_is_said(tmp_path: Path) -> None:
    path = write(tmp_path / "export.json", task("a.png", mark("rectanglelabels", RECTANGLE)))
    with pytest.raises(InputError, match=r"export\.json has nothing that was submitted for z\.png"):
        objects(path, "z.png")


def test_of_several_tasks_about_a_picture_the_first_is_read_and_that_is_said(tmp_path: Path) -> None:
    write_pictures(tmp_path, "a.png")
    far = mark("rectanglelabels", RECTANGLE | {"x": 50})
    path = write(tmp_path / "export.json", task("a.png", mark("rectanglelabels", RECTANGLE)), task("a.png", far))
    np.testing.assert_allclose(objects(path, "a.png").instances.boxes_xyxy, [[6, 8, 24, 24]])
    said = [event.error for event in find_samples([tmp_path]) if isinstance(event, Notice)]
    assert said == ["export.json: 1 task left out, about pictures of which a task before is read."]


def test_without_a_size_shares_are_those_of_the_picture_as_it_is_shown(tmp_path: Path) -> None:
    bare = {"original_width": None, "original_height": None}
    path = write(tmp_path / "export.json", task("a.png", mark("rectanglelabels", RECTANGLE, **bare)))
    turned = Frame(*SIZE, orientation=6)
    truth = read_truth(Reference(str(path), format="label-studio-objects", record="a.png"), turned)
    assert isinstance(truth, ReferenceInstances)
    np.testing.assert_allclose(truth.instances.boxes_xyxy, [[6, 8, 24, 24]])
