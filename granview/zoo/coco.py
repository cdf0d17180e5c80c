"""The objects of scenes in the COCO format (https://cocodataset.org/#format-data), masks run-length encoded."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core import rle
from granview.zoo.scenes.objects import find_instances
from granview.zoo.scenes.scene import Scene
from granview.zoo.things import CLASS_OF

LICENCE = 1
"""Number of the scenes' licence in the file."""


def encoded(mask: NDArray[np.bool_]) -> dict[str, Any]:
    """A mask (H, W) bool as COCO writes it: ``size`` (height, width) and compressed ``counts``."""
    code = rle.encode(mask)
    return {"size": list(code.size), "counts": code.counts.decode("ascii")}


def coco_dataset(scenes: Iterable[tuple[str, Scene]]) -> dict[str, Any]:
    """The objects of scenes, given with their file names, as the contents of a COCO file of instances.

    Pictures and objects are numbered from 1. ``area`` is that of the mask, and no object is a crowd.
    """
    images: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    for number, (file_name, scene) in enumerate(scenes, start=1):
        height, width = scene.labels.shape
        size = {"height": height, "width": width}
        images.append({"id": number, "file_name": file_name, **size, "license": LICENCE})
        annotations += _annotations(scene, number, len(annotations) + 1)
    categories = [{"id": number, "name": label.name.lower()} for label, number in CLASS_OF.items()]
    return {
        "info": {"description": "Objects of the scenes that granview.zoo draws"},
        "licenses": [{"id": LICENCE, "name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0"}],
        "images": images,
        "annotations": annotations,
        "categories": categories,
    }


def _annotations(scene: Scene, image_id: int, first: int) -> list[dict[str, Any]]:
    """The objects of one scene, numbered from `first`."""
    found = []
    for number, instance in enumerate(find_instances(scene), start=first):
        left, top, right, bottom = instance.box_xyxy
        found.append(
            {
                "id": number,
                "image_id": image_id,
                "category_id": CLASS_OF[instance.label],
                "bbox": [left, top, right - left, bottom - top],
                "area": instance.area_px,
                "iscrowd": 0,
                "segmentation": encoded(instance.mask),
            }
        )
    return found


def write_coco(path: Path, dataset: dict[str, Any]) -> None:
    """Writes a COCO file, one object to a line."""
    encoder = msgspec.json.Encoder()
    lines = ",\n".join(encoder.encode(each).decode() for each in dataset["annotations"])
    head = encoder.encode({name: part for name, part in dataset.items() if name != "annotations"}).decode()
    path.write_text(f'{head[:-1]},"annotations":[\n{lines}\n]}}\n', encoding="utf-8")
