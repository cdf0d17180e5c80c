"""Pascal VOC: lists, masks of classes and objects, boxes; other people's data in its folders; damage."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from granview.core.errors import InputError
from granview.core.sample import Reference
from granview.core.truths.instances import ReferenceInstances
from granview.core.truths.mask import ReferenceMask
from granview.io.layout import recognise
from granview.io.reference_format import read_truth, truth_type_of
from tests.helpers.laid_out import (
    columns,
    known,
    loaded,
    put_colors,
    put_mask,
    put_picture,
    reference_in,
    reference_names,
    words_of,
)
from tests.helpers.voc import COLORS, NAMES, PERSON, TRAIN, VOID, write_boxes, write_list, write_voc


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_voc(tmp_path / "VOCdevkit" / "VOC2012")


def test_says_what_it_holds(root: Path) -> None:
    data_set = known(root)
    assert (data_set.title, data_set.n_inputs) == ("Pascal VOC", 3)
    assert [(split.name, split.n_inputs, split.n_references) for split in data_set.splits] == [
        ("train", 1, 1),
        ("val", 1, 1),
        ("main-val", 2, 2),
    ]
    assert [(each.name, each.n) for each in data_set.references] == [
        ("class-masks", 2),
        ("object-masks", 2),
        ("boxes", 3),
    ]
    assert (data_set.classes[0], data_set.classes[PERSON], len(data_set.classes)) == ("background", "person", 21)
    assert [(one.sort, one.n) for one in data_set.leftovers] == [("lists in Main", 1)]
    assert data_set.notes == ()


def test_val_has_masks_of_classes_and_of_objects(root: Path) -> None:
    samples, problems = loaded(root.parent)
    (sample,) = samples
    assert Path(sample.path).name == f"{NAMES[1]}.jpg"
    assert [Path(each.path).parent.name for each in sample.references] == ["SegmentationClass", "SegmentationObject"]
    assert [truth_type_of(each) for each in sample.references] == [ReferenceMask, ReferenceInstances]
    assert "1 of 3 images are taken, the split val." in words_of(problems)


def test_boxes_are_taken_where_more_pictures_have_them_or_where_they_are_chosen(root: Path) -> None:
    samples, _ = loaded(root, ["main-val"])
    assert [reference_names(sample) for sample in samples] == [
        [f"{NAMES[1]}.png", f"{NAMES[1]}.xml"],
        [f"{NAMES[2]}.xml"],
    ]
    (sample,), _ = loaded(root, ["val"], ["boxes"])
    assert reference_names(sample) == [f"{NAMES[1]}.xml"]


def test_two_sorts_of_objects_are_refused(root: Path) -> None:
    samples, problems = loaded(root, ["val"], ["object-masks", "boxes"])
    assert samples == []
    assert problems[-1].error == "VOC2012: masks of objects and boxes of objects are both objects, so one can be taken."
    assert problems[-1].hint == "Choose object-masks or boxes."


def test_masks_of_classes_are_those_of_torchvision(root: Path) -> None:
    script = (
        "import sys, json, numpy as np\n"
        "from torchvision.datasets import VOCSegmentation\n"
        "data = VOCSegmentation(sys.argv[1], year='2012', image_set='val')\n"
        "print(len(data), json.dumps(np.asarray(data[0][1]).tolist()))\n"
    )
    out = subprocess.run(
        [sys.executable, "-c", script, str(root.parents[1])], capture_output=True, text=True, check=True
    )
    n, _, values = out.stdout.partition(" ")
    (sample,), _ = loaded(root)

    truth = read_truth(reference_in(sample, "SegmentationClass"), wanted=ReferenceMask)

    assert isinstance(truth, ReferenceMask)
    assert int(n) == 1
    assert truth.labels.tolist() == json.loads(values)
    assert (truth.label_set.names[PERSON], truth.label_set.void) == ("person", VOID)
    assert truth.label_set.colors[PERSON] == COLORS[PERSON]


def test_masks_in_colours_say_the_same(root: Path) -> None:
    path = root / "SegmentationClass" / f"{NAMES[1]}.png"
    by_index = read_truth(Reference(str(path)))
    put_colors(path, columns(0, PERSON, VOID, TRAIN, PERSON), COLORS)
    by_color = read_truth(Reference(str(path)))
    assert isinstance(by_index, ReferenceMask)
    assert isinstance(by_color, ReferenceMask)
    assert by_index.labels.tolist() == by_color.labels.tolist()


def test_masks_of_objects_have_the_classes_of_their_pixels(root: Path) -> None:
    (sample,), _ = loaded(root)
    truth = read_truth(reference_in(sample, "SegmentationObject"))
    assert isinstance(truth, ReferenceInstances)
    names = [truth.label_set.names[index] for index in truth.instances.class_ids]
    assert names == ["person", "train", "person"]
    assert "background" not in truth.label_set.names
    masks = columns(0, 1, VOID, 2, 3)
    assert truth.areas_px.tolist() == [int((masks == value).sum()) for value in (1, 2, 3)]


def test_boxes_are_those_of_supervision(root: Path) -> None:
    import supervision

    data = supervision.DetectionDataset.from_pascal_voc(str(root / "JPEGImages"), str(root / "Annotations"))
    (sample,), _ = loaded(root, ["val"], ["boxes"])

    truth = read_truth(sample.references[0])

    assert isinstance(truth, ReferenceInstances)
    theirs = data.annotations[sample.path]
    assert theirs.class_id is not None
    assert truth.instances.boxes_xyxy.tolist() == theirs.xyxy.tolist()
    assert [truth.label_set.names[i] for i in truth.instances.class_ids] == [data.classes[i] for i in theirs.class_id]
    assert len(truth.label_set) == 20


def test_names_without_a_picture_and_pictures_in_no_list_are_said(root: Path) -> None:
    write_list(root, "Segmentation/val.txt", [NAMES[1], "gone_1", "gone_2", "gone_3", "gone_4"])
    write_list(root, "Main/val.txt", [NAMES[1]])
    data_set = known(root)
    assert data_set.notes == (
        "Segmentation/val.txt lists 4 names that are not in JPEGImages: gone_1, gone_2, gone_3, ….",
        "1 picture stands in no list, so no split holds them.",
    )


def test_a_list_that_cannot_be_read_is_said_and_the_others_count(root: Path) -> None:
    (root / "ImageSets" / "Segmentation" / "val.txt").write_bytes(b"\xff\xfe\x00\xd8")
    data_set = known(root)
    assert [split.name for split in data_set.splits] == ["train", "main-val"]
    assert "val.txt is not UTF-8 text. So it is no split." in data_set.notes[0]


def test_without_lists_all_pictures_are_taken(root: Path) -> None:
    shutil.rmtree(root / "ImageSets")
    samples, problems = loaded(root)
    assert len(samples) == 3
    assert "There are no lists of splits (ImageSets), so all pictures are taken." in words_of(problems)


def test_other_files_are_said_with_their_reason(root: Path) -> None:
    put_mask(root / "SegmentationClass" / "nobody.png", columns(0, 1))
    put_picture(root / "SegmentationClassAug" / "a.png")
    (root / "README.md").write_text("Hello")
    write_list(root, "Layout/val.txt", ["a"])
    _, problems = loaded(root)
    words = words_of(problems)
    assert "1 mask of classes in SegmentationClass is left alone: JPEGImages has no pictures of these names." in words
    assert "1 file in SegmentationClassAug is left alone: Pascal VOC has no folder of that name." in words
    assert "1 .md file is left alone: Pascal VOC says nothing of such files." in words
    assert "1 list in Layout is left alone: no task here is that of ImageSets/Layout." in words


def test_other_peoples_classes_are_not_those_of_voc(tmp_path: Path) -> None:
    root = write_voc(tmp_path / "cells")
    (root / "ImageSets" / "Main" / "aeroplane_val.txt").unlink()
    data_set = known(root)
    assert data_set.classes == ()
    assert data_set.notes[0].startswith("Nothing says which classes the masks hold: put classes.txt into cells")
    (root / "class_names.txt").write_text("_background_\n" + "\n".join(f"cell {i}" for i in range(1, 21)))
    assert known(root).classes[TRAIN] == "cell 19"


def test_broken_boxes_fail_where_they_are_read_and_the_rest_goes_on(root: Path) -> None:
    path = root / "Annotations" / f"{NAMES[1]}.xml"
    path.write_text("<annotation><object>")
    samples, _ = loaded(root, ["main-val"], ["boxes"])
    assert len(samples) == 2
    with pytest.raises(InputError, match=r"2007_000042\.xml is not XML"):
        read_truth(Reference(str(path)))
    truth = read_truth(samples[1].references[0])
    assert isinstance(truth, ReferenceInstances)
    assert len(truth.instances) == 2


def test_an_object_mask_without_its_class_mask_says_what_to_do(root: Path) -> None:
    (root / "SegmentationClass" / f"{NAMES[1]}.png").unlink()
    (sample,), _ = loaded(root)
    with pytest.raises(InputError, match="has no mask in SegmentationClass") as caught:
        read_truth(sample.references[0])
    assert "choose boxes" in caught.value.hint


def test_values_on_no_class_are_no_objects(root: Path) -> None:
    put_mask(root / "SegmentationObject" / f"{NAMES[1]}.png", columns(7, 1, VOID, 2, 3), COLORS)
    (sample,), _ = loaded(root)
    truth = read_truth(reference_in(sample, "SegmentationObject"))
    assert isinstance(truth, ReferenceInstances)
    assert len(truth.instances) == 3
    assert truth.notices == (f"1 of the values of {NAMES[1]}.png lies on no class, so it is no object.",)


def test_pictures_beside_boxes_alone_are_told_by_their_names(tmp_path: Path) -> None:
    put_picture(tmp_path / "JPEGImages" / "a.png")
    write_boxes(tmp_path / "Annotations" / "a.xml", [("dog", (1, 1, 2, 2))])
    assert recognise(tmp_path) is None
    (sample,), _ = loaded(tmp_path)
    assert reference_names(sample) == ["a.xml"]


def test_a_second_picture_or_mask_of_a_name_is_said(root: Path) -> None:
    put_picture(root / "JPEGImages" / f"{NAMES[1]}.png")
    put_mask(root / "SegmentationClass" / f"{NAMES[1]}.tif", columns(0, 1))
    said = {each.example.name for each in known(root).leftovers if "another of the same name" in each.reason}
    assert said == {f"{NAMES[1]}.png", f"{NAMES[1]}.tif"}
