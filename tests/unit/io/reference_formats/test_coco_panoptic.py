"""COCO's panoptic segments: ids in the colours of pictures, things and stuff."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from granview.core import rle
from granview.core.errors import InputError
from granview.core.sample import Reference
from granview.core.truths.instances import ReferencePanoptic
from granview.io.orientation import Frame
from granview.io.reference_format import read_truth
from tests.helpers.coco import SIZE

BIG = 3 * 65536 + 2 * 256 + 1
SEGMENTS = [
    {"id": 5, "category_id": 1, "area": 100, "iscrowd": 0},
    {"id": BIG, "category_id": 2, "area": 12.5, "iscrowd": 1},
    {"id": 9, "category_id": 3},
]


def values() -> np.ndarray:
    found = np.zeros(SIZE, np.uint32)
    found[:10, :10], found[20:, :], found[12:14, 3:9] = 5, 9, BIG
    return found


def write(tmp_path: Path, segments: list[dict[str, Any]], folder: str = "panoptic") -> Path:
    document = {
        "images": [{"id": 1, "file_name": "a.jpg"}],
        "annotations": [{"image_id": 1, "file_name": "a.png", "segments_info": segments}],
        "categories": [
            {"id": 1, "name": "cell", "isthing": 1, "color": [1, 2, 3]},
            {"id": 2, "name": "nucleus", "isthing": 1},
            {"id": 3, "name": "ground", "isthing": 0},
        ],
    }
    path = tmp_path / "panoptic.json"
    path.write_text(json.dumps(document))
    colors = np.stack([values() >> shift & 255 for shift in (0, 8, 16)], axis=2).astype(np.uint8)
    (tmp_path / folder).mkdir(exist_ok=True)
    Image.fromarray(colors).save(tmp_path / folder / "a.png")
    return path


def read(path: Path) -> ReferencePanoptic:
    truth = read_truth(Reference(str(path), format="coco-panoptic", record="a.jpg"), Frame(*SIZE))
    assert isinstance(truth, ReferencePanoptic)
    return truth


@pytest.mark.parametrize("folder", ["panoptic", "."])
def test_each_segment_is_an_object(tmp_path: Path, folder: str) -> None:
    truth = read(write(tmp_path, SEGMENTS, folder))

    assert [truth.label_set.names[place] for place in truth.instances.class_ids] == ["cell", "ground", "nucleus"]
    assert truth.label_set.colors[0] == (1, 2, 3)
    assert truth.instances.is_stuff.tolist() == [False, True, False]
    assert truth.instances.is_crowd.tolist() == [False, False, True]
    assert [rle.decode(mask).sum() for mask in truth.instances.masks] == [100, 1200, 12]
    assert truth.areas_px.tolist() == [100, 1200, 12.5]
    assert truth.notices == ()


def test_a_segment_without_pixels_is_left_out_and_said(tmp_path: Path) -> None:
    truth = read(write(tmp_path, [*SEGMENTS, {"id": 77, "category_id": 1}]))
    assert len(truth.instances) == 3
    assert truth.notices == ("1 segment has no pixel and are left out.",)


@pytest.mark.parametrize(
    ("segments", "words"),
    [
        (SEGMENTS[1:], "pixels of the segment 5, which panoptic.json does not list"),
        ([{"id": 5, "category_id": 8}, *SEGMENTS[1:]], "the segment 5 of a.jpg is of the category 8"),
        ([{"id": "x"}], "segments_info of a.jpg is not understood"),
    ],
)
def test_what_does_not_agree_is_said(tmp_path: Path, segments: list[dict[str, Any]], words: str) -> None:
    with pytest.raises(InputError, match=words):
        read(write(tmp_path, segments))


def test_a_picture_of_segments_that_is_not_there_is_said(tmp_path: Path) -> None:
    path = write(tmp_path, SEGMENTS)
    (tmp_path / "panoptic" / "a.png").unlink()
    with pytest.raises(InputError, match=r"panoptic\.json needs a\.png, which is not there"):
        read(path)


def test_a_picture_outside_of_the_folder_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, SEGMENTS)
    path.write_text(path.read_text().replace('"a.png"', '"../a.png"'))
    with pytest.raises(InputError, match="outside its folder"):
        read(path)
