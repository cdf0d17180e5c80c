"""Answers as tables: one row each, and how alike those of two lanes are."""

from pathlib import Path

import pytest

from granview.core.arrays import pack
from granview.core.explain_query import BoxPlace, ExplainQuery, MaskPlace, Place, SpanPlace, TokenPlace
from granview.core.lane import LaneSpec
from granview.core.sample import Sample
from granview.report.explanations import explanation_columns, explanation_rows, place_text, similarity_rows
from granview.store.session import Session
from tests.helpers.explanations import QUERY, heat, words


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = Session.create(tmp_path / "s.granview")
    made.add_samples([Sample("a", "/a.png")])
    for name in ("left", "right", "third"):
        made.add_lane(LaneSpec(name, "zoo:unet-nano"))
    return made


def test_each_answer_is_a_row_with_its_numbers(session: Session) -> None:
    with session:
        session.keep_explanation("a", "left", QUERY, heat((0, 0)).packed())
        session.keep_explanation("a", "right", ExplainQuery("rollout", SpanPlace(2, 4)), words().packed())
        kept = session.explanations()
    assert explanation_columns(kept)[-1] == "entropy"
    first, second = explanation_rows(kept)
    assert (first["lane"], first["method"], first["layer"], first["place"]) == ("left", "attention", 1, "point 3,2")
    assert (first["entropy"], second["entropy"]) == (0.0, None)
    assert (second["stack"], second["place"]) == (None, "span 2,4")


def test_lanes_that_were_asked_the_same_are_compared_in_pairs(session: Session) -> None:
    with session:
        session.keep_explanation("a", "left", QUERY, heat((0, 0)).packed())
        session.keep_explanation("a", "right", QUERY, heat((0, 0)).packed())
        session.keep_explanation("a", "third", QUERY, heat((1, 3)).packed())
        rows = {(row["lane"], row["other"]): row for row in similarity_rows(session)}
    assert rows.keys() == {("left", "right"), ("left", "third"), ("right", "third")}
    assert rows["left", "right"]["cosine"] == pytest.approx(1)
    assert rows["left", "right"]["jensen_shannon"] == pytest.approx(0, abs=1e-9)
    assert rows["left", "third"]["cosine"] == pytest.approx(0)


def test_weights_over_tokens_are_not_compared(session: Session) -> None:
    with session:
        for lane in ("left", "right"):
            session.keep_explanation("a", lane, ExplainQuery("rollout"), words().packed())
        assert list(similarity_rows(session)) == []


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (None, ""),
        (BoxPlace(0, 1, 2.5, 3), "box 0,1,2.5,3"),
        (SpanPlace(1, 2, "target"), "span 1,2 target"),
        (TokenPlace(0), "token 0"),
        (MaskPlace(pack(heat((0, 0)).weights.values > 0)), "region"),
    ],
)
def test_places_in_words(place: Place | None, text: str) -> None:
    assert place_text(ExplainQuery("attention", place)) == text
