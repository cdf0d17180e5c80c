"""Files in COCO's format: what they are by their content, and that each is read once."""

import json
import os
from pathlib import Path

import pytest

from granview.core.errors import InputError
from granview.io.coco_files import may_be_coco, read_coco, stray_words
from tests.helpers.coco import marked, write_coco


def test_one_is_told_by_its_first_bytes(tmp_path: Path) -> None:
    assert may_be_coco(write_coco(tmp_path / "a.json", []).read_bytes())
    assert may_be_coco(b'\xef\xbb\xbf {"annotations" : [ {"image_id": 3')
    assert not may_be_coco(b'[{"text": "images"}]')
    assert not may_be_coco(b'{"data": [{"title": "x", "paragraphs": []}]}')
    assert not may_be_coco(b'{"images": ["a", "b"]}')


def test_a_file_is_read_once_until_it_changes(tmp_path: Path) -> None:
    path = write_coco(tmp_path / "a.json", [])
    first = read_coco(path)
    assert read_coco(path) is first

    write_coco(path, [marked(1, bbox=[0, 0, 1, 1])])
    os.utime(path, ns=(1, 1))

    assert len(read_coco(path).annotations_of(read_coco(path).image("a.png"))) == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"images": [{"id": 1, "file_name": "a"}, {"id": 1, "file_name": "b"}]}, "lists a picture twice"),
        ({"images": [{"id": 1, "file_name": "a"}, {"id": 2, "file_name": "a"}]}, "lists a picture twice"),
        ({"images": [{"id": 1}]}, r"missing required field `file_name` at images"),
        ({"categories": [{"id": 1, "name": "a"}, {"id": 1, "name": "b"}]}, "declares a category twice"),
        ({"categories": [{"id": 1, "name": "a", "color": [300, 0, 0]}]}, "declares a colour that is none"),
        ({"categories": 3}, "not understood"),
    ],
)
def test_a_damaged_file_is_said(tmp_path: Path, change: dict, words: str) -> None:
    path = write_coco(tmp_path / "a.json", [])
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    for _ in range(2):
        with pytest.raises(InputError, match=words):
            read_coco(path)


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"images": [', b'{"images": [{"id": 1, "file_name": "\xff"}]}', b"[" * 5000]
)
def test_what_is_no_json_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"a\.json"):
        read_coco(path)


def test_ids_may_be_texts(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    document = {
        "images": [{"id": "x", "file_name": "a.png"}],
        "annotations": [{"image_id": "x", "category_id": "c", "bbox": [0, 0, 1, 1]}],
        "categories": [{"id": "c", "name": "cell"}],
    }
    path.write_text(json.dumps(document))
    assert read_coco(path).places == {"c": 0}


def test_annotations_of_pictures_that_are_not_listed_are_counted_and_the_rest_is_read(tmp_path: Path) -> None:
    path = write_coco(tmp_path / "a.json", [marked(5, bbox=[0, 0, 1, 1]), marked(2, bbox=[0, 0, 3, 3])])
    file = read_coco(path)
    assert list(stray_words(file)) == [
        "a.json: 1 annotation is left out, of pictures that it does not list, such as 5."
    ]
    assert [bytes(one.bbox) for one in file.annotations_of(file.image("b.png"))] == [b"[0, 0, 3, 3]"]


@pytest.mark.parametrize("between", [",", ", ", " ,\n  "])
@pytest.mark.parametrize("odd", [False, True])
def test_annotations_are_found_whatever_stands_between_them(tmp_path: Path, between: str, odd: bool) -> None:
    written = [json.dumps(marked(1 + place % 2, bbox=[place, 0, 1, 1])) for place in range(7)]
    gaps = [between, "\n,"] if odd else [between, between]
    listed = "".join(f"{one}{gaps[place % 2]}" for place, one in enumerate(written[:-1])) + written[-1]
    path = write_coco(tmp_path / "a.json", [])
    path.write_text(path.read_text().replace('"annotations": []', f'"annotations": [ {listed} ]'))
    file = read_coco(path)
    assert [json.loads(bytes(one.bbox))[0] for one in file.annotations_of(file.image("a.png"))] == [0, 2, 4, 6]
    assert [json.loads(bytes(one.bbox))[0] for one in file.annotations_of(file.image("b.png"))] == [1, 3, 5]


def test_a_file_that_changes_while_it_is_open_is_not_read_at_old_places(tmp_path: Path) -> None:
    path = write_coco(tmp_path / "a.json", [marked(1, bbox=[0, 0, 1, 1])])
    file = read_coco(path)
    assert len(file.index) == 1
    os.utime(path, ns=(1, 1))
    with pytest.raises(InputError, match=r"a\.json has changed"):
        file.annotations_of(file.image("a.png"))


def test_a_long_first_annotation_tells_what_the_file_is(tmp_path: Path) -> None:
    long = marked(1, segmentation=[[float(place) for place in range(40_000)]])
    assert read_coco(write_coco(tmp_path / "a.json", [long])).has_objects


def test_annotations_are_found_behind_a_byte_order_mark(tmp_path: Path) -> None:
    path = write_coco(tmp_path / "a.json", [marked(1, bbox=[0, 0, 1, 1]), marked(2, bbox=[0, 0, 2, 2])])
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    file = read_coco(path)
    assert [json.loads(bytes(one.bbox)) for one in file.annotations_of(file.image("b.png"))] == [[0, 0, 2, 2]]
