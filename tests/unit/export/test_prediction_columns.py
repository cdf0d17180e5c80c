"""Columns of a picture's page: what is drawn, or why nothing is."""

from pathlib import Path

import pytest

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.label_map import LabelMap
from granview.core.truths.mask import ReferenceMask
from granview.export.comparison_pages import ComparisonPages
from granview.export.picture_page import picture_page
from granview.store.session import Session
from tests.helpers.odd_prediction import Odd
from tests.helpers.scored import scored_session
from tests.helpers.text_tasks import answer


def _messages(session: Session) -> list[str]:
    return [panel.message for panel in picture_page(ComparisonPages(session).request("s0")).panels[1:]]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return scored_session(tmp_path / "a.granview", samples=1)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (None, "The session holds no such prediction."),
        (answer(0, 2), "Predictions of the type 'answers' are not drawn over pictures."),
        (Odd(), "There is no export of predictions of the type 'odd'."),
    ],
)
def test_what_cannot_be_drawn_is_said_over_the_picture(
    session: Session, monkeypatch: pytest.MonkeyPatch, said: Prediction | None, why: str
) -> None:
    monkeypatch.setattr(Session, "prediction", lambda *_: said)
    reference, *lanes = _messages(session)
    assert reference == ""
    assert all(message.startswith(why) for message in lanes)


def test_a_reference_is_drawn_by_what_serves_its_type(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def odd(_: ReferenceMask) -> tuple[Prediction, LabelSet]:
        return Odd(), LabelSet((), ())

    monkeypatch.setattr(ReferenceMask, "as_prediction", odd)
    reference, *lanes = _messages(session)
    assert reference.startswith("There is no export of predictions of the type 'odd'.")
    assert lanes == ["", ""]


def test_a_reference_that_is_shown_in_another_way_has_no_column(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReferenceMask, "as_prediction", lambda _: None)
    assert [panel.title for panel in picture_page(ComparisonPages(session).request("s0")).panels] == [
        "Image",
        "good",
        "poor",
    ]


def test_a_lanes_own_prediction_is_what_is_drawn(session: Session) -> None:
    said = session.prediction("s0", "good")
    assert isinstance(said, LabelMap)
    assert _messages(session) == ["", "", ""]
