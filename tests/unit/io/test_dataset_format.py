import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from granview.core.file_names import UniqueNames
from granview.core.sample import Sample
from granview.io.dataset_format import (
    DATASET_FORMATS,
    DatasetFormat,
    dataset_format,
    format_by_suffix,
    has_columns,
    may_have_header,
)
from granview.io.datasets.row_items import Item, Row
from granview.io.text_samples import text_samples

ROOT = Path(__file__).parents[3]


class Proverbs(DatasetFormat):
    """A text in each line, as a plug-in might read it."""

    suffixes = frozenset({".proverbs"})
    unit = "line"
    has_columns = True

    def items(self, path: Path, header: bool | None = None) -> Iterator[Item]:
        for index, line in enumerate(path.read_text().splitlines()):
            yield Row(index, index + 1, {"text": line})


def test_each_suffix_belongs_to_one_format() -> None:
    every = [suffix for known in DATASET_FORMATS.all().values() for suffix in known.suffixes]
    assert len(every) == len(set(every))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in every)


def test_files_with_columns_are_told_by_their_names() -> None:
    names = [Path(name) for name in ("a.csv", "b.PARQUET", "c.conll", "d.txt")]
    assert [path.name for path in names if has_columns(path)] == ["a.csv", "b.PARQUET"]
    assert [path.name for path in names if may_have_header(path)] == ["a.csv"]


def test_a_txt_file_of_tagged_tokens_is_a_data_set(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bonn B-LOC\nis O\n")
    (tmp_path / "b.txt").write_text("Bonn is a city.\n")
    (tmp_path / "c.md").write_text("Bonn B-LOC\nis O\n")
    assert dataset_format(tmp_path / "a.txt") is DATASET_FORMATS.get("conll")
    assert dataset_format(tmp_path / "b.txt") is dataset_format(tmp_path / "c.md") is None


def test_a_format_that_a_plug_in_adds_is_read_row_by_row(tmp_path: Path) -> None:
    path = tmp_path / "a.proverbs"
    path.write_text("Look before you leap.\nHaste makes waste.\n")
    assert format_by_suffix(path) is None
    with DATASET_FORMATS.temporarily("proverbs", Proverbs()) as proverbs:
        found = [event for event in text_samples(path, UniqueNames()) if isinstance(event, Sample)]
        assert (format_by_suffix(path), has_columns(path)) == (proverbs, True)
    assert [sample.text and sample.text.text for sample in found] == ["Look before you leap.", "Haste makes waste."]


@pytest.mark.parametrize(
    ("done", "heavy"),
    [
        ("import granview.gui.workbench", {"multiprocessing", "subprocess", "socket", "hashlib", "csv"}),
        (
            "from granview.io.sample_kind import SAMPLE_FILES; SAMPLE_FILES.all()",
            {"multiprocessing", "subprocess", "socket", "hashlib"},
        ),
    ],
)
def test_neither_the_window_nor_a_look_at_names_loads_what_a_reader_needs(done: str, heavy: set[str]) -> None:
    code = f"import sys; {done}; print(sorted({heavy!r} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout.strip() == "[]"
