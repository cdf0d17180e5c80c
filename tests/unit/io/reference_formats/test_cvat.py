"""CVAT for images 1.1: each sort of mark by hand, what is left alone, damage."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from granview.core import rle
from granview.core.errors import InputError
from granview.core.sample import Reference, Sample
from granview.core.truths.instances import ReferenceInstances
from granview.io.orientation import Frame
from granview.io.reference_format import read_truth
from granview.io.sample_search import find_samples
from granview.io.search_events import Notice
from tests.helpers.coco import SIZE, write_pictures

FRAME = Frame(*SIZE)
BOX = '<box label="cell" occluded="0" xtl="5" ytl="10" xbr="20" ybr="30" z_order="0"/>'
LABELS = "<labels><label><name>nucleus</name></label><label><name>cell</name></label></labels>"


def write(path: Path, *marks: str, name: str = "sub/ä.png") -> Path:
    image = f'<image id="0" name="{name}" width="{SIZE[1]}" height="{SIZE[0]}">{"".join(marks)}</image>'
    text = f'<?xml version="1.0" encoding="utf-8"?><annotations><version>1.1</version><meta>{LABELS}</meta>{image}'
    path.write_text(f"{text}</annotations>", encoding="utf-8")
    return path


def read(path: Path, record: str = "sub/ä.png") -> Any:
    truth = read_truth(Reference(str(path), format="cvat-objects", record=record), FRAME)
    assert isinstance(truth, ReferenceInstances)
    return truth


def test_boxes_have_corners_and_classes_are_declared(tmp_path: Path) -> None:
    truth = read(write(tmp_path / "annotations.xml", BOX))
    assert truth.instances.boxes_xyxy.tolist() == [[5, 10, 20, 30]]
    assert truth.label_set.names == ("nucleus", "cell")
    assert truth.instances.class_ids.tolist() == [1]


def test_a_turned_box_turns_about_its_middle(tmp_path: Path) -> None:
    truth = read(write(tmp_path / "annotations.xml", BOX.replace("z_order", 'rotation="90" z_order')))
    np.testing.assert_allclose(truth.instances.boxes_xyxy, [[2.5, 12.5, 22.5, 27.5]], atol=1)


def test_polygons_and_ellipses_are_outlines(tmp_path: Path) -> None:
    polygon = '<polygon label="cell" points="2,2;12,2;12,12;2,12"/>'
    ellipse = '<ellipse label="nucleus" cx="30" cy="20" rx="10" ry="5"/>'
    areas = rle.areas(read(write(tmp_path / "annotations.xml", polygon, ellipse)).instances.masks).tolist()
    assert areas == [100, pytest.approx(np.pi * 50, rel=0.05)]


def test_a_mask_has_runs_along_the_rows_of_its_box(tmp_path: Path) -> None:
    mask = '<mask label="cell" rle="2, 1, 1, 4, 4" left="10" top="20" width="4" height="3"/>'
    inside = rle.decode(read(write(tmp_path / "annotations.xml", mask)).instances.masks[0])
    assert inside[20:23, 10:14].astype(int).tolist() == [[0, 0, 1, 0], [1, 1, 1, 1], [0, 0, 0, 0]]
    assert inside.sum() == 5


def test_pictures_are_found_by_name_and_tags_are_said(tmp_path: Path) -> None:
    write_pictures(tmp_path / "images" / "sub", "ä.png")
    write(tmp_path / "annotations.xml", BOX, '<tag label="good"/>')
    events = list(find_samples([tmp_path]))
    (sample,) = [event for event in events if isinstance(event, Sample)]
    assert [each.format for each in sample.references] == ["cvat-objects", "cvat-masks"]
    said = [event.error for event in events if isinstance(event, Notice)]
    assert said == ["annotations.xml: 1 tag of whole pictures left alone. Write them into a labels.csv."]


def test_points_and_lines_are_counted(tmp_path: Path) -> None:
    line, point = '<polyline label="cell" points="1,1;2,2"/>', '<points label="cell" points="1,1"/>'
    truth = read(write(tmp_path / "annotations.xml", BOX, line, point))
    assert truth.notices == ("annotations.xml: 1 line, 1 point left alone, without an area.",)


DAMAGED = {
    '<box label="cell" xtl="a" ytl="1" xbr="2" ybr="3"/>': "It is not written as CVAT writes such.",
    '<box label="cell" xtl="nan" ytl="1" xbr="2" ybr="3"/>': "Its box is not in numbers that a picture has.",
    '<box label="cell" xtl="900" ytl="1" xbr="920" ybr="3"/>': "Its box lies outside its picture.",
    '<polygon label="cell" points="1,1;2,2"/>': "Its polygon has fewer than three points.",
    '<mask label="cell" rle="1, 2" left="1" top="1" width="9" height="9"/>': "Its runs do not fill its box.",
    '<cube label="cell"/>': "Marks of the sort 'cube' are not read.",
}


@pytest.mark.parametrize(("damaged", "words"), DAMAGED.items())
def test_a_mark_that_cannot_be_used_costs_itself_alone(tmp_path: Path, damaged: str, words: str) -> None:
    truth = read(write(tmp_path / "annotations.xml", BOX, damaged))
    assert len(truth.instances) == 1
    assert truth.notices[0] == f"annotations.xml: the mark 2 of sub/ä.png is left out. {words}"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<annotations><image name='a.png'>", "is not XML"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><annotations><image name='a.png'/></annotations>", "declares a document type"),
    ],
)
def test_a_damaged_file_is_said(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "annotations.xml"
    path.write_bytes(content)
    with pytest.raises(InputError, match=words):
        read(path, "a.png")


def test_pictures_of_one_name_are_left_out_and_said(tmp_path: Path) -> None:
    write_pictures(tmp_path, "a.png", "b.png")
    path = write(tmp_path / "annotations.xml", BOX, name="a.png")
    other = f'<image id="1" name="a.png" width="60" height="40"/><image id="2" name="b.png">{BOX}</image>'
    path.write_text(path.read_text().replace("</annotations>", f"{other}</annotations>"))
    events = list(find_samples([tmp_path]))
    records = {event.filename: [each.record for each in event.references] for event in events if type(event) is Sample}
    assert records == {"a.png": [], "b.png": ["b.png", "b.png"]}
    (said,) = [event.error for event in events if isinstance(event, Notice)]
    assert "1 name left out, since several pictures are called so, such as a.png." in said
