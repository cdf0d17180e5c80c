"""The rows of grain.csv, of the command and of Python."""

from pathlib import Path

import pytest

from granview.analysis.estimand import OVER_ONE_MEASURE
from granview.cli import main
from granview.cli.verdict_text import folded
from granview.core.errors import ArgumentError
from granview.core.slice_language import parsed_slice
from granview.report.differences import difference_rows
from granview.report.focused import left_in_slices
from granview.report.grain_rows import COLUMNS, grain_rows
from granview.report.session_contents import SessionContents
from granview.report.slice_rows import slice_units
from granview.report.verdict.read_verdict import VerdictQuery, read_verdicts
from granview.store.session import Session
from tests.helpers.scored import scored_session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    with scored_session(tmp_path / "a.granview", samples=9) as made:
        yield made


def test_a_row_for_each_bucket_and_lane_with_differences_from_the_first(session: Session) -> None:
    rows = grain_rows(session, "region")
    assert all(tuple(row) == COLUMNS for row in rows)
    assert [row["lane"] for row in rows[:2]] == ["good", "poor"]
    assert len(rows) == 2 * 9
    filled = [row for row in rows if row["n_units"]]
    assert {row["against"] for row in filled} == {None, "good"}
    poor = next(row for row in filled if row["lane"] == "poor")
    assert 0 < poor["score"] < 1
    assert poor["difference"] < 0
    turned = grain_rows(session, "region", against="poor")
    assert next(row for row in turned if row["lane"] == "good" and row["n_units"])["difference"] > 0


@pytest.mark.parametrize("words", ["poor is right", "score of good > 0.2"])
def test_of_units_chosen_by_outcome_values_have_no_interval_and_the_reason(session: Session, words: str) -> None:
    left = left_in_slices(session, slice_units(session, parsed_slice(words)))
    rows = [row for row in grain_rows(left, "region") if row["n_units"]]
    assert rows
    assert all(row["score"] is not None for row in rows)
    assert {(row["score_low"], row["score_no_interval"]) for row in rows} == {(None, "chosen by outcome")}
    differences = {(row["difference_low"], row["difference_no_interval"]) for row in rows if row["against"]}
    assert differences == {(None, "chosen by outcome")}
    for row in difference_rows(SessionContents.read(left)):
        assert (row["low"], row["p_value"], row["p_holm"], row["equivalent"]) == (None,) * 4
        assert row["verdict"] == "samples chosen by outcome"
    assert read_verdicts(left, (), VerdictQuery()) == []


def test_an_interval_has_width_or_there_is_none_with_the_reason(session: Session) -> None:
    for row in grain_rows(session):
        for name in ("score", "difference"):
            low, high = row[f"{name}_low"], row[f"{name}_high"]
            assert (low is None) == (row[f"{name}_no_interval"] is not None or row[name] is None)
            assert low is None or low < high


def test_without_a_measure_all_are_there_and_buckets_where_they_fit(session: Session) -> None:
    rows = grain_rows(session, buckets="coco")
    assert {row["axis"] for row in rows} >= {"region", "region/radius_px", "region/class"}
    assert {row["buckets"] for row in rows if row["axis"] == "region"} == {"coco"}
    assert {row["buckets"] for row in rows if row["axis"] == "region/radius_px"} == {"own"}
    assert [row["bucket"] for row in rows if row["axis"] == "region" and row["lane"] == "good"] == [
        "<32",
        "32–96",
        "≥96",
    ]


def test_what_is_not_there_is_said(session: Session) -> None:
    with pytest.raises(ArgumentError, match="Nothing is measured by 'weight'"):
        grain_rows(session, "weight")
    with pytest.raises(ArgumentError, match="no buckets 'coco' of neighbours"):
        grain_rows(session, "neighbours", "coco")
    with pytest.raises(ArgumentError, match="no lane 'x'"):
        grain_rows(session, against="x")


def test_the_command_lists_measures_and_shows_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "b.granview"
    scored_session(path, samples=9).close()
    assert main(["grain", str(path)]) == 0
    assert "region/thinness" in capsys.readouterr().out
    assert main(["grain", str(path), "--axis", "region", "--buckets", "0,4,1000"]) == 0
    shown = capsys.readouterr().out
    assert "4–1000" in shown
    assert folded(OVER_ONE_MEASURE) not in shown
    assert main(["grain", str(path), "--axis", "region", "--buckets", "9,4"]) == 2
    assert main(["export", str(path), "--out", str(tmp_path / "out"), "--only", "tables", "--buckets", "quantile"]) == 0
    assert (tmp_path / "out" / "grain.csv").read_text().splitlines()[0] == ",".join(COLUMNS)


def test_beside_intervals_of_differences_it_is_said_over_what_they_are_corrected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "c.granview"
    scored_session(path, samples=16).close()
    assert main(["grain", str(path), "--axis", "region/thinness"]) == 0
    assert capsys.readouterr().out.endswith(f"\n\n{folded(OVER_ONE_MEASURE)}\n")
