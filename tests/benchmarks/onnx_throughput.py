"""64 images of 512x512 through unet-small as an ONNX file: GranView, and a hand-written loop over onnxruntime.

Both read the same PNG files and end with label maps of their size in memory; GranView's are committed to a session
besides. Batches of one, onnxruntime's threads as many as cores; loading is left out of both.
"""

import statistics
import tempfile
import warnings
from pathlib import Path

from granview.core.lane import LaneSpec
from tests.benchmarks.row import Row
from tests.benchmarks.segformer import save_images
from tests.benchmarks.timed_runs import lane_s, program_s

TITLE = "An ONNX file, 64 images of 512x512, U-Net of 0.49 M parameters"
IMAGES, ROUNDS = 64, 3


def measure() -> list[Row]:
    """Rows of images per second; the ratio is against the hand-written loop."""
    with tempfile.TemporaryDirectory() as name:
        model, images = save_network(Path(name) / "net.onnx"), Path(name) / "images"
        save_images(images, IMAGES)
        lane = LaneSpec("unet", str(model), device="cpu")
        rounds = [(program_s("bare_onnx", model, images), lane_s(lane, images, IMAGES)) for _ in range(ROUNDS)]
    loop, ours = (statistics.median(pair[place] for pair in rounds) for place in (0, 1))
    ratio = statistics.median(theirs / own for theirs, own in rounds)
    return [
        Row("hand-written loop over onnxruntime", f"{IMAGES / loop:.2f} images/s", 1.0),
        Row("GranView", f"{IMAGES / ours:.2f} images/s", ratio, "at least 0.95"),
    ]


def save_network(path: Path) -> Path:
    """The zoo's small U-Net as an ONNX file, with its description."""
    import torch

    from granview.core.exported_model import Description, InputDescription, OutputDescription
    from granview.core.resources import embedded_model
    from granview.io.exported.description_file import write_description
    from granview.zoo.build import load_zoo_model

    network, config = load_zoo_model(embedded_model("unet-small"))
    with warnings.catch_warnings(action="ignore"):
        torch.onnx.export(
            network.eval(), (torch.rand(1, 3, 512, 512),), path, input_names=["pixels"], output_names=["logits"],
            dynamo=True, verbose=False, external_data=False,
        )  # fmt: skip
    classes = tuple(label.name for label in config.labels)
    how = InputDescription("pixels", (512, 512), 1, "stretch", mean=config.mean, std=config.std)
    write_description(path, Description("image-segmentation", OutputDescription("logits", ("logits",), classes), how))
    return path
