"""COCO's folders: files of annotations beside the pictures of their splits."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pycocotools.coco import COCO

from granview.core.sample import Sample
from granview.core.truths.instances import ReferenceInstances, ReferencePanoptic
from granview.io.data_set import DataSetChoice, DataSetChoices, default_splits
from granview.io.layout import recognise
from granview.io.orientation import Frame
from granview.io.reference_format import read_truth, reference_of_type
from granview.io.sample_search import find_samples
from granview.io.search_events import Notice, Problem, SearchEvent
from tests.helpers.coco import CATEGORIES, SIZE, marked, square, write_coco, write_pictures

NAMES = ("a.png", "b.png")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two splits, with objects; the second with panoptic segments, captions and key points too."""
    write_pictures(tmp_path / "train2017", "t.png")
    write_pictures(tmp_path / "val2017", *NAMES)
    held = tmp_path / "annotations"
    write_coco(held / "instances_train2017.json", [marked(1, segmentation=[square(2, 2, 9)])], ("t.png",))
    write_coco(held / "instances_val2017.json", [marked(1, segmentation=[square(2, 2, 9)], iscrowd=0)], NAMES)
    write_panoptic(held / "panoptic_val2017.json")
    captions = {"images": [{"id": 1, "file_name": "a.png"}], "annotations": [{"image_id": 1, "id": 1, "caption": "x"}]}
    (held / "captions_val2017.json").write_text(json.dumps(captions))
    points = captions | {"categories": [{"id": 1, "name": "person", "keypoints": ["nose"]}]}
    (held / "person_keypoints_val2017.json").write_text(json.dumps(points))
    return tmp_path


def write_panoptic(path: Path) -> None:
    values = np.zeros((*SIZE, 3), np.uint8)
    values[5:9, 5:9] = (3, 0, 0)
    path.with_suffix("").mkdir()
    Image.fromarray(values).save(path.with_suffix("") / "a.png")
    document = {
        "images": [{"id": 1, "file_name": "a.png", "height": SIZE[0], "width": SIZE[1]}],
        "annotations": [{"image_id": 1, "file_name": "a.png", "segments_info": [{"id": 3, "category_id": 7}]}],
        "categories": CATEGORIES,
    }
    path.write_text(json.dumps(document))


def search(folder: Path, **choice: tuple[str, ...]) -> tuple[list[Sample], list[SearchEvent]]:
    events = list(find_samples([folder], choices=DataSetChoices(DataSetChoice(**choice))))
    return [event for event in events if isinstance(event, Sample)], events


def test_says_splits_references_classes_and_what_is_left_alone(folder: Path) -> None:
    known = recognise(folder)
    assert known is not None
    assert known.title == "COCO"
    assert [(split.name, split.n_inputs, split.n_references) for split in known.splits] == [
        ("train2017", 1, 1), ("val2017", 2, 2),
    ]  # fmt: skip
    assert [(each.name, each.n) for each in known.references] == [("objects", 3), ("panoptic", 1)]
    assert known.classes == ("cell", "nucleus")
    assert [(each.sort, each.example.name) for each in known.leftovers] == [
        ("COCO files of captions", "captions_val2017.json"),
        ("COCO files of key points", "person_keypoints_val2017.json"),
    ]
    assert default_splits(known) == ("val2017",)


def test_a_picture_has_objects_and_segments(folder: Path) -> None:
    (a, b), _ = search(folder)
    assert [reference.format for reference in a.references] == ["coco-instances", "coco-panoptic"]
    assert [reference.format for reference in b.references] == ["coco-instances"]
    objects, segments = (reference_of_type(a, kind) for kind in (ReferenceInstances, ReferencePanoptic))
    assert objects is not None
    assert segments is not None
    truth = read_truth(objects, Frame(*SIZE))
    own = COCO(str(folder / "annotations" / "instances_val2017.json"))
    assert isinstance(truth, ReferenceInstances)
    assert truth.instances.masks is not None
    assert truth.instances.masks[0].counts == own.annToRLE(own.anns[1])["counts"]
    assert isinstance(read_truth(segments, Frame(*SIZE)), ReferencePanoptic)


def test_one_sort_of_reference_can_be_chosen(folder: Path) -> None:
    (a, _), _ = search(folder, references=("panoptic",))
    assert [reference.format for reference in a.references] == ["coco-panoptic"]


