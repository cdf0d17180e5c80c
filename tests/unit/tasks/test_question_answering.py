import pytest

from granview.core.predictions.answers import Answers
from granview.core.run_params import RunParams
from granview.core.unit import merge_statistics
from granview.tasks.base import TASKS, Scores
from tests.helpers.text_tasks import NO_LABELS, answer, truth

TASK = TASKS.get("question-answering")
CONTEXT = "The Eiffel Tower in Paris was built in 1889."


def score(said: Answers, accepted: tuple[str, ...], **more: object) -> Scores:
    return TASK.score(said, NO_LABELS, truth(CONTEXT, answers=accepted, **more), RunParams())


def test_questions_with_and_without_an_answer():
    parts = [
        score(answer(20, 25), ("Paris",)),
        score(answer(4, 25), ("the Eiffel Tower",)),
        score(answer(None), ()),
        score(answer(39, 43), ()),
    ]
    found = TASK.metrics(merge_statistics(part.statistics for part in parts))
    f1 = 2 * 2 / (4 + 2)
    assert found["squad_em"] == pytest.approx(2 / 4)
    assert found["squad_f1"] == pytest.approx((1 + f1 + 1 + 0) / 4)
    assert found["has_answer_f1"] == pytest.approx((1 + f1) / 2)
    assert found["no_answer_accuracy"] == 0.5


def test_without_unanswerable_questions_their_accuracy_is_unknown():
    found = TASK.metrics(score(answer(20, 25), ("Paris",)).statistics)
    assert (found["squad_em"], found["no_answer_accuracy"]) == (1.0, None)


def test_an_answer_less_probable_than_none_is_none():
    said = answer(20, 25)
    unsure = Answers(said.spans, said.scores, no_answer=0.95)
    assert TASK.metrics(score(unsure, ()).statistics)["no_answer_accuracy"] == 1.0


def test_units_have_the_length_of_the_shortest_answer():
    units = score(answer(39, 43), ("in the year 1889", "1889"), grain=2.0).units
    assert (units.grain.tolist(), units.score.tolist()) == ([1, 2], [1, 1])
    assert score(answer(None), ()).units.grain.tolist() == [0]


def test_chinese_answers_are_found():
    given = truth("埃菲尔铁塔在巴黎。", answers=("巴黎",))
    found = TASK.score(answer(6, 8), NO_LABELS, given, RunParams())
    assert TASK.metrics(found.statistics)["squad_em"] == 1.0
    assert found.units.grain.tolist() == [2]


def test_without_known_answers_nothing_is_scored():
    found = TASK.score(answer(0, 3), NO_LABELS, truth(CONTEXT, labels=("x",)), RunParams())
    assert (found.statistics, len(found.units)) == ({}, 0)
    assert found.notices == ("The reference has labels but no answers, so nothing is scored.",)


def test_lanes_agree_by_marked_characters():
    counts = TASK.agreement_counts(answer(0, 16), NO_LABELS, answer(4, 16), NO_LABELS)
    assert TASK.agreement(counts).value == pytest.approx(2 * 12 / 28)
