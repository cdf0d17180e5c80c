"""Paths of pictures in rows."""

from pathlib import Path

import pytest

from granview.io.page_address import file_of, split_address
from granview.io.row_address import RowAddress, cell_paths, is_row, split_row


@pytest.mark.parametrize("column", ["image", "my image", "a=b,[c]/d%", "图"])
def test_a_path_says_file_column_and_row(column: str) -> None:
    file = Path("/data/val.arrow")
    path = RowAddress(column, 17).path(file)
    assert path.parent == file.parent
    assert split_row(path) == (file, RowAddress(column, 17))
    assert cell_paths(file, column)(17) == str(path)
    assert file_of(path) == file
    assert split_address(path)[1] is None
    assert is_row(path)


@pytest.mark.parametrize(
    "name", ["a.arrow", "a.tif[page=3]", "a.arrow[row=3]", "a.arrow[column=x,row=-1]", "a.png[column=x,row=1]"]
)
def test_others_name_no_cell(name: str) -> None:
    assert split_row(Path(name)) == (Path(name), None)


def test_a_file_that_is_called_so_is_itself(tmp_path: Path) -> None:
    odd = tmp_path / "a.arrow[column=image,row=1]"
    odd.write_bytes(b"")
    assert not is_row(odd)
