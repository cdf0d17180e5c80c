"""What lanes score on a slice, and its units as a table."""

from pathlib import Path

import numpy as np
import pytest

from granview.core.errors import ArgumentError
from granview.core.slice_language import parsed_slice
from granview.core.slices import EVERYTHING
from granview.report.slice_frame import slice_frame
from granview.report.slice_rows import slice_rows
from granview.store.session import Session
from tests.helpers.scored import scored_session
from tests.helpers.scored_texts import mixed_session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    with scored_session(tmp_path / "a.granview", samples=10) as opened:
        yield opened


def test_scores_are_the_means_of_the_units(session: Session) -> None:
    rows = slice_rows(session, parsed_slice("class=cell"))
    frame = slice_frame(session, parsed_slice("class=cell"))
    assert set(frame["class"]) == {"cell"}
    for row in rows:
        own = frame.filter(frame["kind"] == row["kind"])[f"score of {row['lane']}"].drop_nulls()
        assert row["n_units"] == len(own)
        assert row["score"] == pytest.approx(own.mean())
        if row["kind"] == "region":
            assert (row["low"], row["high"]) == (None, None), "samples that all score the same tell no interval"


def test_a_mean_has_its_interval(session: Session) -> None:
    poor = next(row for row in slice_rows(session, EVERYTHING) if (row["kind"], row["lane"]) == ("boundary", "poor"))
    assert poor["low"] < poor["score"] < poor["high"]


def test_the_lead_is_over_the_first_lane_with_its_interval(session: Session) -> None:
    good, poor = (row for row in slice_rows(session, EVERYTHING) if row["kind"] == "region")
    assert (good["against"], good["difference"]) == (None, None)
    assert poor["against"] == "good"
    assert poor["difference"] == pytest.approx(poor["score"] - good["score"])
    why = [poor[name] for name in ("difference_low", "difference_high", "difference_no_interval")]
    assert why == [None, None, "the same in each sample"], "an interval without width would claim what nobody knows"
    edge = next(row for row in slice_rows(session, EVERYTHING) if (row["kind"], row["lane"]) == ("boundary", "poor"))
    assert edge["difference_low"] < edge["difference"] < edge["difference_high"]
    assert edge["difference_no_interval"] is None


@pytest.mark.parametrize("words", ["poor is right", "score of good > 0.5", "iou of good > 0.5"])
def test_of_units_chosen_by_what_a_lane_makes_of_them_no_difference_is_said(session: Session, words: str) -> None:
    rows = slice_rows(session, parsed_slice(words))
    assert len(rows) > 1
    assert {(row["against"], row["difference"], row["difference_low"]) for row in rows} == {(None, None, None)}
    assert {(row["low"], row["high"], row["no_interval"]) for row in rows} == {(None, None, "chosen by outcome")}
    assert all(0 <= row["score"] <= 1 for row in rows), "values stay"


def test_too_few_samples_have_no_interval(session: Session) -> None:
    rows = slice_rows(session, parsed_slice("sample=s0"))
    assert {row["n_samples"] for row in rows} == {1}
    assert {(row["low"], row["no_interval"]) for row in rows} == {(None, "too few samples")}


def test_a_slice_that_nothing_meets_has_no_rows(session: Session) -> None:
    assert slice_rows(session, parsed_slice("grain>1e9")) == []
    assert len(slice_frame(session, parsed_slice("grain>1e9"))) == 0


def test_a_column_that_no_task_has_is_refused_with_those_that_there_are(session: Session) -> None:
    with pytest.raises(ArgumentError, match="No task has the column 'granularity'") as raised:
        slice_rows(session, parsed_slice("granularity<8"))
    assert "grain, " in raised.value.hint


def test_tasks_that_lack_a_column_are_left_out(tmp_path: Path) -> None:
    with mixed_session(tmp_path / "mixed.granview") as session:
        every = {row["task"] for row in slice_rows(session, EVERYTHING)}
        assert len(every) > 1
        assert {row["task"] for row in slice_rows(session, parsed_slice("start>=0"))} == {"token-classification"}


def test_the_table_has_each_unit_once_with_every_lane(session: Session) -> None:
    frame = slice_frame(session, EVERYTHING)
    assert frame.select("sample", "unit").is_unique().all()
    table = session.units("s3", "poor")
    own = frame.filter(frame["sample"] == "s3").sort("unit")
    np.testing.assert_array_equal(own["score of poor"].to_numpy(), table.score)
    assert set(own["poor is"]) <= {"right", "wrong", None}
