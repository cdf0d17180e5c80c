"""64 images of 512x512 through a SegFormer of b0's shape with 150 classes: GranView, a hand-written loop, the pipeline.

All three read the same PNG files, with the same processor, batch size and torch's default threads. GranView's
time runs from the model being loaded to the last result being committed, its warm-up pass included; theirs from a
model that is loaded and warm to the last label map in memory.
"""

import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

from granview.core.lane import LaneSpec
from tests.benchmarks.row import Row
from tests.benchmarks.segformer import save_images, save_model
from tests.benchmarks.timed_runs import lane_s, program_s

TITLE = "Throughput, 64 images of 512x512, SegFormer-b0 shape, 150 classes"
IMAGES, ROUNDS = 64, 3


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
    lane = LaneSpec("segformer", str(model), device="cpu", batch_size=batch_size)
    rounds = [
        (program_s("bare_loop", "loop", model, images, batch_size), lane_s(lane, images, IMAGES)) for _ in range(ROUNDS)
    ]  # by turns, so that a machine that slows down slows both
    loop = statistics.median(pair[0] for pair in rounds)
    ours = statistics.median(pair[1] for pair in rounds)
    ratio = statistics.median(pair[0] / pair[1] for pair in rounds)
    pipeline = program_s("bare_loop", "pipeline", model, images, batch_size)
    return [
        Row(f"hand-written loop, batch {batch_size}", _rate(loop), 1.0),
        Row(f"GranView, batch {batch_size}", _rate(ours), ratio, "at least 0.95"),
        Row(f"transformers' pipeline, batch {batch_size}", _rate(pipeline), loop / pipeline),
    ]


def _rate(seconds: float) -> str:
    return f"{IMAGES / seconds:.2f} images/s"
