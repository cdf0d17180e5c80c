"""Running lanes over samples and waiting for it."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import psutil

from granview.core.events import Event
from granview.core.run_params import RunParams
from granview.engine.run import run
from granview.store.session import Session
from tests.helpers.checkerboard import BLUE, YELLOW
from tests.helpers.engine import SPAWN, lane, picture

_COMMAND = """
import sys
from pathlib import Path
from granview.core.events import ResultArrived
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.engine.limits import WorkerOptions
from granview.engine.run import run
from granview.store.session import Session
from tests.helpers.engine import SPAWN

home, gate = map(Path, sys.argv[1:])
with Session.open(home / "s.granview") as session:
    def say(events):
        if any(isinstance(event, ResultArrived) for event in events):
            print("answered", flush=True)
    try:
        lane = LaneSpec("one", f"gate:{gate}", device="cpu")
        run(session, [lane], session.samples(), RunParams(), say, workers=SPAWN)
    except KeyboardInterrupt:
        print("interrupted", flush=True)
"""


def test_every_answer_is_in_the_session_when_it_returns(tmp_path: Path) -> None:
    samples = [picture(tmp_path, "a"), picture(tmp_path, "b", YELLOW), picture(tmp_path, "c")]
    lanes = [lane("good"), lane("refused", "refused")]
    told: list[Event] = []

    def listen(events: Sequence[Event]) -> None:
        told.extend(events)

    with Session.create(tmp_path / "s.granview") as session:
        session.add_samples(samples)
        for spec in lanes:
            session.add_lane(spec)
        outcome = run(session, lanes, samples, RunParams(), listen, workers=SPAWN)
        assert (outcome.succeeded, outcome.failed) == (2, 4)
        assert [row.status for row in session.results(lane="good")] == ["ok", "failed", "ok"]
        assert [row.status for row in session.results(lane="refused")] == ["failed"] * 3
    assert told


def test_nothing_to_run_returns(tmp_path: Path) -> None:
    with Session.create(tmp_path / "s.granview") as session:
        outcome = run(session, [lane("one")], [], RunParams(), lambda events: None, workers=SPAWN)
    assert (outcome.succeeded, outcome.failed) == (0, 0)


def test_ctrl_c_keeps_what_was_answered_and_ends_every_process(tmp_path: Path, gate: Path) -> None:
    with Session.create(tmp_path / "s.granview") as session:
        session.add_samples([picture(tmp_path, "a"), picture(tmp_path, "b", BLUE)])
        session.add_lane(lane("one", f"gate:{gate}"))
    command = [sys.executable, "-c", _COMMAND, str(tmp_path), str(gate)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "answered\n"
        children = psutil.Process(program.pid).children(recursive=True)
        assert children
        os.killpg(program.pid, signal.SIGINT)
        assert program.stdout.readline() == "interrupted\n"
        assert program.wait(10) == 0
    _, left = psutil.wait_procs(children, timeout=10)
    assert not left
    with Session.open(tmp_path / "s.granview") as session:
        assert [(row.sample, row.status) for row in session.results()] == [("a", "ok")]
