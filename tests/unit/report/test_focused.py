"""What a slice leaves of a session."""

from pathlib import Path

import pytest

from granview.core.slice_language import parsed_slice
from granview.core.slices import EVERYTHING, Condition, Slice
from granview.report.focused import narrowed, read_focused
from granview.report.summary import summary_rows
from tests.helpers.scored import scored_session

TASK = "image-segmentation"


def test_reports_of_a_narrowed_session_are_of_its_samples(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview") as session:
        wanted = Slice((Condition("sample", ("s1", "s3")),))
        left = narrowed(session, TASK, wanted)
        assert [row["n"] for row in summary_rows(left)] == [2, 2]
        assert {key.sample for key in left.unit_keys()} == {"s1", "s3"}
        assert [row["n"] for row in summary_rows(session)] == [4, 4]
        assert narrowed(session, TASK, EVERYTHING) is session
        assert narrowed(session, None, wanted) is session


def test_conditions_on_columns_that_are_gone_are_not_asked_and_named(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview") as session:
        wanted = Slice((Condition("class", ("membrane",)), Condition("score of gone", low=0.5)))
        found = read_focused(session, TASK, wanted)
        assert found.unknown == ("score of gone",)
        assert found.narrows
        assert 0 < len(found.units) < found.n_units
        assert found.samples == {"s0", "s1", "s2", "s3"}


@pytest.mark.parametrize("typed", ["worst is right", '"worst is" is right', "score of worst > 0.5"])
def test_what_a_lane_has_right_is_asked_however_it_is_typed(tmp_path: Path, typed: str) -> None:
    with scored_session(tmp_path / "a.granview", lanes=("good", "poor", "worst")) as session:
        found = read_focused(session, TASK, parsed_slice(typed))
    assert found.unknown == ()
    assert 0 < len(found.units) < found.n_units
    assert (found.units.scores["worst"] > 0.5).all()


def test_a_slice_that_nothing_meets_leaves_no_sample(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview") as session:
        assert narrowed(session, TASK, Slice((Condition("grain", low=1e9),))).samples() == []
        assert not read_focused(session, "depth-estimation", Slice((Condition("grain", low=1),))).narrows
