"""The pool of training tiles: generated once, kept on disk, mapped into memory."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tqdm import tqdm

from granview.zoo.labels import Label
from granview.zoo.scenes import DOMAINS, make_scene
from granview.zoo.scenes.scene import ImageArray, LabelArray, OwnerArray, Scene
from granview.zoo.seeds import SCENE_HEIGHT, SCENE_WIDTH, SINGLE_TRAIN_SEEDS, TILED_TRAIN_SEEDS

LAST = "kinds.npy"
"""Written when all else is."""


@dataclass(frozen=True)
class Pool:
    """Training tiles.

    Attributes:
        images: (N, H, W, 3) uint8.
        labels: (N, H, W) uint8.
        owners: (N, H, W) uint16, the object that a pixel belongs to, from 1; 0 for none.
        kinds: (N, K) uint8, class of each object by its number less one; what lies beyond the last one is 0.
        flippable: (N,) bool, whether a tile makes sense upside down.
    """

    images: ImageArray
    labels: LabelArray
    owners: OwnerArray
    kinds: LabelArray
    flippable: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]"


def _tiles(scene: Scene) -> list[Scene]:
    """Cuts a scene into tiles of the pool's size."""
    height, width = scene.labels.shape
    corners = [(y, x) for y in range(0, height, SCENE_HEIGHT) for x in range(0, width, SCENE_WIDTH)]
    windows = [(slice(y, y + SCENE_HEIGHT), slice(x, x + SCENE_WIDTH)) for y, x in corners]
    return [scene.window(*window) for window in windows]


def _jobs() -> list[tuple[str, int, int]]:
    """Domain, seed and scale of every scene of the pool."""
    singles = [(domain, seed, 1) for domain in DOMAINS for seed in SINGLE_TRAIN_SEEDS]
    return singles + [(domain, seed, 2) for domain in DOMAINS for seed in TILED_TRAIN_SEEDS]


def _generate(folder: Path) -> None:
    """Writes the pool's arrays; the last file's presence says that all are complete."""
    jobs = _jobs()
    count = sum(scale * scale for _, _, scale in jobs)
    shape = (count, SCENE_HEIGHT, SCENE_WIDTH)
    folder.mkdir(parents=True, exist_ok=True)
    images = np.lib.format.open_memmap(folder / "images.npy", "w+", np.uint8, (*shape, 3))
    labels = np.lib.format.open_memmap(folder / "labels.npy", "w+", np.uint8, shape)
    owners = np.lib.format.open_memmap(folder / "owners.npy", "w+", np.uint16, shape)
    flippable: list[bool] = []
    kinds: list[tuple[Label, ...]] = []
    for domain, seed, scale in tqdm(jobs, desc="scenes", unit="scene"):
        for tile in _tiles(make_scene(domain, seed, SCENE_HEIGHT * scale, SCENE_WIDTH * scale)):
            index = len(flippable)
            images[index], labels[index], owners[index] = tile.image, tile.labels, tile.owners
            kinds.append(tile.kinds)
            flippable.append(domain != "road")
    images.flush()
    labels.flush()
    owners.flush()
    np.save(folder / "flippable.npy", np.array(flippable))
    with (folder / "kinds.tmp").open("wb") as stream:
        np.save(stream, padded_kinds(kinds))
    (folder / "kinds.tmp").replace(folder / LAST)


def padded_kinds(kinds: list[tuple[Label, ...]]) -> LabelArray:
    """The classes of all tiles' objects as one array (N, K) uint8, 0 beyond a tile's last object."""
    padded = np.zeros((len(kinds), max(map(len, kinds))), np.uint8)
    for row, each in zip(padded, kinds, strict=True):
        row[: len(each)] = each
    return padded


def pool_words() -> str:
    """The training data in words."""
    single, tiled = SINGLE_TRAIN_SEEDS, TILED_TRAIN_SEEDS
    return (
        f"procedural scenes of {', '.join(DOMAINS)}; per domain {len(single)} of {SCENE_WIDTH}x{SCENE_HEIGHT} px "
        f"(seeds {single.start} to {single.stop - 1}) and {len(tiled)} of {2 * SCENE_WIDTH}x{2 * SCENE_HEIGHT} px "
        f"(seeds {tiled.start} to {tiled.stop - 1}); crops mirrored at random"
    )


def open_pool(folder: Path) -> Pool:
    """Opens the pool in a folder, generating it first where it is not complete (about 3 GB, about three minutes)."""
    if not (folder / LAST).exists():
        _generate(folder)
    return Pool(
        images=np.load(folder / "images.npy", mmap_mode="r"),
        labels=np.load(folder / "labels.npy", mmap_mode="r"),
        owners=np.load(folder / "owners.npy", mmap_mode="r"),
        kinds=np.load(folder / LAST),
        flippable=np.load(folder / "flippable.npy"),
    )
