"""The 2018 Data Science Bowl: a folder for each picture, a mask for each nucleus."""

from pathlib import Path

import numpy as np
import pytest

from granview.core import rle
from granview.core.errors import InputError
from granview.core.truths.instances import ReferenceInstances
from granview.io.layout import recognise
from granview.io.reference_format import read_truth
from tests.helpers.laid_out import columns, known, loaded, put_mask, put_picture, words_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("0a7d", "0b2e"):
        put_picture(tmp_path / "stage1_train" / name / "images" / f"{name}.png")
        for i in range(3):
            values = columns(*(255 if column == i else 0 for column in range(4)))
            put_mask(tmp_path / "stage1_train" / name / "masks" / f"{i}.png", values)
    return tmp_path / "stage1_train"


def test_says_what_it_holds(root: Path) -> None:
    data_set = known(root)
    assert (data_set.n_inputs, data_set.splits) == (2, ())
    assert [(each.name, each.n) for each in data_set.references] == [("object-masks", 2)]


def test_each_mask_is_an_object(root: Path) -> None:
    samples, _ = loaded(root.parent)
    assert [sample.name for sample in samples] == ["0a7d", "0b2e"]
    truth = read_truth(samples[0].references[0])
    assert isinstance(truth, ReferenceInstances)
    assert truth.instances.masks is not None
    for i, mask in enumerate(truth.instances.masks):
        assert np.array_equal(rle.decode(mask), columns(*(column == i for column in range(4))).astype(bool))


def test_an_empty_mask_is_no_object_and_one_of_another_size_is_refused(root: Path) -> None:
    samples, _ = loaded(root)
    put_mask(root / "0a7d" / "masks" / "1.png", columns(0))
    truth = read_truth(samples[0].references[0])
    assert isinstance(truth, ReferenceInstances)
    assert len(truth.instances) == 2
    assert truth.notices == ("1 of the masks in masks is empty, so it is no object.",)
    put_mask(root / "0a7d" / "masks" / "2.png", columns(0, 255)[:10])
    with pytest.raises(InputError, match=r"2\.png is not of the size of the other masks"):
        read_truth(samples[0].references[0])


def test_what_is_missing_or_too_much_is_said(root: Path) -> None:
    for path in (root / "0a7d" / "masks").iterdir():
        path.unlink()
    put_picture(root / "0b2e" / "images" / "other.png")
    put_picture(root / "0c00" / "masks" / "1.png")
    samples, problems = loaded(root)
    assert [len(sample.references) for sample in samples] == [0, 1]
    words = words_of(problems)
    assert "1 picture has no masks." in words
    assert "1 .png file is left alone: they are neither the picture nor masks of it." in words
    assert "1 file in folders without a picture of the folder's name is left alone" in words


def test_pictures_called_otherwise_are_not_it(tmp_path: Path) -> None:
    for name in ("a", "b"):
        put_picture(tmp_path / name / "images" / "1.png")
        put_mask(tmp_path / name / "masks" / "1.png", columns(0, 1))
    assert recognise(tmp_path) is None
