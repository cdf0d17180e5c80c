"""Python users are told what is understood of data, and choose of it."""

from pathlib import Path

import pytest

import granview
from granview.core.errors import ArgumentError, InputError
from tests.helpers.data_sets import write_mmsegmentation


def test_what_is_understood_is_described(tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path, {"train": 3, "val": 2}, left_over=1)
    (known,) = granview.describe_data(tmp_path, splits="train")
    assert (known.layout, known.n_inputs, known.n_taken, known.n_masks) == ("mmsegmentation", 5, 3, 3)
    assert [(split.name, split.is_taken) for split in known.splits] == [("train", True), ("val", False)]
    assert [(each.value, round(each.share, 2), each.meaning) for each in known.mask_values] == [
        (0, 0.25, "0"), (1, 0.25, "1"), (2, 0.25, "2"), (255, 0.25, "void"),
    ]  # fmt: skip
    assert [(each.sort, each.n, each.reason) for each in known.leftovers] == [
        ("masks", 1, "img_dir has no folder extra.")
    ]


def test_each_of_several_data_sets_has_its_own_splits(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_mmsegmentation(tmp_path / name, {"train": 3, "val": 2})
    a, b = granview.describe_data([tmp_path], splits={"a": "train", tmp_path / "b": ["train", "val"]})
    assert (a.n_taken, b.n_taken) == (3, 5)


def test_what_is_not_there_is_refused_with_what_is(tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path / "a", {"train": 1, "val": 1})
    with pytest.raises(InputError, match=r"no split 'dev'. It has: train, val"):
        granview.describe_data(tmp_path, splits="dev")
    with pytest.raises(InputError, match=r"no sort of reference 'boxes'. It has: class-masks"):
        granview.describe_data(tmp_path, reference_sets=["boxes"])
    with pytest.raises(ArgumentError, match="3 is no name of a split or of a sort of references"):
        granview.describe_data(tmp_path, splits=3)  # type: ignore[arg-type]
    with pytest.raises(ArgumentError, match="None is no name of a split"):
        granview.describe_data(tmp_path, splits={"a": ["val", None]})  # type: ignore[list-item]
    with pytest.raises(ArgumentError, match=r"b is no data set among the inputs. .* Data sets: a"):
        granview.describe_data(tmp_path, splits={"b": "val"})
    with pytest.raises(InputError, match="does not exist"):
        granview.describe_data(tmp_path / "none")
    (tmp_path / "plain").mkdir()
    with pytest.raises(ArgumentError, match="no input is laid out as a data set"):
        granview.describe_data(tmp_path / "plain", splits="val")


@pytest.mark.slow
def test_compare_takes_the_splits_that_are_chosen(tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path / "in", {"train": 1, "val": 2})
    with granview.compare(
        "zoo:unet-nano", tmp_path / "in", splits="train", reference_sets="class-masks", mask_values="index"
    ) as comparison:
        assert comparison.samples == ("train_0",)
    with pytest.raises(InputError, match="no split 'dev'"):
        granview.compare("zoo:unet-nano", tmp_path / "in", splits="dev")


@pytest.mark.slow
def test_two_data_sets_in_one_comparison_are_read_each_in_its_own_way(tmp_path: Path) -> None:
    one = write_mmsegmentation(tmp_path / "one", {"val": 1}, (0, 254))
    other = write_mmsegmentation(tmp_path / "other", {"val": 1}, (0, 1))
    said = {one: {0: "background", 254: None}, other: {0: "background", 1: "cell"}}
    with granview.compare("zoo:unet-nano", [one, other], mask_values=said) as comparison:
        assert comparison.failures == []
        assert comparison.results()["void_share"].to_list() == [0.5, 0.0]


def test_data_sets_of_one_name_are_told_apart_by_their_paths(tmp_path: Path) -> None:
    tops = [write_mmsegmentation(tmp_path / place / "set", {"val": 1}) for place in ("a", "b")]
    with pytest.raises(ArgumentError, match="set is the name of several data sets") as refusal:
        granview.describe_data(tops, splits={"set": "val"})
    assert all(str(top) in refusal.value.hint for top in tops)
    known = granview.describe_data(tops, splits={tops[1]: "val"})
    assert [each.n_taken for each in known] == [1, 1]
