"""Answers in their context."""

import numpy as np
import pytest

from granview.core.offsets import offsets
from granview.core.predictions.answers import Answers
from granview.core.text import TextReference
from granview.gui.presenters.marks import Line
from tests.helpers.presented_texts import bars, shown, words

CONTEXT = "The tower is 324 metres tall. It was built in 1889."


def answers(*texts: str, scores: tuple[float, ...], no_answer: float | None = None) -> Answers:
    spans = [(CONTEXT.index(text), CONTEXT.index(text) + len(text)) for text in texts]
    return Answers(offsets(spans), np.array(scores, np.float32), no_answer)


@pytest.mark.parametrize(("accepted", "verdict", "about"), [("1889", True, Line.NONE), ("1890", False, Line.DASHED)])
def test_the_answer_is_marked_in_its_context_and_judged(accepted: str, verdict: bool, about: Line) -> None:
    said = answers("1889", "324 metres", scores=(0.8, 0.1), no_answer=0.1)
    found = shown(said, CONTEXT, TextReference(answers=(accepted,)), question="When?")
    assert words(found) == "When?"
    assert [(bar.name, bar.is_chosen) for bar in bars(found)] == [
        ("1889", True),
        ("324 metres", False),
        ("no answer in this text", False),
    ]
    assert bars(found)[0].verdict is verdict
    assert found.focus == CONTEXT.index("1889")
    best = next(mark for mark in found.marks.between(0, 99) if mark.start == found.focus)
    assert best.text_format.about == about


@pytest.mark.parametrize(("accepted", "verdict"), [((), True), (("1889",), False)])
def test_no_answer_is_an_answer(accepted: tuple[str, ...], verdict: bool) -> None:
    found = shown(answers("1889", scores=(0.2,), no_answer=0.7), CONTEXT, TextReference(answers=accepted))
    chosen = [bar for bar in bars(found) if bar.is_chosen]
    assert [(bar.name, bar.verdict) for bar in chosen] == [("no answer in this text", verdict)]
    assert found.focus is None


def test_answers_are_right_as_the_task_scores_them_and_rivals_that_are_right_are_marked() -> None:
    said = answers("324 metres", "1889", scores=(0.8, 0.1))
    found = bars(shown(said, CONTEXT, TextReference(answers=("The 324 metres.",))))
    assert [bar.verdict for bar in found] == [True, None]
    found = bars(shown(said, CONTEXT, TextReference(answers=("in 1889", "1889"))))
    assert [bar.verdict for bar in found] == [False, True]
