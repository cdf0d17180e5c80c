import json
from pathlib import Path
from typing import Any

import pytest

from granview.core.errors import GranViewError
from granview.io.text_reader import read_text
from granview.io.text_writer import write_json, write_text

TEXT = "a\0\r\nb 你好 😀 \ud800\u2028"


def test_a_text_is_written_as_it_is(tmp_path: Path) -> None:
    write_text(tmp_path / "a.txt", TEXT)
    assert (tmp_path / "a.txt").read_bytes() == TEXT.encode("utf-8", "surrogatepass")
    assert read_text(tmp_path / "a.txt").text == TEXT


@pytest.mark.parametrize("value", [TEXT, {"text": TEXT, TEXT: [1, 2.5, None, True]}, []])
def test_json_is_utf_8_and_comes_back(tmp_path: Path, value: Any) -> None:
    write_json(tmp_path / "a.json", value)
    content = (tmp_path / "a.json").read_bytes().decode("utf-8")
    assert json.loads(content) == value
    assert "你好 😀" in content or value == []


def test_a_number_that_is_not_finite_is_refused_and_the_old_file_stays(tmp_path: Path) -> None:
    write_json(tmp_path / "a.json", 1, indent=None)
    with pytest.raises(ValueError, match="JSON compliant"):
        write_json(tmp_path / "a.json", float("nan"))
    assert (tmp_path / "a.json").read_bytes() == b"1\n"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(GranViewError, match="cannot be written"):
        write_text(tmp_path / "no" / "a.txt", "x")
