"""YOLO's folders with and without a data.yaml, against supervision's reader; what is missing or damaged."""

import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from granview.core.errors import InputError
from granview.core.sample import Reference, Sample
from granview.core.truths.instances import ReferenceInstances
from granview.core.truths.mask import ReferenceMask
from granview.io.data_set import DataSetChoice, DataSetChoices
from granview.io.layout import recognise
from granview.io.orientation import Frame
from granview.io.reference_format import read_truth
from granview.io.sample_search import find_samples
from granview.io.search_events import Problem
from tests.helpers.coco import SIZE, write_pictures
from tests.helpers.without_rights import open_folder, without_rights

FRAME = Frame(*SIZE)
BOX = "1 0.5 0.5 0.2 0.4"
OUTLINE = "0 0.1 0.1 0.4 0.1 0.4 0.6 0.1 0.6"


def write(top: Path, splits: tuple[str, ...] = ("train", "val"), yaml: str | None = None) -> Path:
    for split in splits:
        write_pictures(top / "images" / split, "a.png", "b.png", "c.png")
        labels = top / "labels" / split
        labels.mkdir(parents=True)
        (labels / "a.txt").write_text(f"{BOX}\n{OUTLINE}\n")
        (labels / "b.txt").write_text("")
    if yaml is None:
        listed = "\n".join(f"{split}: images/{split}" for split in splits)
        yaml = f"path: .\n{listed}\nnames:\n  0: cell\n  1: nucleus\n"
    (top / "data.yaml").write_text(yaml, encoding="utf-8")
    return top


def samples_of(*paths: Path, **choice: tuple[str, ...]) -> dict[str, Sample]:
    events = find_samples(paths, choices=DataSetChoices(DataSetChoice(**choice)))
    return {Path(event.path).name: event for event in events if isinstance(event, Sample)}


def truth_of(sample: Sample, name: str = "objects") -> ReferenceInstances | ReferenceMask:
    reference = next(each for each in sample.references if each.format == f"yolo-{name}")
    truth = read_truth(reference, FRAME)
    assert isinstance(truth, ReferenceInstances | ReferenceMask)
    return truth


def test_says_splits_classes_and_pictures_without_labels(tmp_path: Path) -> None:
    known = recognise(write(tmp_path))
    assert known is not None
    assert (known.title, known.evidence, known.classes) == ("YOLO", "data.yaml", ("cell", "nucleus"))
    assert [(split.name, split.n_inputs, split.n_references) for split in known.splits] == [
        ("train", 3, 2), ("val", 3, 2),
    ]  # fmt: skip
    assert [each.name for each in known.references] == ["objects", "masks"]
    assert known.notes == ("2 pictures have no file of labels and no reference.",)


def test_boxes_and_outlines_may_stand_in_one_file(tmp_path: Path) -> None:
    samples = samples_of(write(tmp_path) / "data.yaml")
    assert all("val" in sample.path for sample in samples.values())
    truth = truth_of(samples["a.png"])
    assert isinstance(truth, ReferenceInstances)
    np.testing.assert_allclose(truth.instances.boxes_xyxy, [[24, 12, 36, 28], [6, 4, 24, 24]], atol=0.01)
    assert truth.instances.class_ids.tolist() == [1, 0]
    assert truth.notices == ("1 of 2 objects have no outline; all of their box counts as their mask.",)
    empty = truth_of(samples["b.png"])
    assert isinstance(empty, ReferenceInstances)
    assert len(empty.instances) == 0
    assert samples["c.png"].references == ()
    mask = truth_of(samples["a.png"], "masks")
    assert isinstance(mask, ReferenceMask)
    assert mask.label_set.names == ("background", "cell", "nucleus")


@pytest.mark.slow
def test_boxes_are_those_that_supervision_reads(tmp_path: Path) -> None:
    from supervision import DetectionDataset

    rng = np.random.default_rng(0)
    write(tmp_path)
    for name in ("a", "b", "c"):
        rows = [f"{rng.integers(2)} {' '.join(f'{share:.6f}' for share in rng.uniform(0.3, 0.6, 4))}" for _ in range(5)]
        (tmp_path / "labels" / "val" / f"{name}.txt").write_text("\n".join(rows))
    theirs = DetectionDataset.from_yolo(
        str(tmp_path / "images" / "val"), str(tmp_path / "labels" / "val"), str(tmp_path / "data.yaml")
    )
    ours = samples_of(tmp_path)
    for path, _, detections in theirs:
        truth = truth_of(ours[Path(path).name])
        assert isinstance(truth, ReferenceInstances)
        np.testing.assert_allclose(truth.instances.boxes_xyxy, detections.xyxy, atol=0.01)
        assert truth.instances.class_ids.tolist() == detections.class_id.tolist()
        assert list(truth.label_set.names) == theirs.classes


