"""Small data sets in COCO's format, made by hand."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

CATEGORIES = [{"id": 7, "name": "cell"}, {"id": 90, "name": "nucleus", "supercategory": "part"}]
SIZE = (40, 60)
"""(height, width) of every picture."""


def marked(image_id: int, **what: Any) -> dict[str, Any]:
    """An annotation of a cell that is no crowd."""
    return {"image_id": image_id, "category_id": 7, "iscrowd": 0, **what}


def square(left: float, top: float, side: float) -> list[float]:
    """A polygon."""
    return [left, top, left + side, top, left + side, top + side, left, top + side]


def write_coco(path: Path, annotations: list[dict[str, Any]], names: tuple[str, ...] = ("a.png", "b.png")) -> Path:
    """A file about pictures with the ids 1, 2, …; annotations are numbered from 1."""
    document = {
        "info": {"year": 2017},
        "images": [
            {"id": place + 1, "file_name": name, "height": SIZE[0], "width": SIZE[1]}
            for place, name in enumerate(names)
        ],
        "annotations": [{"id": place + 1, **one} for place, one in enumerate(annotations)],
        "categories": CATEGORIES,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document))
    return path


def write_pictures(folder: Path, *names: str) -> list[Path]:
    """Grey pictures of the size."""
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.full(SIZE, 90, np.uint8)).save(path)
    return paths
