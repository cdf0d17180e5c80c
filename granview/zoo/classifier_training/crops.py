"""The training crops: painted once, kept on disk, mapped into memory, drawn in an order that the seed fixes."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from tqdm import tqdm

from granview.zoo.defects.crop import SIDE_PX, make_crop
from granview.zoo.defects.kinds import Kind
from granview.zoo.defects.seeds import TRAIN_SEEDS
from granview.zoo.normalise import normalise
from granview.zoo.scenes.scene import ImageArray

PER_KIND = 4000


@dataclass(frozen=True)
class CropPool:
    """Training crops.

    Attributes:
        images: (N, side, side, 3) uint8.
        kinds: (N,) int64, values of `granview.zoo.defects.kinds.Kind`.
    """

    images: ImageArray
    kinds: NDArray[np.int64]


def _generate(folder: Path, per_kind: int) -> None:
    """Writes the crops; the second file's presence says that the first is complete."""
    folder.mkdir(parents=True, exist_ok=True)
    jobs = [(kind, seed) for seed in TRAIN_SEEDS[:per_kind] for kind in Kind]
    shape = (len(jobs), SIDE_PX, SIDE_PX, 3)
    images = np.lib.format.open_memmap(folder / "crops.npy", "w+", np.uint8, shape)
    for index, (kind, seed) in enumerate(tqdm(jobs, desc="crops", unit="crop", mininterval=5)):
        images[index] = make_crop(kind, seed).image
    images.flush()
    with (folder / "kinds.tmp").open("wb") as stream:
        np.save(stream, np.array([int(kind) for kind, _ in jobs]))
    (folder / "kinds.tmp").replace(folder / "kinds.npy")


def open_crops(folder: Path, per_kind: int = PER_KIND) -> CropPool:
    """Opens the crops in a folder, painting them first where they are not complete (1.3 GB, about two minutes)."""
    if not (folder / "kinds.npy").exists():
        _generate(folder, per_kind)
    return CropPool(np.load(folder / "crops.npy", mmap_mode="r"), np.load(folder / "kinds.npy"))


@lru_cache(maxsize=2)
def _order(count: int, seed: int, epoch: int) -> NDArray[np.int64]:
    """The order in which an epoch goes through the crops."""
    return np.random.default_rng((seed, epoch)).permutation(count)


def draw_crops(pool: CropPool, seed: int, step: int, batch_size: int) -> tuple[Tensor, Tensor]:
    """A batch, which depends on the seed and the step alone; every crop is seen once before any is seen twice.

    Returns:
        Normalised images (N, 3, side, side) float32 and kinds (N,) int64.
    """
    count = len(pool.kinds)
    places = np.arange(step * batch_size, (step + 1) * batch_size)
    epochs = places // count
    chosen = np.concatenate(
        [_order(count, seed, int(epoch))[places[epochs == epoch] % count] for epoch in np.unique(epochs)]
    )
    return normalise(pool.images[chosen]), torch.from_numpy(pool.kinds[chosen])