def test_folders_in_images_and_in_names_are_the_same(folder: Path) -> None:
    (folder / "images").mkdir()
    for split in ("train2017", "val2017"):
        (folder / split).rename(folder / "images" / split)
    path = folder / "annotations" / "instances_val2017.json"
    path.write_text(path.read_text().replace('"a.png"', '"val2017\\\\a.png"').replace('"b.png"', '"val2017/b.png"'))
    samples, _ = search(folder)
    assert [sample.reference.record for sample in samples if sample.reference] == ["val2017\\a.png", "val2017/b.png"]
    assert all(read_truth(sample.references[0], Frame(*SIZE)) for sample in samples)


def _without_year(held: Path, *splits: str) -> None:
    for split in splits:
        (held / f"instances_{split}2017.json").rename(held / f"instances_{split}.json")
        for path in held.glob(f"*_{split}2017*"):
            path.unlink() if path.is_file() else None


def test_splits_need_no_year(folder: Path) -> None:
    _without_year(folder / "annotations", "train", "val")
    for split in ("train", "val"):
        (folder / f"{split}2017").rename(folder / split)
    known = recognise(folder)
    assert known is not None
    assert [(split.name, split.n_inputs, split.n_references) for split in known.splits] == [
        ("train", 1, 1), ("val", 2, 2),
    ]  # fmt: skip
    samples, _ = search(folder)
    assert [Path(sample.path).parent.name for sample in samples] == ["val", "val"]


@pytest.mark.parametrize("name", ["instances_val", "instances-val", "val", "instances"])
def test_all_pictures_in_one_folder_are_a_split_of_the_name_of_its_file(tmp_path: Path, name: str) -> None:
    write_pictures(tmp_path / "images", *NAMES, "c.png")
    write_coco(tmp_path / "annotations" / f"{name}.json", [marked(1, bbox=[1, 2, 3, 4])], NAMES)
    known = recognise(tmp_path)
    assert known is not None
    assert known.title == "COCO"
    assert known.leftovers == ()
    split = "images" if name == "instances" else "val"
    assert [(each.name, each.n_inputs, each.n_references) for each in known.splits] == [(split, 3, 2)]
    samples, events = search(tmp_path)
    assert [len(sample.references) for sample in samples] == [1, 1, 0]
    assert [event.error for event in events if isinstance(event, Notice)][-1] == (
        f"{name}.json has no entry for 1 picture of images: c.png."
    )


def test_of_pictures_in_one_folder_each_split_has_those_that_its_files_list(tmp_path: Path) -> None:
    write_pictures(tmp_path / "images", *NAMES, "c.png", "d.png")
    held = tmp_path / "annotations"
    write_coco(held / "instances_train.json", [marked(1, bbox=[1, 2, 3, 4])], ("c.png",))
    write_coco(held / "instances_val.json", [marked(1, bbox=[1, 2, 3, 4])], NAMES)
    write_panoptic(held / "panoptic_val.json")
    known = recognise(tmp_path)
    assert known is not None
    assert [(each.name, each.n_inputs, each.n_references) for each in known.splits] == [("train", 1, 1), ("val", 2, 2)]
    assert [(each.sort, each.n, each.example.name) for each in known.leftovers] == [("pictures", 1, "d.png")]
    samples, _ = search(tmp_path, splits=("val",))
    assert [(sample.name, len(sample.references)) for sample in samples] == [("a", 2), ("b", 1)]
    assert [sample.name for sample in search(tmp_path, splits=("train", "val"))[0]] == ["c", "a", "b"]


def test_masks_beside_pictures_and_their_file_are_references_too(tmp_path: Path) -> None:
    write_pictures(tmp_path / "images", *NAMES)
    write_coco(tmp_path / "annotations" / "instances_val.json", [marked(1, bbox=[1, 2, 3, 4])], NAMES)
    write_pictures(tmp_path / "masks", *NAMES)
    assert recognise(tmp_path) is None
    assert all(len(sample.references) == 2 for sample in search(tmp_path)[0])


