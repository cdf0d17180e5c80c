from pathlib import Path

import pytest

from granview.core.errors import InputError
from granview.io import text_reader
from granview.io.text_reader import DecodedText, read_text


def test_utf_8_needs_no_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Zeile 1\r\nZeile 2 ☺\n".encode())
    assert read_text(tmp_path / "a.txt") == DecodedText("Zeile 1\r\nZeile 2 ☺\n", "UTF-8")


@pytest.mark.parametrize(
    ("codec", "encoding", "notice"),
    [
        ("utf-8-sig", "UTF-8", "a.txt was read as UTF-8, as its byte order mark says."),
        ("utf-16", "UTF-16 LE", "a.txt was read as UTF-16 LE, as its byte order mark says."),
        ("utf-16-be", "UTF-16 BE", "a.txt was read as UTF-16 BE; it is not UTF-8."),
        ("latin-1", "Latin-1", "a.txt was read as Latin-1; it is not UTF-8."),
    ],
)
def test_any_other_encoding_is_said(tmp_path: Path, codec: str, encoding: str, notice: str) -> None:
    text = "Ein schöner Tag für alle.\n"
    (tmp_path / "a.txt").write_bytes(text.encode(codec))
    assert read_text(tmp_path / "a.txt") == DecodedText(text, encoding, (notice,))


def test_damage_and_lone_surrogates_are_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Straße über Straße ".encode() * 20 + b"\xff")
    assert read_text(tmp_path / "a.txt").notices == ("a.txt is damaged in 1 place, shown as \ufffd.",)
    (tmp_path / "b.txt").write_bytes(b"a\xed\xa0\x80b\0")
    decoded = read_text(tmp_path / "b.txt")
    assert decoded.text == "a\ud800b\0"
    assert decoded.notices == ("b.txt holds lone surrogates, which are no characters; they are kept.",)


def test_what_cannot_be_read_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="is not there"):
        read_text(tmp_path / "gone.txt")
    with pytest.raises(InputError, match="is a folder"):
        read_text(tmp_path)
    (tmp_path / "p.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(9))
    with pytest.raises(InputError, match="a PNG image"):
        read_text(tmp_path / "p.txt")
    monkeypatch.setattr(text_reader, "MAX_TEXT_BYTES", 3)
    (tmp_path / "a.txt").write_text("long")
    with pytest.raises(InputError, match="more than the limit"):
        read_text(tmp_path / "a.txt")


def test_an_empty_file_is_an_empty_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert read_text(tmp_path / "a.txt") == DecodedText("", "UTF-8")
