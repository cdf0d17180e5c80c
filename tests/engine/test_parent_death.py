"""Nothing outlives the engine's process, however it ends."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.helpers.checkerboard import BLUE
from tests.helpers.engine import picture

_PARENT = """
import sys, threading
from granview.core.events import LaneChanged, LaneState
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.engine.engine import Engine
from granview.engine.limits import WorkerOptions
from tests.helpers.engine import Witness

method, entry, gate, path = sys.argv[1:]
witness = Witness()
engine = Engine(witness, workers=WorkerOptions(method, None, entry, "tests.helpers.checkerboard:load_adapter"))
for name in ("idle", "busy"):
    engine.open_lane(LaneSpec(name, f"gate:{gate}", device="cpu"))
engine.submit("busy", [Sample("stuck", path)], RunParams())
witness.wait_for_state("idle", LaneState.IDLE)
witness.wait_for_state("busy", LaneState.RUNNING)
print("working", flush=True)
sys.stdin.read()
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("method", "entry"),
    [
        ("spawn", "granview.worker.lane_main:main"),
        ("forkserver", "granview.worker.lane_main:main"),
        ("spawn", "tests.helpers.bad_workers:keeps_the_interpreter"),
    ],
)
def test_no_process_stays_behind_a_kill(tmp_path: Path, gate: Path, method: str, entry: str) -> None:
    sample = picture(tmp_path, "stuck", BLUE)
    command = [sys.executable, "-c", _PARENT, method, entry, str(gate), sample.path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"working\n"
        children = psutil.Process(parent.pid).children(recursive=True)
        assert len([child for child in children if child.is_running()]) >= 2
        os.kill(parent.pid, signal.SIGKILL)
    _, left = psutil.wait_procs(children, timeout=10)
    assert not left


@pytest.mark.slow
def test_a_program_that_simply_ends_leaves_nothing(tmp_path: Path, gate: Path) -> None:
    sample = picture(tmp_path, "stuck", BLUE)
    command = [sys.executable, "-c", _PARENT, "spawn", "granview.worker.lane_main:main", str(gate), sample.path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        assert parent.stdin is not None
        assert parent.stdout.readline() == b"working\n"
        children = psutil.Process(parent.pid).children(recursive=True)
        parent.stdin.close()
        assert parent.wait(20) == 0
    _, left = psutil.wait_procs(children, timeout=10)
    assert not left


_WITH_FORK_SERVER = """
from granview.engine.process_start import start_context

start_context("forkserver")
print("started", flush=True)
input()
"""


def test_the_fork_server_does_not_finish_its_imports_after_a_kill() -> None:
    command = [sys.executable, "-c", _WITH_FORK_SERVER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"started\n"
        server = _fork_server(psutil.Process(parent.pid))
        os.kill(parent.pid, signal.SIGKILL)
    while server.is_running() and server.status() != psutil.STATUS_ZOMBIE:
        assert not any("libtorch" in mapped.path for mapped in _maps(server))


def _fork_server(parent: psutil.Process) -> psutil.Process:
    """The child that has become the server: until it has, it is a copy of its parent by name."""
    while parent.is_running():
        for child in parent.children(recursive=True):
            with suppress(psutil.NoSuchProcess):
                if "forkserver" in " ".join(child.cmdline()):
                    return child
    raise AssertionError("the parent ended before its server began")


def _maps(process: psutil.Process) -> list[Any]:
    """The files that a process has mapped; none of one that ended meanwhile."""
    try:
        return process.memory_maps()
    except (psutil.NoSuchProcess, OSError):
        return []
