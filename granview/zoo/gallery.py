"""Draws the gallery's scenes with their references from seeds that training never saw."""

from pathlib import Path

import numpy as np
from PIL import Image

from granview.zoo.labels import LABELS
from granview.zoo.scenes import DOMAINS, make_scene
from granview.zoo.scenes.scene import LabelArray
from granview.zoo.seeds import GALLERY_SEEDS

SIZES = ((384, 512), (512, 512), (512, 768), (384, 512), (512, 512), (384, 512), (512, 768), (768, 1024))
"""Height and width of the scenes of one domain, in pixels."""


def _reference(labels: LabelArray) -> Image.Image:
    """An index image whose embedded palette holds the class colours."""
    palette = np.zeros((256, 3), np.uint8)
    palette[: len(LABELS)] = [label.color for label in LABELS]
    image = Image.fromarray(labels)
    image.putpalette(palette.tobytes(), "RGB")
    return image


def write_scenes(gallery: Path) -> list[str]:
    """Writes `scenes/*.png` and `references/*.png` of equal names, and returns the names without suffix."""
    scenes, references = gallery / "scenes", gallery / "references"
    scenes.mkdir(parents=True, exist_ok=True)
    references.mkdir(parents=True, exist_ok=True)
    names = []
    for domain in DOMAINS:
        for number, (seed, (height, width)) in enumerate(zip(GALLERY_SEEDS, SIZES, strict=True), start=1):
            scene, name = make_scene(domain, seed, height, width), f"{domain}-{number:02d}"
            Image.fromarray(scene.image).save(scenes / f"{name}.png", optimize=True)
            _reference(scene.labels).save(references / f"{name}.png", optimize=True)
            names.append(name)
    return names
