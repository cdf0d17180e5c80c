"""img_dir and ann_dir, split by split."""

import os
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from granview.core.sample import Sample
from granview.core.truths.mask import ReferenceMask
from granview.io.data_set import DataSetChoice, DataSetChoices
from granview.io.layout import recognise
from granview.io.reference_format import read_truth
from granview.io.sample_search import find_samples
from granview.io.search_events import Notice, Problem, RefusedReference
from tests.helpers.laid_out import columns, loaded, put_mask, put_picture, reference_names
from tests.helpers.without_rights import open_folder, without_rights


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for split, n in {"train": 3, "val": 2}.items():
        for place in ("img_dir", "ann_dir"):
            (tmp_path / place / split).mkdir(parents=True)
        for i in range(n):
            Image.fromarray(np.zeros((4, 6, 3), np.uint8)).save(tmp_path / "img_dir" / split / f"{split}_{i}.jpg")
            Image.fromarray(np.ones((4, 6), np.uint8)).save(tmp_path / "ann_dir" / split / f"{split}_{i}.png")
    return tmp_path


def test_says_what_it_holds_before_it_is_loaded(folder: Path) -> None:
    (folder / "ann_dir" / "val" / "val_1.png").unlink()
    known = recognise(folder)
    assert known is not None
    assert known.n_inputs == 5
    assert [(split.name, split.n_inputs, split.n_references) for split in known.splits] == [
        ("train", 3, 3), ("val", 2, 1),
    ]  # fmt: skip


def test_takes_the_validation_split_and_says_so(folder: Path) -> None:
    events = list(find_samples([folder]))
    samples = [event for event in events if isinstance(event, Sample)]
    assert [sample.name for sample in samples] == ["val_0", "val_1"]
    assert [Path(sample.reference.path).name for sample in samples if sample.reference] == ["val_0.png", "val_1.png"]
    words = [event.error for event in events if isinstance(event, Notice)]
    assert words[0] == (
        f"{folder.name} is laid out as mmsegmentation (img_dir beside ann_dir): 2 of 5 images are taken, the split val."
    )
    assert "reduce_zero_label" in words[1]


def test_takes_the_splits_that_are_chosen(folder: Path) -> None:
    choices = DataSetChoices(own={folder: DataSetChoice(splits=("train",))})
    samples = [event for event in find_samples([folder], choices=choices) if isinstance(event, Sample)]
    assert [sample.name for sample in samples] == ["train_0", "train_1", "train_2"]


def test_refuses_a_split_that_is_not_there(folder: Path) -> None:
    choices = DataSetChoices(DataSetChoice(splits=("dev",)))
    (refusal,) = [event for event in find_samples([folder], choices=choices) if isinstance(event, Problem)]
    assert refusal.error == f"{folder.name}, read as mmsegmentation, has no split 'dev'."
    assert refusal.hint == "It has: train, val."


def test_says_which_masks_belong_to_no_picture(folder: Path) -> None:
    (folder / "img_dir" / "val" / "val_1.jpg").unlink()
    problems = [event for event in find_samples([folder]) if type(event) is RefusedReference]
    assert [problem.error for problem in problems] == [
        "1 mask in ann_dir/val is left alone: img_dir/val has no pictures of these names."
    ]


def test_another_folder_is_none(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    assert recognise(tmp_path) is None


def test_masks_may_end_otherwise_and_lie_in_folders(tmp_path: Path) -> None:
    for split in ("train", "val"):
        put_picture(tmp_path / "img_dir" / split / "ulm" / "a_leftImg8bit.png")
        put_mask(tmp_path / "ann_dir" / split / "ulm" / "a_gtFine_labelTrainIds.png", columns(0, 1, 255))
        put_picture(tmp_path / "img_dir" / split / "P0.png")
        put_mask(tmp_path / "ann_dir" / split / "P0_instance_color_RGB.png", columns(0, 1))
    samples, _ = loaded(tmp_path)
    assert [reference_names(sample) for sample in samples] == [
        ["P0_instance_color_RGB.png"],
        ["a_gtFine_labelTrainIds.png"],
    ]
    truth = read_truth(samples[1].references[0], wanted=ReferenceMask)
    assert isinstance(truth, ReferenceMask)
    assert truth.label_set.names[1] == "sidewalk"


def test_a_second_mask_of_a_picture_is_said(folder: Path) -> None:
    put_mask(folder / "ann_dir" / "val" / "val_0.tif", columns(0, 1))
    samples, problems = loaded(folder)
    assert reference_names(samples[0]) == ["val_0.png"]
    said = [one.path.name for one in problems if "another of the same name" in one.error]
    assert said == ["val_0.tif"]


@pytest.mark.skipif(os.name == "nt", reason="has no such permissions")
def test_a_folder_that_may_not_be_read_is_said(folder: Path) -> None:
    with open_folder() as top:
        shutil.copytree(folder, top / "set")
        (top / "set").chmod(0o755)  # as copytree has it from the folder of the test
        (top / "set" / "ann_dir" / "val").chmod(0)
        with without_rights():
            known = recognise(top / "set")
        (top / "set" / "ann_dir" / "val").chmod(0o755)
    assert known is not None
    assert [(split.name, split.n_references) for split in known.splits] == [("train", 3), ("val", 0)]
    assert any(note.startswith("In ann_dir, val may not be read: permission is denied.") for note in known.notes)