YAMLS = {
    "a list of names": "train: images/train\nval: [images/val]\nnames: [cell, nucleus]\n",
    "a folder before it, as Roboflow writes it": "train: ../images/train\nval: ../images/val\nnames: [cell, nucleus]\n",
    "slashes of Windows": "train: images\\train\nval: images\\val\nnames: [cell, nucleus]\n",
    "a path that is not there": "path: ../datasets/x\ntrain: images/train\nval: images/val\nnames: [cell, nucleus]\n",
    "a list of pictures": "train: images/train\nval: val.txt\nnames: [cell, nucleus]\n",
}


@pytest.mark.parametrize("yaml", YAMLS.values(), ids=YAMLS)
def test_splits_are_found_however_they_are_written(tmp_path: Path, yaml: str) -> None:
    write(tmp_path, yaml=yaml)
    (tmp_path / "val.txt").write_text("./images/val/a.png\nimages\\val\\b.png\nimages/val/c.png\n")
    known = recognise(tmp_path)
    assert known is not None
    assert [(split.name, split.n_inputs) for split in known.splits] == [("train", 3), ("val", 3)]
    assert known.classes == ("cell", "nucleus")


def test_folders_alone_are_enough(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "data.yaml").unlink()
    (tmp_path / "classes.txt").write_text("Zelle\nKern\n", encoding="utf-8")
    samples = samples_of(tmp_path, splits=("train",))
    assert truth_of(samples["a.png"]).label_set.names == ("Zelle", "Kern")
    (tmp_path / "classes.txt").unlink()
    assert truth_of(samples_of(tmp_path)["a.png"]).label_set.names == ("0", "1")


def test_splits_may_hold_images_and_labels_themselves(tmp_path: Path) -> None:
    for split in ("train", "valid"):
        write_pictures(tmp_path / split / "images", "a.png")
        (tmp_path / split / "labels").mkdir()
        (tmp_path / split / "labels" / "a.txt").write_text(BOX)
    known = recognise(tmp_path)
    assert known is not None
    assert known.title == "YOLO"
    assert [split.name for split in known.splits] == ["train", "valid"]


def test_key_points_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, yaml="val: images/val\nnames: [person]\nkpt_shape: [17, 3]\n")
    known = recognise(tmp_path)
    assert known is not None
    assert known.references == ()
    assert [(each.n, each.reason) for each in known.leftovers] == [
        (2, "They mark key points, which no task here compares with.")
    ]
    assert all(not sample.references for sample in samples_of(tmp_path).values())


def test_labels_without_a_picture_are_counted(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "labels" / "val" / "z.txt").write_text(BOX)
    known = recognise(tmp_path)
    assert known is not None
    assert [(each.n, each.example.name) for each in known.leftovers] == [(1, "z.txt")]


LINES = {
    "1 0.5 0.5 0.2": "It is no object: 1 0.5 0.5 0.2",
    "1 nan 0.5 0.2 0.3": "It is no object",
    "7 0.5 0.5 0.2 0.3": "Its class is none of the classes.",
    "1 0.5 0.5 0.2 0.3 0.9": "It has 5 numbers, an odd number, as scores and key points have.",
    "1 120 80 30 20": "Its numbers are no shares of the picture's sides",
    "1 1.4 1.4 0.1 0.1": "Its box lies outside its picture.",
    "1 0.1 0.1 0.1 0.1 0.1 0.1": "It covers no pixel of its picture.",
}


@pytest.mark.parametrize(("line", "words"), LINES.items())
def test_a_line_that_cannot_be_used_costs_itself_alone(tmp_path: Path, line: str, words: str) -> None:
    write(tmp_path)
    path = tmp_path / "labels" / "val" / "a.txt"
    path.write_text(f"{BOX}\n{line}\n{line}\n")
    truth = truth_of(samples_of(tmp_path)["a.png"])
    assert isinstance(truth, ReferenceInstances)
    assert len(truth.instances) == 1
    (notice,) = truth.notices
    assert notice.startswith(f"a.txt: line 2 is left out. {words}")
    assert notice.endswith("So is 1 more.")


@pytest.mark.parametrize(
    ("yaml", "words"),
    [
        ("names: [a\nval: images/val", r"data\.yaml is no YAML: see in line"),
        ("names: 3\nval: images/val", r"data\.yaml: names are neither a list nor named by number"),
        ("names: [a]\nval: {x: 1}", r"data\.yaml: val is neither a folder nor a list"),
        ("names: [a]\nval: nowhere", r"data\.yaml names no picture: nowhere"),
    ],
)
def test_a_damaged_yaml_is_said(tmp_path: Path, yaml: str, words: str) -> None:
    write(tmp_path, yaml=yaml)
    with pytest.raises(InputError, match=words):
        recognise(tmp_path)
    assert [event for event in find_samples([tmp_path]) if type(event) is Problem]


