"""The pool of training tiles: generated once, kept on disk, mapped into memory."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tqdm import tqdm

from granview.zoo.scenes import DOMAINS, make_scene
from granview.zoo.scenes.scene import ImageArray, LabelArray, Scene
from granview.zoo.seeds import SCENE_HEIGHT, SCENE_WIDTH, SINGLE_TRAIN_SEEDS, TILED_TRAIN_SEEDS


@dataclass(frozen=True)
class Pool:
    """Training tiles.

    Attributes:
        images: (N, H, W, 3) uint8.
        labels: (N, H, W) uint8.
        flippable: (N,) bool, whether a tile makes sense upside down.
    """

    images: ImageArray
    labels: LabelArray
    flippable: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]"


def _tiles(scene: Scene) -> list[Scene]:
    """Cuts a scene into tiles of the pool's size."""
    height, width = scene.labels.shape
    corners = [(y, x) for y in range(0, height, SCENE_HEIGHT) for x in range(0, width, SCENE_WIDTH)]
    windows = [(slice(y, y + SCENE_HEIGHT), slice(x, x + SCENE_WIDTH)) for y, x in corners]
    return [Scene(scene.image[window], scene.labels[window]) for window in windows]


def _jobs() -> list[tuple[str, int, int]]:
    """Domain, seed and scale of every scene of the pool."""
    singles = [(domain, seed, 1) for domain in DOMAINS for seed in SINGLE_TRAIN_SEEDS]
    return singles + [(domain, seed, 2) for domain in DOMAINS for seed in TILED_TRAIN_SEEDS]


def _generate(folder: Path) -> None:
    """Writes the pool's three arrays; the last file's presence says that all are complete."""
    jobs = _jobs()
    count = sum(scale * scale for _, _, scale in jobs)
    shape = (count, SCENE_HEIGHT, SCENE_WIDTH)
    folder.mkdir(parents=True, exist_ok=True)
    images = np.lib.format.open_memmap(folder / "images.npy", "w+", np.uint8, (*shape, 3))
    labels = np.lib.format.open_memmap(folder / "labels.npy", "w+", np.uint8, shape)
    flippable: list[bool] = []
    for domain, seed, scale in tqdm(jobs, desc="scenes", unit="scene"):
        for tile in _tiles(make_scene(domain, seed, SCENE_HEIGHT * scale, SCENE_WIDTH * scale)):
            images[len(flippable)], labels[len(flippable)] = tile.image, tile.labels
            flippable.append(domain != "road")
    images.flush()
    labels.flush()
    with (folder / "flippable.tmp").open("wb") as stream:
        np.save(stream, np.array(flippable))
    (folder / "flippable.tmp").replace(folder / "flippable.npy")


def open_pool(folder: Path) -> Pool:
    """Opens the pool in a folder, generating it first where it is not complete (about 2 GB, about two minutes)."""
    if not (folder / "flippable.npy").exists():
        _generate(folder)
    return Pool(
        images=np.load(folder / "images.npy", mmap_mode="r"),
        labels=np.load(folder / "labels.npy", mmap_mode="r"),
        flippable=np.load(folder / "flippable.npy"),
    )
