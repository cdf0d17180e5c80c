"""What was asked of lanes is kept, and goes with its sample or lane."""

from pathlib import Path

import msgspec
import numpy as np
import pytest

from granview.core.explain_query import ExplainQuery
from granview.core.lane import LaneSpec
from granview.core.sample import Sample
from granview.store.session import Session
from tests.helpers.explanations import QUERY, heat, words


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = Session.create(tmp_path / "s.granview")
    made.add_samples([Sample("a", "/a.png"), Sample("b", "/b.png")])
    made.add_lane(LaneSpec("left", "zoo:unet-nano"))
    made.add_lane(LaneSpec("right", "zoo:unet-base"))
    return made


def test_answers_come_back_as_they_were(session: Session) -> None:
    session.keep_explanation("a", "left", QUERY, heat((1, 2)).packed())
    session.keep_explanation("b", "right", ExplainQuery("rollout"), words().packed())
    with session, Session.open(session.path, read_only=True) as reader:
        first, second = reader.explanations()
        assert (first.sample, first.lane, first.query) == ("a", "left", QUERY)
        np.testing.assert_array_equal(first.explanation.weights.values, heat((1, 2)).weights.values)
        assert (first.explanation.stack, first.explanation.layer, first.explanation.numbers) == (
            "image",
            1,
            {"entropy": 0.0},
        )
        assert second.explanation.weights.tokens.pieces == ("a", "bc", "d")  # type: ignore[union-attr]
        assert [row.sample for row in reader.explanations("b")] == ["b"]


def test_a_later_answer_to_the_same_question_takes_the_place_of_the_earlier(session: Session) -> None:
    with session:
        session.keep_explanation("a", "left", QUERY, heat((0, 0)).packed())
        session.keep_explanation("a", "left", QUERY, heat((1, 3)).packed())
        session.keep_explanation("a", "left", msgspec.structs.replace(QUERY, head=1), heat((0, 1)).packed())
        kept = session.explanations()
        assert [row.query.head for row in kept] == [None, 1]
        assert kept[0].explanation.weights.values[1, 3] == 1


def test_they_go_with_their_sample_and_with_their_lane(session: Session) -> None:
    with session:
        for sample in ("a", "b"):
            for lane in ("left", "right"):
                session.keep_explanation(sample, lane, QUERY, heat((0, 0)).packed())
        session.remove_samples(["a"])
        session.remove_lane("left")
        assert [(row.sample, row.lane) for row in session.explanations()] == [("b", "right")]


def test_of_what_is_not_there_nothing_is_kept(session: Session) -> None:
    with session:
        session.keep_explanation("a", "nobody", QUERY, heat((0, 0)).packed())
        session.keep_explanation("nothing", "left", QUERY, heat((0, 0)).packed())
        assert session.explanations() == []
