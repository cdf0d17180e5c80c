"""What the Grain panel says of a session."""

from pathlib import Path

from granview.analysis.estimand import OVER_ONE_MEASURE
from granview.gui.grain.grain_report import GrainQuery, read_grain
from tests.helpers.scored import scored_session


def test_where_lanes_begin_to_differ_it_is_said_over_what_that_is_corrected(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=16) as session:
        report = read_grain(session, GrainQuery("image-segmentation"))
    assert "begin to differ at" in report.sentences[0]
    assert "corrected over this measure alone" in report.sentences[0]
    assert OVER_ONE_MEASURE in report.tip


def test_where_no_difference_is_said_nothing_is_corrected(tmp_path: Path) -> None:
    with scored_session(tmp_path / "a.granview", samples=4) as session:
        said = read_grain(session, GrainQuery("image-segmentation")).sentences
    assert "too few samples" in said[0]
    assert not any("corrected" in each for each in said)
