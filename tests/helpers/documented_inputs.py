"""What documented commands speak of (``scans/``, ``letters.txt``, ``./my-t5``), made from the galleries and the zoo."""

import argparse
import csv
import json
import shutil
from pathlib import Path

import numpy as np
import tifffile
from PIL import Image

from granview.cli import main
from granview.core.resources import resource_path
from granview.io.output_names import SESSION_NAME
from tests.helpers.data_sets import write_mmsegmentation
from tests.helpers.exported_networks import save_convolution
from tests.helpers.ladder_lanes import ladder_session
from tests.helpers.scored import write_files
from tests.helpers.session_pairs import lanes_session
from tests.helpers.tiny_prompted import save_prompted

SCENES = ("cells-01", "cells-02")
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"})
LOCAL_MODELS = {
    "": "unet-nano",
    "image-segmentation": "unet-nano",
    "text-classification": "sentiment-nano",
    "token-classification": "ner-nano",
    "summarization": "code-nano",
    "translation": "code-nano",
    "text-generation": "code-nano",
    "text2text-generation": "code-nano",
}
"""Which model of the zoo a folder of a model is a copy of, by the task that it is run for."""


def make_inputs(options: argparse.Namespace) -> None:
    """Make, in the current folder, every file and folder that a parsed command reads and that is not there."""
    for source in getattr(options, "model", []):
        path, _, _ = source.partition(",")
        if path.startswith("saved:"):
            make_predictions(Path(path.removeprefix("saved:")))
        elif "/" in path and ":" not in path:
            copy_model(Path(path), options.task)
    for folder in getattr(options, "folder", []):
        copy_model(folder, "")
    make_compared(options)
    make_data_sets(options)
    for name in ("reference", "input", "files", "session", "file"):
        given = getattr(options, name, None) or []
        for named in given if isinstance(given, list) else [given]:
            file, address, _ = str(named).partition("[")
            path = Path(file)
            if path.exists():
                continue
            if address:
                write_pages(path)
            else:
                make_input(path, options, is_reference=name == "reference")


def make_compared(options: argparse.Namespace) -> None:
    """What commands compare that need sessions of several lanes."""
    if hasattr(options, "fail_on"):
        make_sessions(options)
    if hasattr(options, "against"):
        make_ladder(options.session)


def make_sessions(options: argparse.Namespace) -> None:
    """Two sessions of the same scenes that are as good as one another, in files or folders."""
    if not hasattr(options, "fail_on"):
        return
    lanes = [name.partition("=") for name in options.lane] or [("unet-base", "", "")]
    files = [write_files(Path("pairs"), index) for index in range(24)]
    for path, names in (
        (options.a, [first for first, _, _ in lanes]),
        (options.b, [second or first for first, _, second in lanes]),
    ):
        target = path if path.suffix else path / SESSION_NAME
        target.parent.mkdir(parents=True, exist_ok=True)
        lanes_session(target, files, dict.fromkeys(names, 1)).close()


def make_data_sets(options: argparse.Namespace) -> None:
    """Data sets where splits are chosen, or where it is asked what is understood."""
    named = getattr(options, "path", None) or (options.input if getattr(options, "split", None) else [])
    for folder in named if hasattr(options, "split") else ():
        if not folder.exists():
            write_mmsegmentation(folder, {"train": 2, "val": 2}, (0, 1))


def make_ladder(path: Path) -> None:
    """A session of three sizes of one model, in a file or a folder."""
    target = path if path.suffix else path / SESSION_NAME
    target.parent.mkdir(parents=True, exist_ok=True)
    ladder_session(target, samples=9).close()


def copy_model(folder: Path, task: str) -> None:
    """A folder of a model, as ``save_pretrained`` or the zoo writes them."""
    if folder.exists():
        return
    if task == "mask-generation":
        save_prompted("sam2" if "sam2" in folder.name else "sam", folder)
    else:
        shutil.copytree(resource_path("zoo", LOCAL_MODELS[task]), folder)


def make_predictions(path: Path) -> None:
    """What another program might have saved of the scenes: masks, or COCO's results."""
    if path.suffix == ".json":
        truth = json.loads(resource_path("gallery", "references", "instances.json").read_text(encoding="utf-8"))
        kept = ("image_id", "category_id", "bbox", "segmentation")
        results = [{name: each[name] for name in kept} | {"score": 0.9} for each in truth["annotations"]]
        path.write_text(json.dumps(results))
        return
    path.mkdir()
    for name in SCENES:
        write_picture(path / f"{name}.png", name, True, [0, 1])


