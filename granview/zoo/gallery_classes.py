"""Writes the gallery of crops of defects, one folder per kind, from seeds that training never saw."""

from pathlib import Path
from typing import Final

from PIL import Image

from granview.zoo.defects.crop import make_crop
from granview.zoo.defects.kinds import Kind
from granview.zoo.defects.seeds import GALLERY_SEEDS
from granview.zoo.gallery import GalleryEntry, write_sources

_HEAD: Final = (
    "# Sources of the gallery of classes",
    "",
    "Crops of defects are drawn by `python -m granview.zoo gallery-classes`; the folder that a crop lies in is the",
    "kind of its defect, as in torchvision's `ImageFolder`.",
)


def _entry(kind: Kind, number: int, seed: int) -> GalleryEntry:
    """What is to be known of one crop."""
    return GalleryEntry(
        file=f"{kind.label}/{kind.label}-{number}.png",
        kind="crop",
        domain="surface",
        reference=None,
        title=f"{kind.label.replace('-', ' ').capitalize()} {number}",
        source=f"drawn by granview.zoo, seed {seed}",
        licence="Apache-2.0",
        author="The GranView authors",
    )


def write_crops(folder: Path) -> tuple[GalleryEntry, ...]:
    """Draws the crops of all kinds and writes `SOURCES.md`; no `gallery.json`, as the folders are the references."""
    entries = []
    for kind in Kind:
        (folder / kind.label).mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(GALLERY_SEEDS, start=1):
            entry = _entry(kind, number, seed)
            Image.fromarray(make_crop(kind, seed).image).save(folder / entry.file, optimize=True)
            entries.append(entry)
    write_sources(folder, tuple(entries), _HEAD)
    return tuple(entries)
