"""Lanes that die, hang, run out of memory or talk nonsense, while the others go on."""

import multiprocessing
import queue
import threading
from pathlib import Path
from typing import Any, Final

import pytest

from granview.core.events import LaneState, LogLine, ResultArrived, SampleFailed
from granview.core.messages import Explain, Failure, FromWorker, NotExplained, Request, Result, decode_to_worker
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.engine.lane import Lane
from granview.engine.lane_process import LaneProcess
from granview.engine.limits import Limits, WorkerOptions
from granview.engine.process_outcome import ProcessOutcome
from tests.engine.conftest import NewEngine
from tests.engine.test_lanes import answer_name
from tests.helpers.checkerboard import BLUE, BROKEN_HEIGHT, GREEN, GREY, RED
from tests.helpers.engine import QUICK, SPAWN, Witness, lane, picture
from tests.helpers.odd import Panic

PARAMS = RunParams()
NO_NUMBER: Final[Any] = threading.Lock()
"""It cannot be pickled, so that no process is started with it."""


def outcomes(witness: Witness, name: str, count: int) -> dict[str, str]:
    """``ok`` or the error, by sample, once a lane has given so many answers."""
    answers = witness.wait_for_answers(name, count)
    assert len(answers) == count
    return {answer_name(a): "ok" if isinstance(a, ResultArrived) else a.failure.error for a in answers}


@pytest.mark.slow
@pytest.mark.parametrize("batch_size", [1, 4])
def test_a_killed_lane_loses_one_sample_and_the_others_go_on(
    new_engine: NewEngine, witness: Witness, tmp_path: Path, batch_size: int
) -> None:
    engine = new_engine()
    good = [picture(tmp_path, f"g{i}") for i in range(4)]
    engine.open_lane(lane("hit", batch_size=batch_size))
    engine.open_lane(lane("other"))
    engine.submit("hit", [*good[:2], picture(tmp_path, "bad", RED), *good[2:]], PARAMS)
    engine.submit("other", good, PARAMS)
    assert set(outcomes(witness, "other", 4).values()) == {"ok"}
    found = outcomes(witness, "hit", 5)
    assert "SIGKILL" in found.pop("bad")
    assert set(found.values()) == {"ok"}
    assert LaneState.RESTARTING in witness.states("hit")
    assert LaneState.RESTARTING not in witness.states("other")


@pytest.mark.slow
def test_a_hung_lane_is_ended_and_the_device_goes_to_the_next(
    new_engine: NewEngine, witness: Witness, tmp_path: Path, gate: Path
) -> None:
    engine = new_engine(QUICK)
    engine.open_lane(lane("hung", f"gate:{gate}"))
    engine.submit("hung", [picture(tmp_path, "stuck", BLUE)], PARAMS)
    witness.wait_for_state("hung", LaneState.RUNNING)
    engine.open_lane(lane("other"))
    engine.submit("other", [picture(tmp_path, "a")], PARAMS)
    engine.submit("hung", [picture(tmp_path, "b")], PARAMS)
    found = outcomes(witness, "hung", 2)
    assert "did not answer for 1 s" in found["stuck"]
    assert found["b"] == "ok"
    assert outcomes(witness, "other", 1) == {"a": "ok"}


@pytest.mark.slow
def test_waiting_for_the_device_is_not_hanging(
    new_engine: NewEngine, witness: Witness, tmp_path: Path, gate: Path
) -> None:
    engine = new_engine(Limits(sample_timeout_s=6.0, deaths_in_a_row=9))
    for one in (lane("holder", f"gate:{gate}"), lane("patient")):
        engine.open_lane(one)
        witness.wait_for_state(one.name, LaneState.IDLE)
    engine.submit("holder", [picture(tmp_path, "stuck", BLUE)], PARAMS)
    with gate.open("wb"):
        engine.submit("patient", [picture(tmp_path, "a")], PARAMS)
        witness.wait_for_state("patient", LaneState.WAITING)
        witness.wait_for_state("holder", LaneState.RESTARTING)
    assert outcomes(witness, "patient", 1) == {"a": "ok"}
    assert LaneState.RESTARTING not in witness.states("patient")


def test_others_go_on_beside_a_pass_that_lasts_too_long_and_its_late_answer_counts_without_its_time(
    new_engine: NewEngine, witness: Witness, tmp_path: Path, gate: Path
) -> None:
    engine = new_engine(Limits(first_turn_s=0.2))
    engine.open_lane(lane("late", f"gate:{gate}"))
    engine.submit("late", [picture(tmp_path, "slow", BLUE)], PARAMS)
    witness.wait_for_state("late", LaneState.RUNNING)
    with gate.open("r+b", buffering=0) as both_ends:
        engine.open_lane(lane("other"))
        engine.submit("other", [picture(tmp_path, "a")], PARAMS)
        assert outcomes(witness, "other", 1) == {"a": "ok"}
        assert not witness.answers("late")
        both_ends.write(b"!!!")
        assert outcomes(witness, "late", 1) == {"slow": "ok"}
    late, beside = (witness.answers(name)[0] for name in ("late", "other"))
    assert isinstance(late, ResultArrived)
    assert isinstance(beside, ResultArrived)
    for answer in (late, beside):
        assert answer.result.timing.forward_ms is None
        assert "Another pass ran on the device at the same time" in answer.result.notices[-1]
    assert any("Other lanes no longer wait" in line.text for line in witness.events if isinstance(line, LogLine))
    engine.submit("late", [picture(tmp_path, "fair")], PARAMS)
    fair = witness.wait_for_answers("late", 2)[1]
    assert isinstance(fair, ResultArrived)
    assert fair.result.timing.forward_ms is not None