def make_input(path: Path, options: argparse.Namespace, is_reference: bool) -> None:
    """One file or folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    values = [int(pair.split("=")[0]) for pair in getattr(options, "mask_values", []) if pair[:1].isdigit()]
    if not path.suffix:
        path.mkdir()
        for name in SCENES:
            write_picture(path / f"{name}.png", name, is_reference, values)
    elif path.suffix in PICTURES:
        write_picture(path, SCENES[0], is_reference or path.stem.endswith("_mask"), values)
    else:
        WRITERS[path.suffix](path, options)


def write_pages(path: Path) -> None:
    """Two channels of five slices where it is OME-TIFF, else ten pages; those of a slide are wide."""
    rng = np.random.default_rng(0)
    if path.name.endswith(".ome.tif"):
        stack = rng.integers(0, 255, (5, 2, 64, 64), np.uint8)
        tifffile.imwrite(path, stack, metadata={"axes": "ZCYX", "Channel": {"Name": ["DAPI", "GFP"]}})
    else:
        sides = (512, 1536) if path.stem == "slide" else (64, 64)
        tifffile.imwrite(path, rng.integers(0, 255, (10, *sides), np.uint8), photometric="minisblack")


def write_network(path: Path, options: argparse.Namespace) -> None:
    """An exported network that tells two classes of pixels apart."""
    from torch.nn import Conv2d

    save_convolution(path, Conv2d(3, 2, 3, padding=1))


def write_picture(path: Path, name: str, is_reference: bool, values: list[int]) -> None:
    """A scene of the gallery, or its reference with its classes beside it, or a mask of the values that are named."""
    home = resource_path("gallery", "references" if is_reference else "scenes")
    if is_reference and values:
        shown = np.array(values, np.uint8)
        with Image.open(home / f"{name}.png") as mask:
            Image.fromarray(shown[np.asarray(mask) % len(values)]).save(path)
        return
    with Image.open(home / f"{name}.png") as picture:
        picture.save(path)
    if is_reference:
        shutil.copy(home / "classes.json", path.parent)


def write_text(path: Path, options: argparse.Namespace) -> None:
    """Two sentences."""
    path.write_text("Geta and Marhenth are rivals.\n\nThe harbour was charming.\n")


def write_conll(path: Path, options: argparse.Namespace) -> None:
    """A sentence with two entities."""
    path.write_text("Geta B-ORG\nand O\nMarhenth B-ORG\nare O\nrivals O\n. O\n")


def write_records(path: Path, options: argparse.Namespace) -> None:
    """The first records of the gallery of the task that the command is about."""
    models = " ".join(getattr(options, "model", []))
    names = {"ner": "entities", "sentiment": "sentiment"}
    name = next((names[word] for word in names if word in models), "code")
    lines = resource_path("gallery-text", f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(lines[:3]) + "\n", encoding="utf-8")


def write_table(path: Path, options: argparse.Namespace) -> None:
    """Rated sentences, in the columns that the command names."""
    columns = dict(pair.split("=", 1) for pair in getattr(options, "columns", []) or [])
    lines = resource_path("gallery-text", "sentiment.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines[:3]]
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter="\t" if path.suffix == ".tsv" else ",")
        rows.writerow([columns.get("text", "text"), columns.get("label", "label")])
        rows.writerows([record["text"], record["label"]] for record in records)


def write_session(path: Path, options: argparse.Namespace) -> None:
    """A session of one model, with the samples that the command names."""
    names = getattr(options, "sample", None) or SCENES[:1]
    pictures = [str(resource_path("gallery", "scenes", f"{name}.png")) for name in names]
    assert main(["run", "--model", "zoo:unet-nano", "--input", *pictures, "--out", "session-of", "--quiet"]) == 0
    Path("session-of", "session.granview").rename(path)


def write_objects(path: Path, options: argparse.Namespace) -> None:
    """The objects of the gallery, as COCO writes them."""
    shutil.copy(resource_path("gallery", "references", "instances.json"), path)


WRITERS = {
    ".json": write_objects,
    ".onnx": write_network,
    ".txt": write_text,
    ".md": write_text,
    ".conll": write_conll,
    ".jsonl": write_records,
    ".csv": write_table,
    ".tsv": write_table,
    ".granview": write_session,
}
"""How a file is made, by its suffix."""
