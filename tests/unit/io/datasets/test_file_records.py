from pathlib import Path

import pytest

from granview.core.errors import InputError
from granview.core.sample import Part
from granview.core.text import TextInput
from granview.io.column_roles import ColumnRoles
from granview.io.datasets.file_records import file_record_of

ROLES = ColumnRoles(file="image", second="after", phrase="phrase", question="q", reference="mask", id="id")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "pictures").mkdir()
    for name in ("a.png", "b.png", "a_mask.png"):
        (tmp_path / "pictures" / name).touch()
    return tmp_path / "rows.jsonl"


def test_a_row_is_a_file_with_its_parts_and_its_reference(table: Path) -> None:
    row = {"image": "pictures/a.png", "after": "pictures/b.png", "phrase": "the left cell", "q": "Where?", "id": 7}

    record = file_record_of({**row, "mask": "pictures/a_mask.png"}, ROLES, table)

    folder = table.parent / "pictures"
    assert (record.path, record.kind, record.name, record.words) == (folder / "a.png", "image", "7", "")
    assert record.reference == folder / "a_mask.png"
    assert record.parts == (
        Part("second", "image", str(folder / "b.png")),
        Part("phrase", "text", str(table), TextInput.of("the left cell")),
        Part("question", "text", str(table), TextInput.of("Where?")),
    )


def test_a_path_may_be_absolute_and_empty_cells_are_no_parts(table: Path) -> None:
    path = table.parent / "pictures" / "a.png"

    record = file_record_of({"image": str(path), "after": "", "phrase": None}, ROLES, table)

    assert (record.path, record.parts, record.reference, record.name) == (path, (), None, None)


def test_a_reference_that_is_not_there_is_said_and_the_file_is_a_sample_all_the_same(table: Path) -> None:
    record = file_record_of({"image": "pictures/a.png", "mask": "gone.png"}, ROLES, table)

    assert record.reference is None
    assert record.words == "names the reference gone.png, which is not there, so it has no reference"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({}, "has no path of a file in 'image'"),
        ({"image": 7}, "has no path of a file in 'image'"),
        ({"image": "a\0.png"}, "has no path of a file in 'image'"),
        ({"image": {"bytes": "x"}}, "has no path of a file in 'image'"),
        ({"image": "gone.png"}, "names gone.png, which is not there"),
        ({"image": "pictures"}, "names pictures, which is of no kind that is read"),
        ({"image": "pictures/a.png", "after": "gone.png"}, "names gone.png, which is not there"),
        ({"image": "pictures/a.png", "phrase": ["x"]}, "phrase"),
    ],
)
def test_what_cannot_be_used_is_said(table: Path, row: dict[str, object], words: str) -> None:
    with pytest.raises(InputError, match=words):
        file_record_of(row, ROLES, table)
