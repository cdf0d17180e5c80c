"""How lanes start: both ways, from any kind of program, without running that program again."""

import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from granview.core.events import LaneState
from granview.engine.engine import Engine
from tests.helpers.engine import Witness, lane, picture

_SCRIPT = """
import os, sys, threading
print("the script runs", flush=True)
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.engine.limits import WorkerOptions
from granview.engine.run import run

class Nowhere:
    def record(self, events):
        pass

outcome = run(
    Nowhere(), [LaneSpec("one", "checkerboard", device="cpu")], [Sample("a", sys.argv[2])], RunParams(),
    lambda events: None, workers=WorkerOptions(sys.argv[1], loader="tests.helpers.checkerboard:load_adapter"),
)
print(outcome.succeeded, {"OMP_WAIT_POLICY", "GOMP_SPINCOUNT"} & set(os.environ))
"""


@pytest.mark.slow
@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_a_script_without_a_guard_runs_once(tmp_path: Path, method: str) -> None:
    script = tmp_path / "script.py"
    script.write_text(_SCRIPT, encoding="utf-8")
    sample = picture(tmp_path, "a")
    done = subprocess.run(
        [sys.executable, str(script), method, sample.path],
        env={"PYTHONPATH": str(Path.cwd()), "PATH": ""},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.split("\n") == ["the script runs", "1 set()", ""]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has classes of priority instead of niceness")
def test_a_lane_gives_way_to_the_program_that_started_it(engine: Engine, witness: Witness) -> None:
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    engine.open_lane(lane("one"))
    witness.wait_for_state("one", LaneState.IDLE)
    own = psutil.Process().nice()
    assert set(engine.process_ids().values()) <= {child.pid for child in psutil.Process().children(recursive=True)}
    assert set(engine.process_ids()) == {"one"}
    begun = [child for child in psutil.Process().children(recursive=True) if child.pid not in before]
    assert own + 10 in {child.nice() for child in begun}
    assert psutil.Process().nice() == own
