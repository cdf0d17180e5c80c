"""Writes the gallery of pairs: unseen photographs and scenes, and what a stated degradation leaves of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PIL import Image

from granview.core.resources import resource_path
from granview.zoo.gallery import TITLES, Gallery, GalleryEntry, read_gallery, write_manifest
from granview.zoo.scenes import DOMAINS, make_scene
from granview.zoo.scenes.scene import ImageArray
from granview.zoo.seeds import GALLERY_SEEDS
from granview.zoo.super_resolution_training.pairs import DEGRADATION, make_pair
from granview.zoo.super_resolution_training.pictures import read_rgb

WINDOWS: Final[dict[str, tuple[int, int, int, int]]] = {
    "chelsea": (20, 100, 256, 288),
    "china": (60, 180, 256, 320),
    "gravel": (40, 60, 256, 256),
    "immunohistochemistry": (128, 128, 256, 256),
    "rocket": (60, 210, 288, 256),
}
"""What is cut out of the gallery's photographs: top, left, height and width, in pixels."""
SCENE_SIDE_PX: Final = 256
_HEAD: Final = (
    "# Sources of the gallery of pairs",
    "",
    "Written by `python -m granview.zoo gallery-restoration`. `high/` holds the pictures, `low/` the same ones of half",
    f"the width and height: {DEGRADATION}.",
    "Photographs are cut from those of the gallery of pictures, which name their sources. No network of the zoo was",
    "trained on any of these pictures.",
)


def _photos() -> Iterator[tuple[ImageArray, GalleryEntry]]:
    """Windows of the gallery's photographs, with the manifest's lines."""
    gallery = resource_path("gallery")
    known = {Path(entry.file).stem: entry for entry in read_gallery(gallery).entries if entry.kind == "photo"}
    for name, (top, left, height, width) in WINDOWS.items():
        photo = known[name]
        window = read_rgb(gallery / photo.file)[top : top + height, left : left + width]
        source = f"cut from `gallery/{photo.file}` at ({left}, {top}); {photo.source}"
        yield window, _entry(name, photo.title, source, photo.licence, photo.author, None)


def _scenes() -> Iterator[tuple[ImageArray, GalleryEntry]]:
    """One scene of each domain, with the manifest's lines."""
    seed = GALLERY_SEEDS[0]
    for domain in DOMAINS:
        image = make_scene(domain, seed, SCENE_SIDE_PX, SCENE_SIDE_PX).image
        source = f"drawn by granview.zoo, seed {seed}"
        yield image, _entry(domain, TITLES[domain], source, "Apache-2.0", "The GranView authors", domain)


def _entry(name: str, title: str, source: str, licence: str, author: str, domain: str | None) -> GalleryEntry:
    return GalleryEntry(f"low/{name}.png", "pair", domain, f"high/{name}.png", title, source, licence, author)


def write_pairs(folder: Path) -> Gallery:
    """Cuts and draws the pictures and halves them; writes `gallery.json` and `SOURCES.md`."""
    for name in ("low", "high"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    entries = []
    for image, entry in (*_photos(), *_scenes()):
        pair = make_pair(image)
        Image.fromarray(pair.low).save(folder / entry.file, optimize=True)
        Image.fromarray(pair.high).save(folder / str(entry.reference), optimize=True)
        entries.append(entry)
    return write_manifest(folder, tuple(entries), _HEAD)
