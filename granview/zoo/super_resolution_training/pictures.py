"""What the networks are trained and measured on: photographs and scenes, none of them for both."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from granview.zoo.scenes import DOMAINS, make_scene
from granview.zoo.scenes.scene import ImageArray
from granview.zoo.seeds import SCENE_HEIGHT, SCENE_WIDTH, SINGLE_TRAIN_SEEDS, TEST_SEEDS

TRAIN_PHOTOS: Final = (
    "skimage/data/astronaut.png",
    "skimage/data/camera.png",
    "skimage/data/coffee.png",
    "skimage/data/coins.png",
    "skimage/data/grass.png",
    "skimage/data/hubble_deep_field.jpg",
    "sklearn/datasets/images/flower.jpg",
)
"""In the public domain, CC0, without known copyright restrictions, or (flower.jpg, by vultilion) CC BY 2.0."""
TRAIN_SCENES, TEST_SCENES = 24, 4
"""Scenes of each domain."""


def read_rgb(path: Path) -> ImageArray:
    """A picture file as (H, W, 3) uint8."""
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def _installed(path: str) -> Path:
    """Where a file of an installed package lies.

    Raises:
        FileNotFoundError: The package is not installed; it comes with the development tools.
    """
    package, _, within = path.partition("/")
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"{path} comes with scikit-image or scikit-learn, which is not installed.")
    return Path(spec.origin).parent / within


def training_photos() -> Iterator[ImageArray]:
    """The photographs that come with scikit-image and scikit-learn and are not in the gallery."""
    return (read_rgb(_installed(path)) for path in TRAIN_PHOTOS)


def _scenes(seeds: range) -> Iterator[ImageArray]:
    return (make_scene(domain, seed, SCENE_HEIGHT, SCENE_WIDTH).image for domain in DOMAINS for seed in seeds)


def training_scenes() -> Iterator[ImageArray]:
    """The first training scenes of every domain."""
    return _scenes(SINGLE_TRAIN_SEEDS[:TRAIN_SCENES])


def unseen_scenes() -> Iterator[ImageArray]:
    """The first test scenes of every domain."""
    return _scenes(TEST_SEEDS[:TEST_SCENES])
