"""Pictures in the rows of Parquet and Arrow files, as the hub has them."""

from pathlib import Path

import numpy as np
import pytest

from granview.core.sample import Sample
from granview.io.image_reader import read_image
from granview.io.layout import recognise
from granview.io.sample_search import find_samples
from granview.io.search_events import Problem
from tests.helpers.packed_pictures import rows

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("names", "splits"),
    [
        (("data/train-00000-of-00002.parquet", "data/train-00001-of-00002.parquet", "data/test.parquet"), (4, 2)),
        (("train/0000.parquet", "train/0001.parquet", "test/0000.parquet"), (4, 2)),
        (("train-00000-of-00001-0123456789abcdef.parquet", "test.parquet"), (2, 2)),
        (("pictures.parquet", "pictures-00001.parquet"), ()),
    ],
)
def test_splits_are_told_by_names(tmp_path: Path, names: tuple[str, ...], splits: tuple[int, ...]) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        rows(2).to_parquet(str(tmp_path / name))
    known = recognise(tmp_path)
    assert known is not None
    assert known.title == "pictures in Parquet or Arrow files"
    found = {split.name: split.n_inputs for split in known.splits}
    assert found == (dict(zip(("train", "test"), splits, strict=True)) if splits else {})
    assert known.n_inputs == 2 * len(names)
    assert known.leftovers == ()


def test_pictures_are_those_that_were_written(tmp_path: Path) -> None:
    theirs = rows(9)
    theirs.to_parquet(str(tmp_path / "val.parquet"), batch_size=4)
    samples = [event for event in find_samples([tmp_path]) if isinstance(event, Sample)]
    for sample, row in zip(reversed(samples), reversed(list(theirs)), strict=True):
        np.testing.assert_array_equal(read_image(Path(sample.path)).pixels, np.asarray(row["image"]))
        assert [one.format for one in sample.references] == ["mask", "class-name"]


def test_rows_without_a_picture_are_said(tmp_path: Path) -> None:
    theirs = rows(3)
    held = [None if place == 1 else row["image"] for place, row in enumerate(theirs)]
    rows(3, image=held).to_parquet(str(tmp_path / "val.parquet"))
    events = list(find_samples([tmp_path / "val.parquet"]))
    assert [event.name for event in events if isinstance(event, Sample)] == ["val-00000", "val-00002"]
    said = [event.error for event in events if isinstance(event, Problem)]
    assert said == ["'image' holds no picture in row 1 of val.parquet, so nothing is read there."]


def test_a_file_of_other_columns_is_counted_as_it_is_read_and_said(tmp_path: Path) -> None:
    rows(4).to_parquet(str(tmp_path / "train-00000-of-00003.parquet"))
    rows(3).rename_column("image", "img").to_parquet(str(tmp_path / "train-00001-of-00003.parquet"))
    rows(2).rename_column("mask", "ground").to_parquet(str(tmp_path / "train-00002-of-00003.parquet"))
    known = recognise(tmp_path)
    assert known is not None
    assert [(split.n_inputs, split.n_references) for split in known.splits] == [(6, 6)]
    assert [(each.name, each.n) for each in known.references] == [("mask", 4), ("label", 6)]
    assert [(each.sort, each.n, each.reason) for each in known.leftovers] == [
        (
            "rows of train-00001-of-00003.parquet",
            3,
            "it has no column 'image', which other files of the split have.",
        ),
        (
            "references in rows of train-00002-of-00003.parquet",
            2,
            "it has no column 'mask', which other files of the split have.",
        ),
    ]
    events = list(find_samples([tmp_path]))
    samples = [event for event in events if isinstance(event, Sample)]
    assert [len(sample.references) for sample in samples] == [2, 2, 2, 2, 1, 1]
    said = [event.error for event in events if isinstance(event, Problem)]
    assert sum("train-00001" in words for words in said) == sum("train-00002" in words for words in said) == 1


def test_pictures_are_told_without_the_features_of_datasets(tmp_path: Path) -> None:
    import pyarrow.parquet

    rows(2).to_parquet(str(tmp_path / "val.parquet"))
    table = pyarrow.parquet.read_table(tmp_path / "val.parquet").replace_schema_metadata({})
    pyarrow.parquet.write_table(table, tmp_path / "val.parquet")
    known = recognise(tmp_path)
    assert known is not None
    assert [each.name for each in known.references] == ["mask", "label"]


def test_files_of_texts_are_none_of_it(tmp_path: Path) -> None:
    rows(2).select_columns(["caption", "label"]).to_parquet(str(tmp_path / "train.parquet"))
    assert recognise(tmp_path) is None
