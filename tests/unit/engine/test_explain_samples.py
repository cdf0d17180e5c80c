"""Asking many lanes and waiting, with an engine that answers from another thread, the last question first."""

import threading
from typing import cast

from granview.core.explain_facts import ExplainFacts
from granview.core.explain_query import ExplainQuery
from granview.core.image_params import ImageRange
from granview.core.lane import LaneSpec
from granview.core.messages import Explained, NotExplained
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.engine.engine import Engine
from granview.engine.explain_requests import OnExplainReply
from granview.engine.explain_samples import LaneReply, explain_samples

PICTURE = Sample("picture", "/a.png")
TEXT = Sample("text", "", kind="text", text=TextInput.of("Words."))
LANES = (LaneSpec("masks", "zoo:x"), LaneSpec("moods", "zoo:y", task="text-classification"))
ATTENTION, ROLLOUT = ExplainQuery("attention"), ExplainQuery("rollout")
NOTHING = ExplainFacts((), ())


class Answering:
    """Answers ``attention`` and nothing else, once so many questions are asked."""

    def __init__(self, expected: int) -> None:
        self.asked: list[tuple[str, str, str, str | None]] = []
        self._expected = expected
        self._open: list[tuple[ExplainQuery, OnExplainReply]] = []

    def explain(
        self,
        lane: str,
        sample: Sample,
        query: ExplainQuery,
        answered: OnExplainReply,
        generated_text_of: str | None,
        image_range: ImageRange | None,
    ) -> int:
        self.asked.append((lane, sample.name, query.method, generated_text_of))
        self._open.append((query, answered))
        if len(self._open) == self._expected:
            threading.Thread(target=self._answer).start()
        return len(self.asked)

    def _answer(self) -> None:
        for number, (query, answered) in reversed(list(enumerate(self._open, 1))):
            is_known = query == ATTENTION
            answered(Explained(number, NOTHING) if is_known else NotExplained(number, "It cannot.", "Ask another."))


def ask(engine: Answering, **more: object) -> list[LaneReply]:
    found: list[LaneReply] = []
    threads: set[int] = set()

    def keep(asked: LaneReply) -> None:
        found.append(asked)
        threads.add(threading.get_ident())

    options = {"queries_for": lambda sample: [ATTENTION, ROLLOUT], **more}
    explain_samples(cast(Engine, engine), LANES, [PICTURE, TEXT], on_reply=keep, **options)  # type: ignore[arg-type]
    assert threads <= {threading.get_ident()}
    return found


def test_every_lane_is_asked_about_samples_of_its_kind_and_every_answer_is_told_as_it_comes() -> None:
    engine = Answering(expected=4)
    found = ask(engine)
    assert [asked[:3] for asked in engine.asked] == [
        ("masks", "picture", "attention"),
        ("masks", "picture", "rollout"),
        ("moods", "text", "attention"),
        ("moods", "text", "rollout"),
    ]
    assert [(asked.lane, asked.sample.name, asked.query.method) for asked in found] == [
        asked[:3] for asked in reversed(engine.asked)
    ]
    assert [asked.reply.request_id for asked in found] == [4, 3, 2, 1]
    assert [isinstance(asked.reply, Explained) for asked in found] == [False, True, False, True]


def test_what_lanes_wrote_goes_with_the_question() -> None:
    engine = Answering(expected=4)
    ask(engine, generated_text_of=lambda *names: "/".join(names))
    assert [asked[3] for asked in engine.asked] == ["picture/masks"] * 2 + ["text/moods"] * 2


def test_samples_without_queries_are_passed_over_and_nothing_is_waited_for() -> None:
    engine = Answering(expected=1)
    found = ask(
        engine, queries_for=lambda sample: [ATTENTION] if sample is TEXT else [], generated_text_of=_never_of_pictures
    )
    assert [(asked.lane, asked.query) for asked in found] == [("moods", ATTENTION)]
    assert ask(Answering(expected=1), queries_for=lambda sample: []) == []


def _never_of_pictures(sample: str, lane: str) -> None:
    assert (sample, lane) == ("text", "moods")
