"""Folders of classes in splits, against torchvision; pictures without a class; codes with names; what is none."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from granview.core.truths.classes import ReferenceClasses
from granview.io.layout import recognise
from granview.io.reference_format import read_truth
from tests.helpers.laid_out import known, loaded, put_picture, words_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("train/cat/1", "train/dog/2", "train/dog/3", "val/cat/4", "val/dog/5", "test/6"):
        put_picture(tmp_path / f"{name}.png")
    return tmp_path


def test_says_splits_and_classes(root: Path) -> None:
    data_set = known(root)
    assert [(split.name, split.n_inputs, split.n_references) for split in data_set.splits] == [
        ("test", 1, 0),
        ("train", 3, 3),
        ("val", 2, 2),
    ]
    assert data_set.classes == ("cat", "dog")
    assert data_set.notes == (
        "The 2 folders in train and val are taken for the classes of their pictures: cat, dog. Image classification "
        "is scored against them; other tasks pass them over.",
    )


def test_pictures_and_classes_are_those_of_torchvision(root: Path) -> None:
    script = (
        "import sys, json\nfrom torchvision.datasets import ImageFolder\n"
        "data = ImageFolder(sys.argv[1])\nprint(json.dumps([data.samples, data.classes]))\n"
    )
    words = [sys.executable, "-c", script, str(root / "train")]
    pictures, classes = json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)
    samples, _ = loaded(root, ["train"])
    truths = [read_truth(sample.references[0]) for sample in samples]
    ours = [
        [sample.path, classes.index(truth.names[0])]
        for sample, truth in zip(samples, truths, strict=True)
        if isinstance(truth, ReferenceClasses)
    ]
    assert ours == pictures
    assert isinstance(truths[1], ReferenceClasses)
    assert (truths[1].known, truths[1].n_alike) == (("cat", "dog"), 2)


def test_codes_have_the_names_that_a_file_says(root: Path) -> None:
    for split in ("train", "val"):
        (root / split / "cat").rename(root / split / "n01")
        (root / split / "dog").rename(root / split / "n02")
    (root / "synset_words.txt").write_text("n01 tabby, tabby cat\nn02 beagle\n")
    data_set = known(root)
    assert data_set.classes == ("tabby", "beagle")
    assert data_set.leftovers == ()


def test_a_class_that_a_split_lacks_and_other_files_are_said(root: Path) -> None:
    (root / "val" / "dog" / "5.png").unlink()
    (root / "train" / "cat" / "list.txt").write_text("1")
    _, problems = loaded(root)
    words = words_of(problems)
    assert "val has no pictures of 1 of the 2 classes: dog." in words
    assert "1 .txt file is left alone: they are no pictures." in words


@pytest.mark.parametrize("odd", ["val/loose", "val/cat/more/7", "val/extra/cat/8"])
def test_a_picture_that_lies_otherwise_costs_itself_alone_and_is_said(root: Path, odd: str) -> None:
    put_picture(root / f"{odd}.png")
    data_set = known(root)
    assert data_set.classes == ("cat", "dog")
    assert [(split.name, split.n_inputs, split.n_references) for split in data_set.splits][1:] == [
        ("train", 3, 3),
        ("val", 2, 2),
    ]
    (leftover,) = data_set.leftovers
    assert (leftover.sort, leftover.n, leftover.example) == ("pictures in val", 1, root / f"{odd}.png")
    samples, problems = loaded(root, ["val"])
    assert [sample.path for sample in samples] == [str(root / "val" / "cat" / "4.png"), str(root / "val/dog/5.png")]
    assert "1 picture in val is left alone: they lie beside the folders of classes, or deeper." in words_of(problems)


def test_splits_of_other_things_are_none(tmp_path: Path) -> None:
    for name in ("train/images/1", "train/labels/1", "val/images/2", "val/labels/2"):
        put_picture(tmp_path / "pairs" / f"{name}.png")
    found = recognise(tmp_path / "pairs")
    assert found is not None
    assert found.layout == "split_folders"
    for name in ("train/a/b/1", "train/c/2", "val/a/3", "val/c/4"):
        put_picture(tmp_path / "deep" / f"{name}.png")
    assert recognise(tmp_path / "deep") is None
