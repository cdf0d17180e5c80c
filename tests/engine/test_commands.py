"""What a caller feels: commands that return at once, cancelling that takes effect at once."""

import time
from collections.abc import Callable
from pathlib import Path

import psutil

from granview.core.events import LaneProgress, LaneState, ResultArrived
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.engine.engine import Engine
from tests.engine.conftest import NewEngine
from tests.helpers.checkerboard import BLUE
from tests.helpers.engine import DEADLINE_S, Witness, lane, picture

PARAMS = RunParams()
AT_ONCE_S = 0.2


def seconds(act: Callable[[], object]) -> float:
    """How long a call takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def test_cancelling_a_lane_takes_effect_within_200_ms(
    engine: Engine, witness: Witness, tmp_path: Path, gate: Path
) -> None:
    stuck, sample = picture(tmp_path, "stuck", BLUE), picture(tmp_path, "a")
    engine.open_lane(lane("one", f"gate:{gate}"))
    engine.submit("one", [stuck, *[sample] * 500], PARAMS)
    with gate.open("wb"):

        def cancelled() -> None:
            engine.cancel("one")
            witness.wait_until_now("one", LaneState.IDLE)

        assert seconds(cancelled) < AT_ONCE_S
        assert LaneProgress("one", 0, 0, 0) in witness.events
        (request_id,) = engine.submit("one", [sample], PARAMS)
    (answer,) = witness.wait_for_answers("one", 1)
    assert isinstance(answer, ResultArrived)
    assert answer.result.request_id == request_id


def test_cancelling_all_lanes_spares_what_comes_later(
    engine: Engine, witness: Witness, tmp_path: Path, gate: Path
) -> None:
    stuck = picture(tmp_path, "stuck", BLUE)
    for name in ("one", "two"):
        engine.open_lane(lane(name, f"gate:{gate}"))
        engine.submit(name, [stuck] * 50, PARAMS)
    with gate.open("wb"):
        engine.cancel()
        later = {name: engine.submit(name, [picture(tmp_path, "a")], PARAMS) for name in ("one", "two")}
    for name, ids in later.items():
        (answer,) = witness.wait_for_answers(name, 1)
        assert isinstance(answer, ResultArrived)
        assert (answer.result.request_id,) == ids


def test_commands_do_not_wait(new_engine: NewEngine, tmp_path: Path) -> None:
    engine = new_engine()
    samples = [Sample(f"s{i}", str(tmp_path / f"{i}.png")) for i in range(10_000)]
    calls: list[Callable[[], object]] = [
        lambda: engine.open_lane(lane("one")),
        lambda: engine.submit("one", samples, PARAMS),
        lambda: engine.restart_lane("one"),
        lambda: engine.cancel("one"),
        engine.cancel,
        lambda: engine.close_lane("one"),
    ]
    assert max(seconds(call) for call in calls) < 0.05


def test_an_idle_engine_ends_at_once(new_engine: NewEngine, witness: Witness) -> None:
    engine = new_engine()
    engine.open_lane(lane("one"))
    witness.wait_for_state("one", LaneState.IDLE)
    assert seconds(engine.shutdown) < 1.0
    assert witness.states("one")[-1] is LaneState.CLOSED


def test_unloading_ends_the_process_and_the_next_request_loads_the_model_again(
    engine: Engine, witness: Witness, tmp_path: Path
) -> None:
    engine.open_lane(lane("one"))
    witness.wait_until_now("one", LaneState.IDLE)
    process = psutil.Process(engine.process_ids()["one"])
    engine.unload_lane("one")
    witness.wait_until_now("one", LaneState.UNLOADED)
    assert psutil.wait_procs([process], timeout=DEADLINE_S)[1] == []
    assert engine.process_ids() == {}
    engine.submit("one", [picture(tmp_path, "a")], PARAMS)
    (answer,) = witness.wait_for_answers("one", 1)
    assert isinstance(answer, ResultArrived)
    assert engine.process_ids()["one"] != process.pid
