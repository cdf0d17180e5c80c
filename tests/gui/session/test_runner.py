import msgspec
import pytest

from granview.core.events import LaneReady
from granview.core.lane import LaneSpec
from granview.engine.engine import Engine
from tests.helpers.checkerboard import FACTS
from tests.helpers.shell import Bench


def test_a_lane_of_a_reopened_session_loads_the_commit_that_it_had(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[LaneSpec] = []
    monkeypatch.setattr(Engine, "open_lane", lambda self, spec: opened.append(spec))
    runner, model = bench.work.services.runner, bench.work.services.model
    runner.add_lanes([LaneSpec("one", "hf:org/name"), LaneSpec("two", "hf:org/name")], load=False)
    model.apply([LaneReady("one", msgspec.structs.replace(FACTS, revision="c0ffee"))])
    for name in ("one", "two"):
        runner.restart_lane(name)
    assert [spec.model for spec in opened] == ["hf:org/name@c0ffee", "hf:org/name"]
    assert [lane.spec.model for lane in model.lanes.all()] == ["hf:org/name", "hf:org/name"]


def test_without_an_engine_no_lane_has_a_process(bench: Bench) -> None:
    assert bench.work.services.runner.idle_pids() == {}
