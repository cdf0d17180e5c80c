"""Draws the gallery's scenes with their references from seeds that training never saw, and lists its sources."""

from pathlib import Path

import msgspec
import numpy as np
from PIL import Image

from granview.zoo.coco import coco_dataset, write_coco
from granview.zoo.config import decode_config
from granview.zoo.labels import LABELS
from granview.zoo.scenes import DOMAINS, make_scene
from granview.zoo.scenes.scene import LabelArray, Scene
from granview.zoo.seeds import GALLERY_SEEDS

MANIFEST = "gallery.json"
SOURCES = "SOURCES.md"
CLASSES = "classes.json"
INSTANCES = "instances.json"
FORMAT = "granview-gallery/1"
SMALL, SQUARE, WIDE, LARGE = (384, 512), (512, 512), (512, 768), (768, 1024)
SIZES: dict[str, tuple[tuple[int, int], ...]] = {
    "cells": (SMALL, SQUARE, SMALL, SMALL, WIDE, SMALL, SMALL, SMALL),
    "road": (SMALL, SMALL, SQUARE, SMALL, SMALL, SMALL, SMALL, LARGE),
    "surface": (SMALL, SQUARE, SMALL, SMALL, SMALL, SMALL, SMALL, LARGE),
}
"""Height and width of each scene, in pixels."""
TITLES = {"cells": "Cells under a microscope", "road": "Road scene", "surface": "Surface under inspection"}


class GalleryEntry(msgspec.Struct, frozen=True):
    """One picture of the gallery.

    Attributes:
        file: The picture, relative to the gallery.
        kind: `scene` or `photo`; in the galleries of its kin `crop` or `pair`.
        domain: A scene domain, or None for a photograph of something else.
        reference: What it is compared with, relative to the gallery: an index image with the exact labels, or the
            same picture unspoilt; None where there is none, or where the folder's name is the reference.
        title: What it shows.
        source: Where it comes from.
        licence: The terms under which it may be used.
        author: Who made it.
    """

    file: str
    kind: str
    domain: str | None
    reference: str | None
    title: str
    source: str
    licence: str
    author: str


class Gallery(msgspec.Struct, frozen=True):
    """The gallery's list of contents, `gallery.json`."""

    entries: tuple[GalleryEntry, ...]
    format: str = FORMAT


def read_gallery(folder: Path) -> Gallery:
    """Reads `gallery.json`."""
    return decode_config(folder / MANIFEST, Gallery)


def reference_image(labels: LabelArray) -> Image.Image:
    """An index image whose embedded palette holds the class colours."""
    palette = np.zeros((256, 3), np.uint8)
    palette[: len(LABELS)] = [label.color for label in LABELS]
    image = Image.fromarray(labels)
    image.putpalette(palette.tobytes(), "RGB")
    return image


def write_classes(folder: Path) -> None:
    """Writes the references' class names and colours beside them."""
    encoded = msgspec.json.encode([{"name": label.name, "color": label.color} for label in LABELS])
    (folder / "references" / CLASSES).write_bytes(msgspec.json.format(encoded, indent=2) + b"\n")


def _write_scene(folder: Path, name: str, scene: Scene) -> None:
    """Writes the picture and the reference of one scene under the same name."""
    Image.fromarray(scene.image).save(folder / "scenes" / f"{name}.png", optimize=True)
    reference_image(scene.labels).save(folder / "references" / f"{name}.png", optimize=True)


def _entry(name: str, domain: str, number: int, seed: int) -> GalleryEntry:
    """The manifest's line for one scene."""
    return GalleryEntry(
        file=f"scenes/{name}.png",
        kind="scene",
        domain=domain,
        reference=f"references/{name}.png",
        title=f"{TITLES[domain]} {number}",
        source=f"drawn by granview.zoo, seed {seed}",
        licence="Apache-2.0",
        author="The GranView authors",
    )


def write_scenes(folder: Path) -> Gallery:
    """Draws all scenes and their references; rewrites `gallery.json` and `SOURCES.md`, keeping the photographs."""
    photos = [entry for entry in read_gallery(folder).entries if entry.kind == "photo"]
    entries, scenes = [], []
    for name in ("scenes", "references"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    write_classes(folder)
    for domain in DOMAINS:
        for number, (seed, size) in enumerate(zip(GALLERY_SEEDS, SIZES[domain], strict=True), start=1):
            name = f"{domain}-{number:02d}"
            scene = make_scene(domain, seed, *size)
            _write_scene(folder, name, scene)
            scenes.append((f"{name}.png", scene))
            entries.append(_entry(name, domain, number, seed))
    write_coco(folder / "references" / INSTANCES, coco_dataset(scenes))
    return write_manifest(folder, (*entries, *photos), _HEAD)


def write_manifest(folder: Path, entries: tuple[GalleryEntry, ...], head: tuple[str, ...]) -> Gallery:
    """Writes `gallery.json` and `SOURCES.md`: what is in the gallery and whose it is."""
    gallery = Gallery(entries)
    (folder / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(gallery), indent=2) + b"\n")
    write_sources(folder, entries, head)
    return gallery


def write_sources(folder: Path, entries: tuple[GalleryEntry, ...], head: tuple[str, ...]) -> None:
    """Writes `SOURCES.md`: the lines of its head, and a table of the sources and licences of everything."""
    rows = (
        f"| `{entry.file}` | {entry.title} | {entry.author} | {entry.licence} | {entry.source} |" for entry in entries
    )
    table = ("", "| file | shows | author | licence | source |", "|---|---|---|---|---|", *rows, "")
    (folder / SOURCES).write_text("\n".join((*head, *table)), encoding="utf-8")


_HEAD = (
    "# Sources of the sample gallery",
    "",
    "Scenes are drawn by `python -m granview.zoo gallery`; each has its exact labels under `references/`, as an",
    "index image of the same name whose palette holds the class colours, and `references/instances.json` has all",
    "their objects in the COCO format, from 16 visible pixels on. Photographs are unchanged copies of files that",
    "come with scikit-image and scikit-learn; they have no reference.",
)
