"""Files in COCO's format: what they are by their content, and that each is read once."""

import json
import os
from pathlib import Path

import pytest

from granview.core.errors import InputError
from granview.io.coco_files import may_be_coco, read_coco
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

    assert len(read_coco(path).annotations[1]) == 1


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
