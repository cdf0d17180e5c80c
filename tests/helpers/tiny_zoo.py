"""Detectors in the zoo's format, tiny and with random weights."""

from pathlib import Path
from typing import Final

import msgspec
import torch

from granview.zoo.build import CARD, WEIGHTS, file_sha256
from granview.zoo.config import ZooConfig
from granview.zoo.nets import build_network
from granview.zoo.normalise import MEAN, STD
from granview.zoo.things import THING_LABELS
from granview.zoo.training.folder import write_own

_BACKBONE: Final = {"widths": [8, 8, 16], "stem_stride": 2, "deeper": [16], "out_channels": 8}
_HEADS: Final = {"mask-rcnn": {"box_width": 16, "mask_layers": [8]}, "fcos": {"head_depth": 1}}
_TASKS: Final = {"mask-rcnn": "instance-segmentation", "fcos": "object-detection"}
DETECTORS: Final = tuple(_HEADS)


def save_tiny_zoo(architecture: str, folder: Path) -> str:
    """Saves a detector of the zoo in a folder of its own; the folder's path."""
    torch.manual_seed(0)
    arguments = {**_BACKBONE, **_HEADS[architecture]}
    network = build_network(architecture, len(THING_LABELS), arguments)
    config = ZooConfig(architecture, arguments, THING_LABELS, MEAN, STD, task=_TASKS[architecture])
    home = folder / architecture
    write_own(home, config, network)
    (home / CARD).write_bytes(msgspec.json.encode({"sha256": file_sha256(home / WEIGHTS)}))
    return str(home)
