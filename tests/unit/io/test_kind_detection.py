from pathlib import Path

import pytest

from granview.core.errors import InputError
from granview.io.kind_detection import all_kinds, files_of, kind_of
from tests.helpers.sound import sounds

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.png", b"no image", "image"),
        ("a.txt", PNG, "text"),
        ("a", PNG, "image"),
        ("a", b"words", "text"),
        ("a.wav", b"", "sound"),
        ("a", b"RIFF\0\0\0\0WAVE", "sound"),
    ],
)
def test_the_name_tells_the_kind_and_else_the_content(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(content)
    with sounds():
        assert kind_of(tmp_path / name, all_kinds()).kind == kind


def test_where_texts_alone_are_searched_for_every_file_is_taken_for_one(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    assert kind_of(tmp_path / "a.png", frozenset({"text"})).kind == "text"


def test_what_is_of_no_kind_is_refused_with_all_that_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(range(256)))
    with sounds(), pytest.raises(InputError, match="neither an image nor a sound nor a text") as refusal:
        kind_of(tmp_path / "a", all_kinds())
    assert "WAV files are read." in refusal.value.hint


def test_kinds_whose_files_may_be_about_others_come_last() -> None:
    with sounds():
        assert [files.kind for files in files_of(all_kinds())] == ["image", "sound", "text"]
