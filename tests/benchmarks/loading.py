"""From a lane being added to its model being there, against a plain ``from_pretrained``, and the memory of both.

The file is in the system's cache, and its hash is known from an earlier load, as it is after the first. A lane of the
same kind has been opened before, so that the fork server is there: the program has been running for a while. The plain
program has imported the same code. ``Peak memory`` is the most that the lane's process held over a pass of a text of
500 tokens, less what the process of a tiny model of the same kind holds.
"""

import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from granview.core.events import Event, LaneReady, ResultArrived, SampleFailed
from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.core.variant import Variant
from granview.engine.engine import Engine
from tests.benchmarks.large_model import save_large
from tests.benchmarks.row import Row

TITLE = "Loading, 335 million parameters, 1.34 GB of safetensors"
TASK = "text-classification"
RUNS = 5


class _Lanes:
    """An engine, and when each lane was ready or had answered."""

    def __init__(self) -> None:
        self.ready_s: dict[str, float] = {}
        self.peak_mb: dict[str, float] = {}
        self._changed = threading.Condition()
        self.engine = Engine(self._listen)

    def _listen(self, events: "tuple[Event, ...]") -> None:
        with self._changed:
            for event in events:
                if isinstance(event, LaneReady):
                    self.ready_s.setdefault(event.lane, time.perf_counter())
                elif isinstance(event, ResultArrived) and event.result.cost.peak_rss_mb is not None:
                    self.peak_mb[event.lane] = event.result.cost.peak_rss_mb
                elif isinstance(event, SampleFailed):
                    raise RuntimeError(event.failure.error)
            self._changed.notify_all()

    def load_s(self, name: str, model: Path, variant: str = "fp32") -> float:
        """Seconds from adding a lane to its model being there."""
        started = time.perf_counter()
        self.engine.open_lane(LaneSpec(name, str(model), Variant.parse(variant), "cpu", TASK))
        self._wait(lambda: name in self.ready_s)
        return self.ready_s[name] - started

    def peak(self, name: str) -> float:
        """Peak memory of a lane's process after a pass, in 10^6 bytes."""
        text = TextInput.of(" ".join(f"word{number}" for number in range(500)))
        self.engine.submit(name, [Sample("text", "", kind="text", text=text)], RunParams())
        self._wait(lambda: name in self.peak_mb)
        return self.peak_mb[name]

    def _wait(self, happened) -> None:
        with self._changed:
            if not self._changed.wait_for(happened, 600):
                raise RuntimeError("it did not happen")


@contextmanager
def _lanes() -> Iterator[_Lanes]:
    lanes = _Lanes()
    try:
        yield lanes
    finally:
        lanes.engine.shutdown()


def _plain(folder: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "tests.benchmarks.bare_load", str(folder)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
    first, second = done.stdout.split()[-2:]
    return float(first), float(second)


def measure() -> Iterator[Row]:
    """Rows of the table."""
    with tempfile.TemporaryDirectory() as home, _lanes() as lanes:
        large = save_large(Path(home) / "large")
        weights_mb = (large / "model.safetensors").stat().st_size / 1e6
        time.sleep(2.5)  # a hash is kept of a file that has not just been written
        lanes.load_s("first", large)
        lanes.engine.close_lane("first")
        ours, firsts, seconds = [], [], []
        for number in range(RUNS):
            ours.append(lanes.load_s(f"lane-{number}", large))
            first, second = _plain(large)
            firsts.append(first)
            seconds.append(second)
            if number:
                lanes.engine.close_lane(f"lane-{number}")
        first, second, lane = (statistics.median(each) for each in (firsts, seconds, ours))
        yield Row("plain from_pretrained and tokenizer, first in its program", f"{first:.2f} s", 1.0)
        yield Row("plain from_pretrained and tokenizer, second in its program", f"{second:.2f} s", second / first)
        yield Row("lane added to ready", f"{lane:.2f} s", lane / first, "at most 1.2")
        lanes.load_s("bare", Path("zoo:sentiment-nano"))
        bare = lanes.peak("bare")
        peak = lanes.peak("lane-0") - bare
        yield Row("weights", f"{weights_mb:.0f} MB", 1.0)
        yield Row("peak memory of the lane's process, fp32", f"{peak:.0f} MB", peak / weights_mb, "at most 1.1")