def test_roboflow_has_its_file_among_the_pictures(tmp_path: Path) -> None:
    for split in ("train", "valid"):
        write_pictures(tmp_path / split, *NAMES)
        write_coco(tmp_path / split / "_annotations.coco.json", [marked(1, bbox=[1, 2, 3, 4])])
    samples, events = search(tmp_path)
    assert len(samples) == 2
    assert all(Path(sample.path).parent.name == "valid" for sample in samples)
    assert not [event for event in events if type(event) is Problem]


def test_pictures_and_entries_without_each_other_are_said(folder: Path) -> None:
    (folder / "val2017" / "b.png").rename(folder / "val2017" / "ü.png")
    samples, events = search(folder, references=("objects",))
    assert [len(sample.references) for sample in samples] == [1, 0]
    said = [event.error for event in events if isinstance(event, Notice)]
    assert "instances_val2017.json names 1 picture not in val2017: b.png." in said
    assert "instances_val2017.json has no entry for 1 picture of val2017: ü.png." in said


def test_a_damaged_file_costs_its_references_alone(folder: Path) -> None:
    path = folder / "annotations" / "instances_train2017.json"
    path.write_bytes(path.read_bytes()[:-40])
    known = recognise(folder)
    assert known is not None
    assert [split.n_references for split in known.splits] == [0, 2]
    damaged = next(each for each in known.leftovers if each.example == path)
    assert "instances_train2017.json is not JSON" in damaged.reason


def test_a_list_of_pictures_is_no_reference(folder: Path) -> None:
    path = folder / "annotations" / "instances_val2017.json"
    document = json.loads(path.read_text())
    del document["annotations"]
    path.write_text(json.dumps(document))
    known = recognise(folder)
    assert known is not None
    assert [each.reason for each in known.leftovers if each.example == path] == [
        "instances_val2017.json lists pictures and has no annotations."
    ]


def test_files_that_belong_to_no_folder_of_pictures_make_no_layout(tmp_path: Path) -> None:
    write_pictures(tmp_path / "images", "other.png")
    write_coco(tmp_path / "annotations" / "instances.json", [])
    assert recognise(tmp_path) is None


def test_a_file_about_pictures_that_are_not_here_is_said_to_be_left_alone(folder: Path) -> None:
    write_coco(folder / "annotations" / "instances_test2017.json", [])
    known = recognise(folder)
    assert known is not None
    assert (known.leftovers[-1].sort, known.leftovers[-1].example.name) == ("COCO files", "instances_test2017.json")


def test_whatever_else_lies_there_is_said(folder: Path) -> None:
    held = folder / "annotations"
    write_coco(held / "instances_val2017_v2.json", [marked(1, bbox=[0, 0, 1, 1])], NAMES)
    (held / "instances_test2017.json").touch()
    (folder / "labels").mkdir()
    (folder / "labels" / "a.txt").write_text("0 .5 .5 .1 .1\n")
    (folder / "data.yaml").write_text("names: [a]\n")
    known = recognise(folder)
    assert known is not None
    said = {each.example.name: (each.sort, each.n) for each in known.leftovers}
    assert said.keys() >= {"instances_val2017_v2.json", "instances_test2017.json"}
    assert said["a.txt"] == ("files in labels", 1)
    assert said["data.yaml"] == (".yaml files", 1)


def test_a_second_layout_in_its_folder_is_said_and_its_masks_are_no_pictures(folder: Path) -> None:
    for split in ("train", "val"):
        write_pictures(folder / "img_dir" / split, "x.png")
        write_pictures(folder / "ann_dir" / split, "x.png")
    write_pictures(folder / "masks", "a.png")
    known = recognise(folder)
    assert known is not None
    assert (known.title, [split.name for split in known.splits]) == ("COCO", ["train2017", "val2017"])
    said = [(each.sort, each.n, each.reason) for each in known.leftovers if each.sort.startswith("files in")]
    assert said == [
        (
            "files in img_dir and ann_dir",
            4,
            "they are laid out as mmsegmentation, and of two layouts in one folder COCO is read.",
        ),
        ("files in masks", 1, "COCO has no folder of that name."),
    ]
    write_coco(folder / "annotations" / "instances_img_dir.json", [], ("train/x.png", "val/x.png"))
    known = recognise(folder)
    assert known is not None
    assert [split.name for split in known.splits] == ["img_dir", "train2017", "val2017"]
