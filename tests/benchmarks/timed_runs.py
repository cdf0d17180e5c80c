"""Runs that throughput is taken from: GranView's own, from the model being loaded, and a program that tells its own."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from granview.api.compare_models import run_lanes
from granview.api.inputs import find_inputs
from granview.core.events import Event, LaneReady, ResultArrived
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.store.session import Session


class _Clock:
    """Notes when the lane was ready and when the last result came."""

    def __init__(self) -> None:
        self.ready_s = self.last_s = 0.0
        self.results = 0

    def listen(self, events: Sequence[Event]) -> None:
        for event in events:
            if isinstance(event, LaneReady):
                self.ready_s = time.perf_counter()
            elif isinstance(event, ResultArrived):
                self.results += 1
                self.last_s = time.perf_counter()


def lane_s(lane: LaneSpec, inputs: Path, count: int) -> float:
    """Seconds from a lane's model being loaded to its last result being committed, its warm-up pass included.

    Raises:
        RuntimeError: not all samples were answered.
    """
    clock = _Clock()
    with tempfile.TemporaryDirectory() as name, Session.create(Path(name) / "run.granview") as session:
        run_lanes(session, [lane], find_inputs([inputs], []), RunParams(), clock.listen)
    if clock.results != count:
        raise RuntimeError(f"{clock.results} of {count} samples were answered")
    return clock.last_s - clock.ready_s


def program_s(module: str, *arguments: object) -> float:
    """Seconds that a program of this package prints last of all."""
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *map(str, arguments)]
    answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
    return float(answer.stdout.split()[-1])
