import time
from pathlib import Path

import pytest

from granview.core.errors import InputError
from granview.io.text_file import TextFile


def write(path: Path, text: str, encoding: str = "utf-8") -> TextFile:
    path.write_bytes(text.encode(encoding))
    return TextFile(path)


def test_100_mb_come_within_a_second_in_pieces(tmp_path: Path) -> None:
    line = "A line of some length, wie sie überall steht, 与其他文字 and a number.\n"
    n_lines = 100_000_000 // len(line.encode())
    text = write(tmp_path / "a.txt", line * n_lines)
    start = time.thread_time()
    pieces = list(text.blocks())
    assert time.thread_time() - start < 1
    assert len(pieces) > 90
    assert "".join(pieces) == line * n_lines


@pytest.mark.parametrize("size_bytes", [1, 7, 1000])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"])
def test_characters_that_blocks_cut_are_whole(tmp_path: Path, encoding: str, size_bytes: int) -> None:
    given = "\r\n".join(f"第{i}行\u0a0a的一是不了在人有我他这" * (i % 7) for i in range(100))
    assert "".join(write(tmp_path / "a.txt", given, encoding).blocks(size_bytes)) == given


@pytest.mark.parametrize("content", ["", "\n", "a", "a\rb", "\ud800\0x\n"])
def test_small_files(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.txt").write_bytes(content.encode("utf-8", "surrogatepass"))
    assert "".join(TextFile(tmp_path / "a.txt").blocks()) == content


def test_an_encoding_that_shows_only_late_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(
        b"plain ASCII\n" * 200_000 + "Müller geht über die Straße\n".encode("latin-1") * 9_000
    )
    text = TextFile(tmp_path / "a.txt")
    assert text.notices == ("a.txt was read as Latin-1; it is not UTF-8.",)


def test_a_file_cut_short_meanwhile_gives_less(tmp_path: Path) -> None:
    text = write(tmp_path / "a.txt", "word\n" * 100_000)
    (tmp_path / "a.txt").write_bytes(b"word\n" * 3)
    assert "".join(text.blocks()) == "word\n" * 3
    (tmp_path / "a.txt").unlink()
    with pytest.raises(InputError, match="not there"):
        list(text.blocks())


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with pytest.raises(InputError, match="a PNG image"):
        TextFile(tmp_path / "a.txt")
