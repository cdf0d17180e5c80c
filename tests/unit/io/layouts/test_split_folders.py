"""Folders of splits: below pictures and masks, or above them; what is none."""

from pathlib import Path

import numpy as np
import pytest

from granview.core.truths.mask import ReferenceMask
from granview.io.layout import recognise
from granview.io.reference_format import read_truth
from tests.helpers.laid_out import columns, known, loaded, put_mask, put_picture, reference_names, words_of

BELOW, ABOVE = (
    "images/{split}/{name}.png masks/{split}/{name}.png",
    "{split}/images/{name}.png {split}/masks/{name}.png",
)


def write(root: Path, pattern: str, splits: tuple[str, ...] = ("train", "val")) -> Path:
    for split in splits:
        for name in ("a", "b"):
            picture, mask = (root / part.format(split=split, name=name) for part in pattern.split())
            put_picture(picture)
            put_mask(mask, columns(0, 1, 2))
    return root


@pytest.mark.parametrize("pattern", [BELOW, ABOVE])
def test_the_validation_split_is_taken_with_its_masks(tmp_path: Path, pattern: str) -> None:
    write(tmp_path, pattern)
    (tmp_path / "classes.txt").write_text("sky\nsea\nland\n")
    data_set = known(tmp_path)
    assert [(split.name, split.n_inputs, split.n_references) for split in data_set.splits] == [
        ("train", 2, 2),
        ("val", 2, 2),
    ]
    samples, problems = loaded(tmp_path)
    assert [reference_names(sample) for sample in samples] == [["a.png"], ["b.png"]]
    assert all("val" in Path(sample.path).parts for sample in samples)
    assert "2 of 4 images are taken, the split val." in words_of(problems)
    assert "4 of 4 images are taken, the splits train, val." in words_of(loaded(tmp_path, ["train", "val"])[1])


@pytest.mark.parametrize("folders", ["labels", "annotations", "gt"])
def test_other_folders_of_references_do_as_well(tmp_path: Path, folders: str) -> None:
    write(tmp_path, BELOW.replace("masks", folders))
    assert len(loaded(tmp_path, ["train", "val"])[0]) == 4


def test_arrays_are_masks(tmp_path: Path) -> None:
    write(tmp_path, BELOW)
    for path in (tmp_path / "masks").rglob("*.png"):
        np.save(path.with_suffix(".npy"), columns(0, 1, 2).astype(np.int64))
        path.unlink()
    samples, _ = loaded(tmp_path)
    truth = read_truth(samples[0].references[0], wanted=ReferenceMask)
    assert isinstance(truth, ReferenceMask)
    assert truth.labels.tolist() == columns(0, 1, 2).tolist()


def test_masks_may_end_alike_in_any_way(tmp_path: Path) -> None:
    write(tmp_path, "images/{split}/{name}.png masks/{split}/{name}_instance_color_RGB.png")
    samples, _ = loaded(tmp_path)
    assert [reference_names(sample) for sample in samples] == [
        ["a_instance_color_RGB.png"],
        ["b_instance_color_RGB.png"],
    ]


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    write(tmp_path, BELOW)
    (tmp_path / "masks" / "val" / "a.png").unlink()
    (tmp_path / "images" / "val" / "b.png").unlink()
    (tmp_path / "masks" / "val" / "notes.txt").write_text("hello")
    samples, problems = loaded(tmp_path, ["val"])
    assert [reference_names(sample) for sample in samples] == [[]]
    words = words_of(problems)
    assert "1 mask in masks/val is left alone: images/val has no pictures of these names." in words
    assert "1 .txt file is left alone: they are no masks in a format that keeps exact values." in words


def test_one_split_or_boxes_in_text_files_are_not_it(tmp_path: Path) -> None:
    write(tmp_path / "one", BELOW, ("train",))
    assert recognise(tmp_path / "one") is None
    yolo = write(tmp_path / "yolo", BELOW.replace("masks", "labels"))
    for path in (yolo / "labels").rglob("*.png"):
        path.with_suffix(".txt").write_text("0 0.5 0.5 0.1 0.1\n")
        path.unlink()
    found = recognise(yolo)
    assert found is None or found.layout != "split_folders"
