"""Lists of names: one a line, quoted or with a flag; what is said of those that no file has; damage."""

from pathlib import Path

import pytest

from granview.core.errors import InputError
from granview.io.split_lists import is_of_one_class, missing_note, read_list


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_each_name_counts_once_without_quotes_and_flags(tmp_path: Path) -> None:
    path = write(tmp_path / "val.txt", b"\xef\xbb\xbfa\r\n\r\n'b c'\na\n2007_000033  1\n2007_000042 -1\n")
    assert read_list(path) == ("a", "b c", "2007_000033", "2007_000042")


def test_a_list_of_one_class_has_flags(tmp_path: Path) -> None:
    assert is_of_one_class(write(tmp_path / "cat_val.txt", b"2007_000033 -1\n"))
    assert not is_of_one_class(write(tmp_path / "val.txt", b"2007_000033\n"))
    assert not is_of_one_class(write(tmp_path / "empty.txt", b""))
    assert not is_of_one_class(tmp_path / "gone.txt")


@pytest.mark.parametrize("data", [b"\xff\xfe\x00\xd8", b"caf\xe9\n"])
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(InputError, match=r"val\.txt is not UTF-8 text"):
        read_list(write(tmp_path / "val.txt", data))


def test_names_without_a_file_are_said_with_their_number() -> None:
    assert missing_note("val.txt", (), "JPEGImages") == ()
    assert missing_note("val.txt", ("a",), "JPEGImages") == ("val.txt lists 1 name that is not in JPEGImages: a.",)
    names = [f"n{i}" for i in range(1200)]
    assert missing_note("val.txt", names, "J") == ("val.txt lists 1,200 names that are not in J: n0, n1, n2, ….",)
