"""No record is larger than the limit, whatever its format: it is told, costs little memory, and the next is read."""

import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import msgspec
import polars
import pytest

from granview.core.errors import InputError
from granview.core.limits import MAX_RECORD_CHARS, MAX_RUN_CHARS, TOO_LONG
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.io import text_references
from granview.io.datasets import parquet_process
from granview.io.datasets.line_file import LineFile, is_too_long
from granview.io.datasets.parquet_process import RowBatch
from granview.io.sample_search import find_samples
from granview.io.search_events import Problem

LONG = "a" * (MAX_RECORD_CHARS + 10)


def found_in(path: Path) -> tuple[list[str], list[str]]:
    """The texts of a data set, and what is said of it."""
    found = list(find_samples([path]))
    texts = [item.text.text for item in found if isinstance(item, Sample) and item.text is not None]
    return texts, [item.error for item in found if isinstance(item, Problem)]


def csv(path: Path) -> None:
    path.write_text(f"text,label\nfirst,x\n{LONG},x\nlast,y\n")


def tsv(path: Path) -> None:
    path.write_text(f"text\tlabel\nfirst\tx\n{LONG}\tx\nlast\ty\n")


def json_lines(path: Path) -> None:
    path.write_text("\n".join(json.dumps({"text": text}) for text in ("first", LONG, "last")))


def whole_json(path: Path) -> None:
    path.write_text(json.dumps([{"text": text} for text in ("first", LONG, "last")]))


def squad(path: Path) -> None:
    paragraphs = [{"context": text, "qas": [{"id": text[:5], "question": "?"}]} for text in ("first", LONG, "last")]
    path.write_text(json.dumps({"data": [{"paragraphs": paragraphs}]}))


def conll(path: Path) -> None:
    path.write_text("first B-LOC\n\n" + f"{'word' * 1000} O\n" * (MAX_RECORD_CHARS // 4000 + 2) + "\nlast B-LOC\n")


def parquet(path: Path) -> None:
    polars.DataFrame({"text": ["first", LONG * 4, "last"]}).write_parquet(path)


@pytest.mark.parametrize(
    ("name", "write", "place"),
    [
        ("x.csv", csv, "line 3"),
        ("x.tsv", tsv, "line 3"),
        ("x.jsonl", json_lines, "line 2"),
        ("x.json", whole_json, "record 2"),
        ("s.json", squad, "record 2"),
        ("x.conll", conll, "sentence 2"),
        ("x.parquet", parquet, "row 2"),
    ],
)
def test_a_record_over_the_limit_is_told_and_the_others_are_read(
    tmp_path: Path, name: str, write: Callable[[Path], None], place: str
) -> None:
    write(tmp_path / name)
    texts, said = found_in(tmp_path / name)
    assert texts == ["first", "last"]
    assert f"{name}: {place} {TOO_LONG}." in said


def test_a_quote_that_is_never_closed_is_given_up_at_the_limit(tmp_path: Path) -> None:
    line = "word " * 10_000 + "\n"
    path = tmp_path / "x.csv"
    path.write_text('text,label\n"' + line * (MAX_RECORD_CHARS // len(line) + 2) + "last,y\n")
    texts, said = found_in(path)
    assert texts == ["last"]
    assert said[0] == f"x.csv: line 2 is no row: a quote is not closed within {MAX_RECORD_CHARS:,} characters."


def test_a_line_over_the_limit_is_never_held(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    with path.open("w") as file:
        for _ in range(8):
            file.write("a" * MAX_RECORD_CHARS)
        file.write("\nlast")
    lines = LineFile(path, 1 << 16)
    tracemalloc.start()
    first, last = lines
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert is_too_long(first)
    assert last == "last"
    assert peak < 5 * MAX_RECORD_CHARS


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_line_at_the_limit_is_read(tmp_path: Path, end: str) -> None:
    path = tmp_path / "x.txt"
    path.write_text("a" * MAX_RECORD_CHARS + end)
    (line,) = LineFile(path, 1 << 16)
    assert not is_too_long(line)
    assert len(line) == MAX_RECORD_CHARS + len(end)


def test_a_header_of_a_million_columns_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("," * 1_000_000 + "\n" + "," * 1_000_000 + "\n")
    assert found_in(path) == ([], ["x.csv has more than 2,000 columns."])


def test_a_small_parquet_of_many_long_rows_is_sent_in_small_messages(tmp_path: Path) -> None:
    path = tmp_path / "x.parquet"
    polars.DataFrame({"text": ["a" * 1_000_000] * 60}).write_parquet(path)
    assert path.stat().st_size < 100_000
    sizes = [len(msgspec.msgpack.encode(piece)) for piece in _pieces_of(path)]
    assert sum(sizes) > 60_000_000
    assert max(sizes) < 6_000_000


def _pieces_of(path: Path) -> list[RowBatch]:
    """What the reader's process would send, without its limit of memory, which this process would keep."""
    return [piece for frame in parquet_process._slices(str(path)) for piece in parquet_process.row_batches(frame)]


def test_a_table_of_references_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_references, "MAX_RECORDS", 3)
    path = tmp_path / "x.csv"
    path.write_text("id,label\n" + "".join(f"{i},a\n" for i in range(4)))
    with pytest.raises(InputError, match=r"x\.csv is too large for a table of references"):
        text_references._read_table(path)


def test_a_target_over_the_limit_is_said_and_not_used(tmp_path: Path) -> None:
    (tmp_path / "refs").mkdir()
    (tmp_path / "x.txt").write_text("text")
    (tmp_path / "refs" / "x.txt").write_text("a" * (MAX_RUN_CHARS + 1))
    found = list(find_samples([tmp_path / "x.txt"], [tmp_path / "refs"]))
    (sample,) = (item for item in found if isinstance(item, Sample))
    assert sample.reference is None
    assert any("x.txt has 2.0 MB of text. At most 2,000,000" in str(item) for item in found)


def test_all_parts_of_a_text_count(tmp_path: Path) -> None:
    given = TextInput.of("ä" * 6, "b", "c")
    assert given.exceeds(7)
    assert not given.exceeds(8)
    assert given.n_bytes == 14
