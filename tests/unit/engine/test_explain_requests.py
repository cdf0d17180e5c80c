"""Questions are asked once, answered once, and never asked again of a process that died of one."""

import pytest

from granview.core.explain_facts import ExplainFacts
from granview.core.messages import Explain, Explained, NotExplained
from granview.core.sample import Sample
from granview.engine.explain_requests import ExplainReply, ExplainRequests
from tests.helpers.odd import Panic

SAMPLE = Sample("s", "/pictures/s.png")


def question(number: int) -> Explain:
    return Explain(number, SAMPLE)


def explained(number: int) -> Explained:
    return Explained(number, ExplainFacts(()))


def test_a_question_is_told_once_and_its_answer_passed_on_once() -> None:
    heard: list[ExplainReply] = []
    questions = ExplainRequests()
    questions.add(question(1), heard.append)
    assert questions.to_send() == [question(1)]
    assert questions.to_send() == []
    questions.reply(explained(1))
    questions.reply(explained(1))
    assert heard == [explained(1)]


def test_what_is_forgotten_is_not_answered() -> None:
    heard: list[ExplainReply] = []
    questions = ExplainRequests()
    questions.add(question(1), heard.append)
    questions.to_send()
    questions.add(question(2), heard.append)
    questions.add(question(3), heard.append)
    questions.forget(2)
    assert questions.to_send() == [question(3)]
    for number in (1, 2, 3):
        questions.reply(explained(number))
    assert heard == [explained(3)]


def test_after_a_death_what_was_told_fails_and_what_waits_is_still_asked() -> None:
    heard: list[ExplainReply] = []
    questions = ExplainRequests()
    questions.add(question(1), heard.append)
    questions.to_send()
    questions.add(question(2), heard.append)
    questions.fail_sent("It died.", "Ask again.")
    assert heard == [NotExplained(1, "It died.", "Ask again.")]
    assert questions.to_send() == [question(2)]


def test_when_nobody_will_answer_all_fail() -> None:
    heard: list[ExplainReply] = []
    questions = ExplainRequests()
    questions.add(question(1), heard.append)
    questions.to_send()
    questions.add(question(2), heard.append)
    questions.fail_all("Closed.", "")
    assert [reply.request_id for reply in heard] == [1, 2]
    assert questions.to_send() == []


def test_a_listener_that_fails_over_an_answer_is_logged_and_the_next_is_told(caplog: pytest.LogCaptureFixture) -> None:
    def panic(_: ExplainReply) -> None:
        raise Panic("broken listener")

    heard: list[ExplainReply] = []
    questions = ExplainRequests()
    questions.add(question(1), panic)
    questions.add(question(2), heard.append)
    questions.to_send()
    questions.reply(explained(1))
    questions.reply(explained(2))
    assert heard == [explained(2)]
    assert "broken listener" in caplog.text
