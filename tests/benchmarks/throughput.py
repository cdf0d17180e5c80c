"""64 images of 512x512 through a SegFormer of b0's shape with 150 classes: GranView, a hand-written loop, the pipeline.

All three read the same PNG files, with the same processor, batch size and torch's default threads. GranView's
time runs from the model being loaded to the last result being committed, its warm-up pass included; theirs from a
model that is loaded and warm to the last label map in memory.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from granview.api.inputs import find_inputs
from granview.api.running import run_lanes
from granview.core.events import Event, LaneReady, ResultArrived
from granview.core.lane import LaneSpec
from granview.core.messages import RunParams
from granview.store.session import Session
from tests.benchmarks.row import Row
from tests.benchmarks.segformer import save_images, save_model

TITLE = "Throughput, 64 images of 512x512, SegFormer-b0 shape, 150 classes"
IMAGES, ROUNDS = 64, 3


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


def measure(batch_sizes: Sequence[int] = (1, 4)) -> list[Row]:
    """Rows of images per second for each batch size; ratios are against the hand-written loop."""
    with tempfile.TemporaryDirectory() as name:
        model, images = save_model(Path(name) / "model"), Path(name) / "images"
        save_images(images, IMAGES)
        rows: list[Row] = []
        for batch_size in batch_sizes:
            rows += _rows(model, images, batch_size)
        return rows


def _rows(model: Path, images: Path, batch_size: int) -> list[Row]:
    rounds = [
        (_bare("loop", model, images, batch_size), _ours(model, images, batch_size)) for _ in range(ROUNDS)
    ]  # by turns, so that a machine that slows down slows both
    loop = statistics.median(pair[0] for pair in rounds)
    ours = statistics.median(pair[1] for pair in rounds)
    ratio = statistics.median(pair[0] / pair[1] for pair in rounds)
    pipeline = _bare("pipeline", model, images, batch_size)
    return [
        Row(f"hand-written loop, batch {batch_size}", _rate(loop), 1.0),
        Row(f"GranView, batch {batch_size}", _rate(ours), ratio, "at least 0.95"),
        Row(f"transformers' pipeline, batch {batch_size}", _rate(pipeline), loop / pipeline),
    ]


def _rate(seconds: float) -> str:
    return f"{IMAGES / seconds:.2f} images/s"


def _bare(way: str, model: Path, images: Path, batch_size: int) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.bare_loop", way, str(model), str(images), str(batch_size)]
    answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
    return float(answer.stdout.split()[-1])


def _ours(model: Path, images: Path, batch_size: int) -> float:
    clock = _Clock()
    lane = LaneSpec("segformer", str(model), device="cpu", batch_size=batch_size)
    with tempfile.TemporaryDirectory() as name, Session.create(Path(name) / "run.granview") as session:
        run_lanes(session, [lane], find_inputs([images], []), RunParams(), clock.listen)
    if clock.results != IMAGES:
        raise RuntimeError(f"{clock.results} of {IMAGES} images were answered")
    return clock.last_s - clock.ready_s
