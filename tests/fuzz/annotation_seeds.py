"""Whole files of tools of annotation, each about one picture of 32 x 24 px that lies beside it."""

import io
import json
from pathlib import Path

import numpy as np
from PIL import Image

from tests.fuzz.seeds import Seed

_SQUARE = [[2, 2], [12, 2], [12, 12], [2, 12]]
_FLAT = [each for point in _SQUARE for each in point]


def _beside(folder: Path) -> Path:
    home = folder / "pictures"
    home.mkdir(exist_ok=True)
    Image.fromarray(np.zeros((24, 32, 3), np.uint8)).save(home / "a.png")
    return home


def marks(folder: Path) -> list[Seed]:
    """Files in JSON: labelme, Label Studio, QuPath, COCO."""
    home = _beside(folder)
    kinds = {"polygon": _SQUARE, "rectangle": _SQUARE[::2], "circle": [[9, 9], [9, 4]], "point": [[1, 1]]}
    shapes = [{"label": kind, "points": points, "shape_type": kind, "group_id": 1} for kind, points in kinds.items()]
    labelme = {"version": "5", "shapes": shapes, "imagePath": "a.png", "imageHeight": 24, "imageWidth": 32}
    sizes = {"original_width": 32, "original_height": 24}
    values = {
        "rectanglelabels": {"x": 10, "y": 10, "width": 30, "height": 40, "rotation": 5},
        "polygonlabels": {"points": _SQUARE},
        "brushlabels": {"format": "rle", "rle": [0, 0, 12, 0, 57, 35, 63, 255, 128, 0]},
        "choices": {"choices": ["good"]},
    }
    result = [{"type": kind, "value": value | {kind: ["x"]}, **sizes} for kind, value in values.items()]
    tasks = [{"id": 1, "data": {"image": "/data/0a1b2c3d-a.png"}, "annotations": [{"result": result}]}]
    geometry = {"type": "MultiPolygon", "coordinates": [[_SQUARE, [[4, 4], [6, 4], [6, 6]]], [_SQUARE]]}
    named = {"classification": {"name": "Tumor"}}
    slide = {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": geometry, "properties": named}]}
    entry = {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "segmentation": [_FLAT], "iscrowd": 0}
    coco = {
        "images": [{"id": 1, "file_name": "a.png", "height": 24, "width": 32}],
        "annotations": [entry, entry | {"segmentation": {"size": [24, 32], "counts": [700, 68]}}],
        "categories": [{"id": 1, "name": "cell"}],
    }
    written = {"a.json": labelme, "export.json": tasks, "a.geojson": slide, "instances.json": coco}
    return [Seed(name, json.dumps(value).encode(), home) for name, value in written.items()]


def marked_lines(folder: Path) -> list[Seed]:
    """Files that are no JSON: CVAT's XML, YOLO's lines."""
    home = _beside(folder)
    drawn = (
        '<box label="a" xtl="1" ytl="2" xbr="9" ybr="8" rotation="3"/>\n<polygon label="a" points="1,1;9,1;9,9"/>\n'
        '<mask label="b" rle="2, 1, 1, 4, 4" left="1" top="2" width="4" height="3"/>\n<tag label="c"/>\n'
    )
    image = f'<image id="0" name="a.png" width="32" height="24">\n{drawn}</image>'
    cvat = f"<?xml version='1.0'?>\n<annotations><version>1.1</version><meta></meta>\n{image}\n</annotations>"
    yolo = "0 0.5 0.5 0.2 0.3\n1 0.1 0.1 0.4 0.1 0.4 0.6\n"
    return [Seed("annotations.xml", cvat.encode(), home), Seed("a.txt", yolo.encode(), home)]


def conll_u(_: Path) -> list[Seed]:
    """Words with parts of speech, a multiword token and an empty node."""
    rows = [("1-2", "du", "_"), ("1", "de", "ADP"), ("2", "le", "DET"), ("2.1", "x", "VERB"), ("3", "pain", "NOUN")]
    lines = ["\t".join((place, form, "_", part, "_", "_", "0", "root", "_", "NER=B-X")) for place, form, part in rows]
    return [Seed("a.conllu", ("# sent_id = {}\n" + "\n".join(lines) + "\n\n").encode() * 3)]


def arrow(_: Path) -> list[Seed]:
    """A stream, as Hugging Face's ``datasets`` saves it, and a file with an index."""
    import pyarrow

    table = pyarrow.table({"text": ["one", "two", "three"] * 5, "label": [0, 1, 2] * 5, "tags": [["x"], [], ["y"]] * 5})
    seeds = []
    for name, make in (("stream.arrow", pyarrow.ipc.new_stream), ("file.arrow", pyarrow.ipc.new_file)):
        sink = io.BytesIO()
        with make(sink, table.schema) as writer:
            writer.write_table(table)
        seeds.append(Seed(name, sink.getvalue()))
    return seeds
