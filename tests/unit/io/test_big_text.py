import time
from pathlib import Path

import pytest

from granview.core.errors import InputError
from granview.io.big_text import MAX_LINE_CHARS, Counted, Line, TextFile

LINE = "A line of some length, wie sie überall steht, 与其他文字 and a number: "


@pytest.fixture(scope="module")
def huge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """100 MB of lines of different lengths."""
    path = tmp_path_factory.mktemp("huge") / "huge.txt"
    block = "".join(f"{LINE}{i}\n" for i in range(12_500)).encode()
    with path.open("wb") as file:
        for _ in range(100_000_000 // len(block) + 1):
            file.write(block)
    return path


def counted(text: TextFile) -> Counted:
    return list(text.index())[-1]


def write(path: Path, text: str, encoding: str = "utf-8") -> TextFile:
    path.write_bytes(text.encode(encoding))
    return TextFile(path)


def test_the_first_screen_of_100_mb_comes_at_once(huge: Path) -> None:
    start = time.process_time()
    text = TextFile(huge)
    head = text.head(60)
    first = text.first(500)
    assert time.process_time() - start < 0.25
    assert text.size_bytes > 100_000_000
    assert [line.text for line in head[:2]] == [f"{LINE}0", f"{LINE}1"]
    assert (len(head), head[1].start) == (60, len(LINE) + 2)
    assert first.startswith(head[0].text + "\n")
    assert len(first) == 500
    assert text.total is None


def test_100_mb_are_counted_in_steps_and_any_line_is_there(huge: Path) -> None:
    text = TextFile(huge)
    steps = list(text.index())
    assert len(steps) > 20
    assert [step.lines for step in steps] == sorted(step.lines for step in steps)
    assert steps[-1] == text.total
    n_lines = huge.stat().st_size // len("".join(f"{LINE}{i}\n" for i in range(12_500)).encode()) * 12_500
    assert steps[-1].lines == n_lines
    assert steps[-1].chars == sum(map(len, text.blocks()))
    (line,) = text.lines(n_lines - 7, 1)
    assert (line.text, line.number) == (f"{LINE}{12_500 - 7}", n_lines - 7)
    assert text.line_of(line.start) == line.number
    assert text.line_of(line.start - 1) == line.number - 1


def test_one_enormous_line_is_capped_and_said(tmp_path: Path) -> None:
    text = write(tmp_path / "a.txt", "before\n" + "é" * 3_000_000 + "\nafter\nlast")
    assert [line.text[:3] for line in text.head(5)] == ["bef", "ééé"]
    assert counted(text) == Counted(4, 3_000_018, 6_000_018)
    before, long, after, last = text.lines(0, 10)
    assert (before.capped, long.capped, after.capped) == (False, True, False)
    assert long.text == "é" * MAX_LINE_CHARS
    assert long.notice == "Line 2 is longer than the 100,000 characters shown."
    assert (after.start, after.text, last.text) == (3_000_008, "after", "last")
    assert text.line_of(2_999_999) == 1
    assert text.line_of(3_000_009) == 2


def test_a_file_that_is_one_enormous_line(tmp_path: Path) -> None:
    text = write(tmp_path / "a.txt", "x" * 2_000_000)
    assert counted(text) == Counted(1, 2_000_000, 2_000_000)
    assert text.lines(0, 3) == [Line(0, 0, "x" * MAX_LINE_CHARS, True)] == text.head(3)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"])
def test_lines_and_offsets_are_those_of_the_text_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    """Line ends are also looked for where halves of other characters look like them: U+0A0A in UTF-16."""
    given = [f"第{i}行\u0a0a的一是不了在人有我他这" * (i % 37) for i in range(5_000)]
    text = write(tmp_path / "a.txt", "\r\n".join(given), encoding)
    assert counted(text).lines == len(given)
    assert [line.text for line in text.lines(0, 10_000)] == given
    whole = "".join(text.blocks(1000))
    assert all(whole[line.start : line.start + len(line.text)] == line.text for line in text.lines(4_000, 1_000))
    assert [line.text for line in text.lines(2_345, 3)] == given[2_345:2_348]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("", []),
        ("\n", [""]),
        ("a", ["a"]),
        ("a\n\nb\n", ["a", "", "b"]),
        ("a\rb", ["a", "b"]),
        ("\ud800\0x\n", ["\ud800\0x"]),
    ],
)
def test_small_files(tmp_path: Path, content: str, lines: list[str]) -> None:
    (tmp_path / "a.txt").write_bytes(content.encode("utf-8", "surrogatepass"))
    text = TextFile(tmp_path / "a.txt")
    assert [line.text for line in text.head(9)] == lines
    assert counted(text).lines == len(lines)
    assert [line.text for line in text.lines(0, 9)] == lines
    assert text.lines(9, 9) == []


def test_lines_are_there_as_far_as_they_are_counted(tmp_path: Path) -> None:
    text = write(tmp_path / "a.txt", "word\n" * 2_000_000)
    assert text.lines(0, 5) == []
    step = next(text.index())
    assert 0 < step.lines < 2_000_000
    assert len(text.lines(0, 5)) == 5
    assert text.lines(step.lines + 5, 5) == []


def test_an_encoding_that_shows_only_late_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(
        b"plain ASCII\n" * 200_000 + "Müller geht über die Straße\n".encode("latin-1") * 9_000
    )
    text = TextFile(tmp_path / "a.txt")
    assert text.notices == ("a.txt was read as Latin-1; it is not UTF-8.",)


def test_a_file_cut_short_meanwhile_gives_less(tmp_path: Path) -> None:
    text = write(tmp_path / "a.txt", "word\n" * 100_000)
    counted(text)
    (tmp_path / "a.txt").write_bytes(b"word\n" * 3)
    assert [line.text for line in text.lines(0, 5)] == ["word"] * 3
    assert text.lines(90_000, 5) == []
    (tmp_path / "a.txt").unlink()
    with pytest.raises(InputError, match="not there"):
        text.lines(0, 5)


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with pytest.raises(InputError, match="a PNG image"):
        TextFile(tmp_path / "a.txt")