def test_without_its_picture_a_text_says_nothing(tmp_path: Path) -> None:
    write(tmp_path)
    reference = Reference(str(tmp_path / "labels" / "val" / "a.txt"), format="yolo-objects")
    with pytest.raises(InputError, match="shares of its picture's sides"):
        read_truth(reference)


def test_names_that_are_alike_keep_their_indexes(tmp_path: Path) -> None:
    yaml = "path: .\ntrain: images/train\nval: images/val\nnames: [cell, cell, 'cell (1)', nucleus]\n"
    truth = truth_of(samples_of(write(tmp_path, yaml=yaml))["a.png"])
    names = truth.label_set.names
    assert (len(names), len(set(names)), names[0], names[3]) == (4, 4, "cell", "nucleus")


def test_an_empty_line_among_names_keeps_the_indexes_behind_it(tmp_path: Path) -> None:
    write(tmp_path).joinpath("data.yaml").unlink()
    (tmp_path / "classes.txt").write_text("cell\n\nnucleus\n\n")
    known = recognise(tmp_path)
    assert known is not None
    assert known.classes == ("cell", "1", "nucleus")


@pytest.mark.parametrize("name", ["[a, b]", "{a: 1}", "*many"])
def test_names_that_are_no_words_are_refused(tmp_path: Path, name: str) -> None:
    many = "".join(f"m{place}: &m{place} [{f'*m{place - 1}, ' * 9 if place else 'a'}]\n" for place in range(9))
    yaml = f"{many}many: &many [*m8]\nval: images/val\nnames: [cell, {name}]\n"
    with pytest.raises(InputError, match=r"data\.yaml: the name of class 1 is a list, not a word"):
        recognise(write(tmp_path, yaml=yaml))


def test_names_are_the_words_that_are_written(tmp_path: Path) -> None:
    known = recognise(write(tmp_path, yaml="val: images/val\ntrain: ~\nnames: [no, yes, 007]\n"))
    assert known is not None
    assert known.classes == ("no", "yes", "007")
    assert [split.name for split in known.splits] == ["val"]


def test_whatever_else_lies_there_is_said(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "dataset.yaml").write_text("val: images/train\nnames: [x]\n")
    write_pictures(tmp_path / "more", "d.png")
    known = recognise(tmp_path)
    assert known is not None
    assert [(each.sort, each.example.name) for each in known.leftovers] == [
        ("files in more", "d.png"), (".yaml files", "dataset.yaml"),
    ]  # fmt: skip


def test_lists_of_pictures_are_read_and_not_left_over(tmp_path: Path) -> None:
    write(tmp_path, yaml="val: val.txt\nnames: [cell, nucleus]\n")
    (tmp_path / "val.txt").write_text("images/val/a.png\nimages/train/a.png\n")
    known = recognise(tmp_path)
    assert known is not None
    assert (known.n_inputs, [each.sort for each in known.leftovers if each.sort != "files of labels"]) == (2, [])


def test_a_source_with_a_name_that_no_file_has_is_said(tmp_path: Path) -> None:
    write(tmp_path, yaml=f"train: images/train\nval: {'x' * 300}\nnames: [cell, nucleus]\n")
    known = recognise(tmp_path)
    assert known is not None
    assert [(split.name, split.n_inputs) for split in known.splits] == [("train", 3), ("val", 0)]
    assert any("for val, which is not there" in note for note in known.notes)


@pytest.mark.parametrize(("nc", "is_said"), [("3", True), ("'1'", True), ("2", False), ("many", False)])
def test_a_number_of_classes_that_is_not_that_of_their_names_is_said(tmp_path: Path, nc: str, is_said: bool) -> None:
    known = recognise(write(tmp_path, yaml=f"val: images/val\nnc: {nc}\nnames: [cell, nucleus]\n"))
    assert known is not None
    said = [words for words in known.notes if f"data.yaml says nc: {nc.strip(chr(39))}, but names 2 classes" in words]
    assert len(said) == is_said


@pytest.mark.skipif(os.name == "nt", reason="has no such permissions")
def test_a_folder_of_labels_that_may_not_be_read_is_said_as_that(tmp_path: Path) -> None:
    with open_folder() as top:
        shutil.copytree(write(tmp_path), top / "set")
        (top / "set").chmod(0o755)
        (top / "set" / "labels" / "val").chmod(0)
        with without_rights():
            known = recognise(top / "set")
        (top / "set" / "labels" / "val").chmod(0o755)
    assert known is not None
    assert known.notes == (
        "val may not be read: permission is denied. 3 pictures have no reference therefore. Change its permissions, or "
        "copy it elsewhere.",
        "1 picture has no file of labels and no reference.",
    )
