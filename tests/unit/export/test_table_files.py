from pathlib import Path

import polars
import pyarrow.parquet as pq
import pytest

from granview.core.errors import ArgumentError
from granview.export.table_files import markdown_text, separated_text, write_table
from granview.report.report_table import ReportTable
from granview.report.results import Row

ROWS: list[Row] = [
    {"lane": "a|b", "n": 3, "score": 0.5, "note": None},
    {"lane": '=1+1,"x"', "n": None, "score": float("nan"), "note": None},
]
TABLE = ReportTable("t", ("lane", "n", "score", "note"), lambda: ROWS, descriptions={"lane": "The lane."})


def test_csv_and_parquet_say_the_same(tmp_path: Path) -> None:
    for suffix in (".csv", ".parquet"):
        write_table(tmp_path / f"t{suffix}", TABLE)
    text = (tmp_path / "t.csv").read_text(encoding="utf-8")
    assert text.splitlines() == ["lane,n,score,note", "a|b,3,0.5,", '"\'=1+1,""x""",,,']
    frame = polars.read_parquet(tmp_path / "t.parquet")
    assert frame["lane"].to_list() == ["a|b", '=1+1,"x"']
    assert frame["n"].to_list() == [3, None]
    assert frame.schema["note"] == polars.String


def test_parquet_says_what_its_columns_are(tmp_path: Path) -> None:
    write_table(tmp_path / "t.parquet", TABLE)
    schema = pq.read_schema(tmp_path / "t.parquet")
    assert schema.field("lane").metadata == {b"description": b"The lane."}


def test_blocks_are_written_one_after_the_other(tmp_path: Path) -> None:
    frames = [polars.DataFrame({"lane": [None], "n": [1]}), polars.DataFrame({"lane": ["a"], "n": [2.5]})]
    table = ReportTable("t", ("lane", "n"), list, lambda: iter(frames))
    write_table(tmp_path / "t.parquet", table)
    assert polars.read_parquet(tmp_path / "t.parquet")["lane"].to_list() == [None, "a"]
    write_table(tmp_path / "none.parquet", ReportTable("t", ("lane", "n"), list, lambda: iter(())))
    assert polars.read_parquet(tmp_path / "none.parquet").columns == ["lane", "n"]


def test_texts_escape_what_would_end_a_cell() -> None:
    assert markdown_text(TABLE).splitlines()[2] == "| a\\|b | 3 | 0.5 |  |"
    assert separated_text(TABLE, "\t").splitlines()[0] == "lane\tn\tscore\tnote"


def test_a_table_in_markdown_shows_what_would_reorder_its_cells() -> None:
    table = ReportTable("t", ("lane",), lambda: [{"lane": "user\u202egnp"}], lambda: iter(()))
    assert "user\\[U+202E]gnp" in markdown_text(table)


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="no known format"):
        write_table(tmp_path / "t.xlsx", TABLE)
