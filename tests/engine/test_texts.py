"""Texts through the engine: read ahead, run by length, told while they are written, stopped when nobody wants them."""

import os
from pathlib import Path

import pytest

from granview.core.events import Event, LaneChanged, LaneState, PartialArrived, ResultArrived, SampleFailed
from granview.core.lane import LaneSpec
from granview.core.prediction import unpack_prediction
from granview.core.predictions.generated_text import GeneratedText
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.engine.limits import WorkerOptions
from tests.engine.conftest import NewEngine
from tests.helpers.engine import Witness, picture, pid_of

WORDS = WorkerOptions(start_method="spawn", loader="tests.helpers.words:load_adapter")


def typed(name: str, text: str) -> Sample:
    return Sample(name, "", kind="text", text=TextInput.of(text))


def lane(model: str = "words", batch_size: int = 1) -> LaneSpec:
    return LaneSpec("a", model, device="cpu", task="text2text-generation", batch_size=batch_size)


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    path = tmp_path / "gate"
    os.mkfifo(path)
    return path


def test_texts_of_a_batch_are_answered_with_their_times(new_engine: NewEngine, witness: Witness) -> None:
    engine = new_engine(workers=WORDS)
    engine.open_lane(lane(batch_size=2))
    engine.submit("a", [typed("long", "one two three"), typed("short", "one"), typed("other", "a b c")], RunParams())
    answers = {event.result.sample.name: event.result for event in witness.wait_for_answers("a", 3)}  # type: ignore[union-attr]
    written = {name: unpack_prediction(result.prediction) for name, result in answers.items()}
    assert all(isinstance(text, GeneratedText) for text in written.values())
    assert written["long"].text == "ONE TWO THREE"  # type: ignore[union-attr]
    assert answers["long"].timing.new_tokens == 3
    assert answers["long"].timing.first_token_ms == 1.0


def test_a_text_that_cannot_be_prepared_spoils_no_other(new_engine: NewEngine, witness: Witness) -> None:
    engine = new_engine(workers=WORDS)
    engine.open_lane(lane(batch_size=3))
    engine.submit("a", [typed("good", "one"), typed("bad", "unreadable"), typed("fine", "two")], RunParams())
    answers = witness.wait_for_answers("a", 3)
    failed = [event.failure for event in answers if isinstance(event, SampleFailed)]
    assert [(failure.sample.name, failure.error) for failure in failed] == [
        ("bad", "An unreadable text cannot be prepared.")
    ]
    assert sum(isinstance(event, ResultArrived) for event in answers) == 2


def test_what_is_written_is_told_before_it_is_done(new_engine: NewEngine, witness: Witness, gate: Path) -> None:
    engine = new_engine(workers=WORDS)
    engine.open_lane(lane(f"gate:{gate}"))
    engine.submit("a", [typed("t", "gate and more")], RunParams())
    witness.wait_for(lambda events: any(isinstance(event, PartialArrived) for event in events))
    partial = next(event for event in witness.events if isinstance(event, PartialArrived))
    assert (partial.lane, partial.sample, partial.text) == ("a", "t", "GATE")
    assert witness.answers("a") == []
    gate.write_bytes(b"!")
    (answer,) = witness.wait_for_answers("a", 1)
    assert isinstance(answer, ResultArrived)


def test_cancelling_ends_what_is_being_written(new_engine: NewEngine, witness: Witness, gate: Path) -> None:
    engine = new_engine(workers=WORDS)
    engine.open_lane(lane(f"gate:{gate}"))
    engine.submit("a", [typed("t", "gate and more")], RunParams())
    witness.wait_for(lambda events: any(isinstance(event, PartialArrived) for event in events))
    engine.cancel("a")
    engine.submit("a", [typed("next", "one")], RunParams())
    (answer,) = witness.wait_for_answers("a", 1)
    assert isinstance(answer, ResultArrived)
    assert answer.result.sample.name == "next"


def test_a_picture_given_to_a_lane_of_texts_is_answered_in_words(
    new_engine: NewEngine, witness: Witness, tmp_path: Path
) -> None:
    engine = new_engine(workers=WORDS)
    engine.open_lane(lane())
    engine.submit("a", [picture(tmp_path, "p")], RunParams())
    (answer,) = witness.wait_for_answers("a", 1)
    assert isinstance(answer, SampleFailed)
    assert "takes texts" in answer.failure.error


def test_a_long_text_is_told_window_by_window_and_ends_between_them_when_cancelled(
    new_engine: NewEngine, witness: Witness
) -> None:
    engine = new_engine(workers=WORDS)
    engine.open_lane(lane())
    engine.submit("a", [typed("long", "windows")], RunParams())

    def told(events: list[Event]) -> list[LaneChanged]:
        return [e for e in events if isinstance(e, LaneChanged) and e.text.startswith("window ") and e.fraction]

    witness.wait_for(lambda events: len(told(events)) > 1)
    pid = pid_of(engine, "a")
    engine.cancel("a")
    engine.submit("a", [typed("short", "a word")], RunParams())
    (answer,) = witness.wait_for_answers("a", 1)
    assert isinstance(answer, ResultArrived)
    assert answer.result.sample.name == "short"
    assert pid_of(engine, "a") == pid, "the pass ended by itself"
    first, second = told(witness.events)[:2]
    assert first.state is LaneState.RUNNING
    assert 0 < (first.fraction or 0) < (second.fraction or 0) < 1
