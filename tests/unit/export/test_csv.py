import csv
from pathlib import Path

import polars
import pytest

from granview.core.errors import GranViewError
from granview.export.csv import cell_text, write_frames, write_rows

RISKY = ["=1+2", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1"]
PLAIN = ["a,b", 'say "hi"', "two\nlines", "a=b", "名前", "", "'quoted"]


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_text_comes_back_and_formulas_are_disarmed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_rows(path, ["name", "x"], [{"name": name, "x": -1} for name in RISKY + PLAIN])
    rows = _read(path)
    assert [row["name"] for row in rows] == [f"'{name}" for name in RISKY] + PLAIN
    assert {row["x"] for row in rows} == {"-1"}


def test_frames_are_written_as_rows_are(tmp_path: Path) -> None:
    names = [*RISKY, *PLAIN[:-2]]
    frame = polars.DataFrame({"x": [-1.5] * len(names), "name": names})
    write_frames(tmp_path / "a.csv", ["name", "x"], [frame, frame])
    rows = _read(tmp_path / "a.csv")
    assert [row["name"] for row in rows] == ([f"'{name}" for name in RISKY] + PLAIN[:-2]) * 2
    assert {row["x"] for row in rows} == {"-1.5"}


def test_a_direction_ends_with_its_cell_in_rows_and_frames(tmp_path: Path) -> None:
    names = ["user\u202egnp.exe", "\u2067a", "עברית", "plain"]
    write_rows(tmp_path / "a.csv", ["name", "x"], [{"name": name, "x": 1} for name in names])
    write_frames(tmp_path / "b.csv", ["name", "x"], [polars.DataFrame({"name": names, "x": [1] * 4})])
    for path in (tmp_path / "a.csv", tmp_path / "b.csv"):
        assert [row["name"] for row in _read(path)] == ["user\u202egnp.exe\u202c", "\u2067a\u2069", *names[2:]]


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (float("nan"), ""), (0.0, "0"), (1 / 3, "0.333333333"), (7, "7"), (-2.5, "-2.5"), ("-2.5", "'-2.5")],
)
def test_cells(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_a_table_that_fails_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    with pytest.raises(KeyError):
        write_rows(path, ["name", "x"], [{"name": "a", "x": 1}, {"name": "b"}])
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_way_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(GranViewError, match="cannot be written"):
        write_rows(tmp_path, ["name"], [])