def test_what_is_cancelled_frees_the_device_at_once_and_a_process_that_does_not_notice_is_replaced(
    new_engine: NewEngine, witness: Witness, tmp_path: Path, gate: Path
) -> None:
    engine = new_engine(Limits(cancel_s=0.5))
    engine.open_lane(lane("stuck", f"gate:{gate}"))
    engine.submit("stuck", [picture(tmp_path, "never", BLUE)], PARAMS)
    witness.wait_for_state("stuck", LaneState.RUNNING)
    with gate.open("wb"):
        engine.open_lane(lane("other"))
        engine.submit("other", [picture(tmp_path, "a")], PARAMS)
        witness.wait_for_state("other", LaneState.WAITING)
        engine.cancel("stuck")
        assert outcomes(witness, "other", 1) == {"a": "ok"}
        witness.wait_for_state("stuck", LaneState.RESTARTING)
    engine.submit("stuck", [picture(tmp_path, "b")], PARAMS)
    assert outcomes(witness, "stuck", 1) == {"b": "ok"}


def test_running_out_of_memory_costs_one_sample_and_no_process(
    new_engine: NewEngine, witness: Witness, tmp_path: Path
) -> None:
    engine = new_engine()
    engine.open_lane(lane("one"))
    engine.submit("one", [picture(tmp_path, "bad", GREEN), picture(tmp_path, "good", GREY)], PARAMS)
    found = outcomes(witness, "one", 2)
    assert "not enough memory" in found["bad"]
    assert found["good"] == "ok"
    assert LaneState.RESTARTING not in witness.states("one")


def test_three_deaths_in_a_row_end_a_lane_in_words(new_engine: NewEngine, witness: Witness, tmp_path: Path) -> None:
    engine = new_engine()
    engine.open_lane(lane("one", "dies"))
    engine.submit("one", [picture(tmp_path, "a"), picture(tmp_path, "b")], PARAMS)
    found = outcomes(witness, "one", 2)
    assert all("3 times in a row" in error for error in found.values())
    assert witness.wait_for_state("one", LaneState.FAILED).text.startswith("The lane's process was killed (SIGKILL)")
    logged = [event for event in witness.events if isinstance(event, LogLine)]
    assert len(logged) == 3
    assert all("these are my last words" in line.text for line in logged)


def test_answers_between_deaths_keep_a_lane_alive(new_engine: NewEngine, witness: Witness, tmp_path: Path) -> None:
    engine = new_engine()
    engine.open_lane(lane("one"))
    samples = [
        picture(tmp_path, name, color) for name, color in [("x", RED), ("a", GREY), ("y", RED), ("b", GREY), ("z", RED)]
    ]
    for sample in samples:
        engine.submit("one", [sample], PARAMS)
        witness.wait_for(lambda _, name=sample.name: name in {answer_name(a) for a in witness.answers("one")})
    found = outcomes(witness, "one", 5)
    assert [name for name, error in found.items() if error != "ok"] == ["x", "y", "z"]
    assert LaneState.FAILED not in witness.states("one")


def test_a_failed_lane_can_be_started_again(new_engine: NewEngine, witness: Witness, tmp_path: Path) -> None:
    waiting, sample = tmp_path / "gate", picture(tmp_path, "a")
    engine = new_engine(Limits(deaths_in_a_row=1))
    engine.open_lane(lane("one", f"waits:{waiting}"))
    engine.submit("one", [sample], PARAMS)
    assert isinstance(witness.wait_for_answers("one", 1)[0], SampleFailed)
    waiting.write_bytes(b"now it is there")
    engine.restart_lane("one")
    engine.submit("one", [sample], PARAMS)
    assert isinstance(witness.wait_for_answers("one", 2)[1], ResultArrived)


def test_a_bug_in_an_adapter_costs_one_sample_and_no_process(
    new_engine: NewEngine, witness: Witness, tmp_path: Path
) -> None:
    engine = new_engine()
    engine.open_lane(lane("one", batch_size=2))
    engine.submit("one", [picture(tmp_path, "bad", size=(4, BROKEN_HEIGHT)), picture(tmp_path, "good")], PARAMS)
    found = outcomes(witness, "one", 2)
    assert "a bug in an adapter" in found["bad"]
    assert found["good"] == "ok"
    assert LaneState.RESTARTING not in witness.states("one")


