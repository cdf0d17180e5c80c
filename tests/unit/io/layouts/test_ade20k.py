"""ADE20K's challenge: 0 is void, 150 classes by its own table or the program's; scenes are left alone."""

from pathlib import Path

import numpy as np
import pytest

from granview.core.errors import InputError
from granview.core.sample import Reference
from granview.core.truths.mask import ReferenceMask
from granview.io.layout import recognise
from granview.io.reference_format import read_truth
from tests.helpers.laid_out import columns, known, loaded, put_mask, put_picture, reference_names, words_of

HEAD = "Idx\tRatio\tTrain\tVal\tStuff\tName\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    top = tmp_path / "ADEChallengeData2016"
    for split, start, n in (("training", "train", 2), ("validation", "val", 1)):
        for i in range(n):
            put_picture(top / "images" / split / f"ADE_{start}_{i + 1:08d}.jpg")
            put_mask(top / "annotations" / split / f"ADE_{start}_{i + 1:08d}.png", columns(0, 1, 2, 150))
    (top / "sceneCategories.txt").write_text("ADE_train_00000001 airport_terminal\n")
    return top


def read(path: str) -> ReferenceMask:
    truth = read_truth(Reference(path))
    assert isinstance(truth, ReferenceMask)
    return truth


def test_says_what_it_holds(root: Path) -> None:
    data_set = known(root)
    assert (data_set.title, data_set.n_inputs, len(data_set.classes)) == ("ADE20K", 3, 150)
    assert [(split.name, split.n_inputs, split.n_references) for split in data_set.splits] == [
        ("training", 2, 2),
        ("validation", 1, 1),
    ]
    assert [(one.sort, one.reason) for one in data_set.leftovers] == [
        ("lists of scenes", "no task here is that of the kinds of scenes.")
    ]


def test_validation_is_read_with_names_and_0_void(root: Path) -> None:
    (sample,), _ = loaded(root)
    assert reference_names(sample) == ["ADE_val_00000001.png"]
    truth = read(sample.references[0].path)
    assert np.unique(truth.labels).tolist() == [0, 1, 149, 255]
    assert truth.labels[0, 0] == 255
    assert [truth.label_set.names[index] for index in (0, 1, 149)] == ["wall", "building", "flag"]


def test_its_own_table_says_the_classes(root: Path) -> None:
    rows = "".join(f"{i}\t0.1\t10\t5\t1\tclass {i}, kind {i}\n" for i in range(1, 151))
    (root / "objectInfo150.txt").write_text(HEAD + rows)
    assert known(root).evidence == "images and annotations, objectInfo150.txt"
    (sample,), problems = loaded(root)
    truth = read(sample.references[0].path)
    assert truth.label_set.names[1] == "class 2"
    assert truth.labels[0, 0] == 255
    assert "objectInfo" not in words_of(problems[1:])


def test_a_damaged_table_is_said(root: Path) -> None:
    (root / "objectInfo150.txt").write_text(f"{HEAD}one\twall\n")
    assert known(root).notes == ("objectInfo150.txt has the row 'one wall'.",)
    (sample,), _ = loaded(root)
    with pytest.raises(InputError, match="has the row 'one wall'"):
        read(sample.references[0].path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (f"{HEAD}1\t0.1", "objectInfo150.txt has the row '1 0.1', which has fewer columns than its head."),
        (HEAD, "objectInfo150.txt names no classes."),
        ("", "objectInfo150.txt names no classes."),
    ],
)
def test_a_table_that_is_cut_short_names_no_class_after_a_number(root: Path, content: str, words: str) -> None:
    (root / "objectInfo150.txt").write_text(content)
    assert known(root).notes == (words,)


def test_half_of_it_is_said(root: Path) -> None:
    (root / "annotations" / "training" / "ADE_train_00000002.png").unlink()
    (root / "images" / "validation" / "ADE_val_00000001.jpg").unlink()
    put_picture(root / "images" / "testing" / "ADE_test_00000001.jpg")
    data_set = known(root)
    assert [(split.name, split.n_inputs, split.n_references) for split in data_set.splits] == [
        ("training", 2, 1),
        ("validation", 0, 0),
    ]
    reasons = {one.sort: one.reason for one in data_set.leftovers}
    assert reasons["masks in annotations/validation"] == "images/validation has no pictures of these names."
    assert reasons["files in images/testing"] == "ADE20K has no split of that name."


def test_other_peoples_folders_of_that_name_are_none_of_it(tmp_path: Path) -> None:
    for split in ("training", "validation"):
        put_picture(tmp_path / "images" / split / "a.png")
        put_mask(tmp_path / "annotations" / split / "a.png", columns(0, 1))
    found = recognise(tmp_path)
    assert found is not None
    assert found.layout == "split_folders"
    assert found.classes == ()
