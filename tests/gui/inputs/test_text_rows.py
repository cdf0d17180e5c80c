from pathlib import Path

from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.gui.inputs.text_rows import TextRows
from tests.helpers.shell import Bench


def test_a_row_begins_with_the_first_words(bench: Bench) -> None:
    rows = TextRows(bench.work.services.jobs)
    sample = Sample("a", "", kind="text", text=TextInput.of("Two\nlines"))
    assert (rows.title(sample), rows.note(sample), rows.error(sample)) == ("Two lines", "", "")
    assert rows.tip(sample) == ["Two\nlines", ""]
    assert rows.tip(Sample("b", "", kind="text", text=TextInput.of("x" * 900))) == ["x" * 400 + "…", ""]


def test_the_beginning_of_a_file_is_read_and_can_be_searched(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Words of a file", encoding="utf-8")
    rows, sample = TextRows(bench.work.services.jobs), Sample("note", str(path), kind="text")
    assert rows.title(sample) == ""
    bench.until(lambda: rows.title(sample))
    assert rows.title(sample) == "Words of a file"
    assert rows.read_texts() == {str(path): "Words of a file"}


def test_a_file_that_is_gone_says_so(bench: Bench, tmp_path: Path) -> None:
    rows, sample = TextRows(bench.work.services.jobs), Sample("gone", str(tmp_path / "gone.txt"), kind="text")
    rows.title(sample)
    bench.until(lambda: rows.error(sample))
    assert "gone.txt" in rows.error(sample)