def test_a_turn_of_the_engine_that_fails_is_said_and_the_next_is_taken(
    new_engine: NewEngine, witness: Witness, caplog: pytest.LogCaptureFixture
) -> None:
    def panic() -> None:
        raise Panic("in a turn")

    engine = new_engine()
    engine._mailbox.put(panic)
    engine._mailbox.put(panic)
    witness.wait_for(lambda events: sum(isinstance(event, LogLine) for event in events) == 2)
    assert witness.events[0] == LogLine("", "error", "A turn of the engine failed: Panic: in a turn.")
    assert "in a turn" in caplog.text


def test_a_lane_whose_message_cannot_be_taken_is_ended_and_runs_again(
    new_engine: NewEngine, witness: Witness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard, panics = Lane.heard, [Panic("over a message")]

    def once(own: Lane, message: FromWorker) -> None:
        if isinstance(message, Result) and panics:
            raise panics.pop()
        heard(own, message)

    monkeypatch.setattr(Lane, "heard", once)
    engine = new_engine()
    engine.open_lane(lane("one"))
    engine.submit("one", [picture(tmp_path, "a")], PARAMS)
    assert "not a message (over a message)" in outcomes(witness, "one", 1)["a"]
    engine.submit("one", [picture(tmp_path, "b")], PARAMS)
    assert outcomes(witness, "one", 2)["b"] == "ok"


def test_a_process_that_cannot_be_started_for_whatever_reason_has_an_outcome() -> None:
    told: queue.Queue[object] = queue.Queue()
    LaneProcess(lane("one"), WorkerOptions("spawn", threads=NO_NUMBER), QUICK, lambda _, item: told.put(item)).start()
    outcome = told.get(timeout=60)
    assert isinstance(outcome, ProcessOutcome)
    assert "could not be started" in outcome.message


def test_a_request_that_cannot_be_sent_is_answered_and_the_next_is_sent() -> None:
    told: list[object] = []
    process = LaneProcess(lane("one"), SPAWN, QUICK, lambda _, item: told.append(item))
    bad, good = (Request(number, Sample(name, "/x.png")) for number, name in ((1, "\ud800"), (2, "good")))
    for message in (bad, Explain(3, bad.sample, None), good):
        process.send(message)
    process._outgoing.put(None)
    near, far = multiprocessing.Pipe(duplex=False)
    process._write(far)
    failure, unexplained = told
    assert isinstance(failure, Failure)
    assert failure.request_id == 1
    assert failure.error.startswith("It cannot be sent to the lane's process")
    assert isinstance(unexplained, NotExplained)
    assert decode_to_worker(near.recv_bytes()) == good


def test_restarting_runs_again_what_was_not_answered(
    new_engine: NewEngine, witness: Witness, tmp_path: Path, gate: Path
) -> None:
    engine = new_engine()
    engine.open_lane(lane("one", f"gate:{gate}"))
    engine.submit("one", [picture(tmp_path, "a", BLUE), picture(tmp_path, "b")], PARAMS)
    with gate.open("r+b", buffering=0) as both_ends:
        witness.wait_for_state("one", LaneState.RUNNING)
        engine.restart_lane("one")
        witness.wait_for_state("one", LaneState.RESTARTING)
        both_ends.write(b"!")
        assert outcomes(witness, "one", 2) == {"a": "ok", "b": "ok"}


def test_a_message_that_is_none_costs_only_that_lane(new_engine: NewEngine, witness: Witness, tmp_path: Path) -> None:
    workers = WorkerOptions("spawn", entry="tests.helpers.bad_workers:speaks_nonsense", loader=SPAWN.loader)
    engine = new_engine(Limits(deaths_in_a_row=1), workers)
    for name in ("nonsense", "sense"):
        engine.open_lane(lane(name))
        engine.submit(name, [picture(tmp_path, "a")], PARAMS)
    assert "not a message" in outcomes(witness, "nonsense", 1)["a"]
    assert outcomes(witness, "sense", 1) == {"a": "ok"}


def test_a_worker_that_closes_its_pipe_is_buried(new_engine: NewEngine, witness: Witness) -> None:
    engine = new_engine(
        Limits(deaths_in_a_row=1, stop_s=0.1), WorkerOptions("spawn", entry="tests.helpers.bad_workers:closes_its_pipe")
    )
    engine.open_lane(lane("one"))
    assert "SIGKILL" in witness.wait_for_state("one", LaneState.FAILED).text


def test_a_worker_that_cannot_be_started_is_said(new_engine: NewEngine, witness: Witness) -> None:
    engine = new_engine(workers=WorkerOptions("spawn", entry="tests.helpers.nowhere:main", loader=SPAWN.loader))
    engine.open_lane(lane("one"))
    text = witness.wait_for_state("one", LaneState.FAILED).text
    assert "exit code 1" in text
    assert any("No module named" in event.text for event in witness.events if isinstance(event, LogLine))
