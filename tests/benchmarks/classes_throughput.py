"""512 images of 256x256 through a ResNet of 50's shape with 1,000 classes: GranView, a hand-written loop, the pipeline.

All three read the same PNG files, with the same processor, batch size and torch's default threads, by turns, as in
``throughput``. ``GRANVIEW_BENCHMARK_IMAGES`` asks for fewer images.
"""

import os
import statistics
import tempfile
from pathlib import Path

from granview.core.lane import LaneSpec
from tests.benchmarks.row import Row
from tests.benchmarks.segformer import save_images
from tests.benchmarks.timed_runs import lane_s, program_s

IMAGES, ROUNDS, BATCH = int(os.environ.get("GRANVIEW_BENCHMARK_IMAGES", "512")), 3, 8
TITLE = f"Classification, {IMAGES} images of 256x256, ResNet-50 shape, 1,000 classes, batches of {BATCH}"


def save_model(folder: Path) -> Path:
    """Save a ResNet-50 with random weights as a Hugging Face folder; pictures are resized to 224x224."""
    import torch
    from transformers import ResNetConfig, ResNetForImageClassification, ViTImageProcessor

    torch.manual_seed(0)
    ResNetForImageClassification(ResNetConfig(num_labels=1000)).eval().save_pretrained(folder)
    ViTImageProcessor(size={"height": 224, "width": 224}).save_pretrained(folder)
    return folder


def measure() -> list[Row]:
    """Rows of images per second; ratios are against the hand-written loop."""
    with tempfile.TemporaryDirectory() as name:
        model, images = save_model(Path(name) / "model"), Path(name) / "images"
        save_images(images, IMAGES, 256)
        lane = LaneSpec("resnet", str(model), device="cpu", batch_size=BATCH, task="image-classification")
        rounds = [
            (
                program_s("bare_classes", "loop", model, images, BATCH),
                lane_s(lane, images, IMAGES),
                program_s("bare_classes", "pipeline", model, images, BATCH),
            )
            for _ in range(ROUNDS)
        ]
    loop, ours, pipeline = (statistics.median(one[place] for one in rounds) for place in range(3))
    ratio = statistics.median(one[0] / one[1] for one in rounds)
    beside = statistics.median(one[0] / one[2] for one in rounds)
    return [
        Row("hand-written loop", _rate(loop), 1.0),
        Row("GranView", _rate(ours), ratio, "at least 0.95"),
        Row("transformers' pipeline", _rate(pipeline), beside),
    ]


def _rate(seconds: float) -> str:
    return f"{IMAGES / seconds:.2f} images/s"
