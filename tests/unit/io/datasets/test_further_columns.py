"""Columns that are neither text nor ground truth come along with the samples."""

import json
from pathlib import Path

from granview.core.file_names import UniqueNames
from granview.core.sample import MAX_COLUMNS, Sample
from granview.io.column_roles import ColumnRoles, Preview
from granview.io.datasets.further_columns import further_columns, further_values
from granview.io.datasets.sample_reader import read_samples
from granview.io.search_events import Notice


def samples_of(path: Path) -> list[Sample]:
    return [event for event in read_samples(path, UniqueNames(())) if isinstance(event, Sample)]


def test_numbers_and_short_texts_of_a_table_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "reviews.csv"
    path.write_text(
        "text,label,year,shop,lot,remark\n"
        f"a good thing to have,positive,2021,north,007,{'long ' * 40}\n"
        "a bad thing to have,negative,2.5e3,,008,short\n"
    )
    first, second = samples_of(path)
    assert first.columns == (("year", 2021.0), ("shop", "north"), ("lot", "007"))
    assert second.columns == (("year", 2500.0), ("lot", "008"), ("remark", "short"))


def test_values_of_json_keep_their_types(tmp_path: Path) -> None:
    path = tmp_path / "reviews.jsonl"
    row = {"text": "a good thing to have", "label": "positive", "stars": 4, "ok": True, "tags": ["a"], "n": None}
    path.write_text(json.dumps(row) + "\n" + json.dumps({**row, "stars": 10**400}) + "\n")
    first, second = samples_of(path)
    assert first.columns == (("stars", 4.0), ("ok", "true"))
    assert second.columns == (("ok", "true"),)


def test_of_very_many_columns_the_first_are_kept_and_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    names = [f"c{index}" for index in range(40)]
    path.write_text(",".join(["text", *names]) + "\n" + ",".join(["a text of some words", *map(str, range(40))]) + "\n")
    events = list(read_samples(path, UniqueNames(()), ColumnRoles(text="text")))
    (sample,) = (event for event in events if isinstance(event, Sample))
    assert [name for name, _ in sample.columns] == names[:MAX_COLUMNS]
    assert any(isinstance(event, Notice) and "40 further columns; the first 32" in event.error for event in events)


def test_what_has_a_role_is_no_further_column() -> None:
    preview = Preview.of([{"text": "a", "label": "x", "time": 3, "empty": None}])
    assert further_columns(preview, ColumnRoles(text="text", label="label")) == ("time",)
    assert further_values({"time": float("nan")}, ("time",)) == ()
