"""Batches of random crops. A batch depends on the seed and the step alone, so a resumed run sees the same data."""

import numpy as np
import torch
from torch import Tensor

from granview.zoo.normalise import normalise
from granview.zoo.scenes.scene import LabelArray
from granview.zoo.training.pool import Pool

CENTRED_SHARE = 0.5
"""Share of crops that are placed on a class drawn at random, so that rare classes are seen often."""


def _corner(rng: np.random.Generator, labels: LabelArray, crop_px: int) -> tuple[int, int]:
    """Upper left corner (y, x) of a crop: anywhere, or half of the time about a pixel of a class drawn at random."""
    height, width = labels.shape
    y, x = (int(rng.integers(0, side - crop_px + 1)) for side in (height, width))
    if rng.random() < CENTRED_SHARE:
        present = np.flatnonzero(np.bincount(labels.ravel()))
        places = np.flatnonzero(labels == rng.choice(present))
        row, column = divmod(int(rng.choice(places)), width)
        y = int(np.clip(row - rng.integers(0, crop_px), 0, height - crop_px))
        x = int(np.clip(column - rng.integers(0, crop_px), 0, width - crop_px))
    return y, x


def draw_batch(pool: Pool, seed: int, step: int, batch_size: int, crop_px: int) -> tuple[Tensor, Tensor]:
    """Draws crops, mirrored at random (and turned upside down where the scene allows).

    Returns:
        Normalised images (N, 3, crop, crop) float32 and labels (N, crop, crop) int64.
    """
    rng = np.random.default_rng((seed, step))
    images = np.empty((batch_size, crop_px, crop_px, 3), np.uint8)
    labels = np.empty((batch_size, crop_px, crop_px), np.uint8)
    for slot, index in enumerate(rng.integers(0, len(pool.labels), batch_size)):
        y, x = _corner(rng, pool.labels[index], crop_px)
        window = (index, slice(y, y + crop_px), slice(x, x + crop_px))
        mirror = slice(None, None, int(rng.choice((-1, 1))))
        turn = slice(None, None, int(rng.choice((-1, 1))) if pool.flippable[index] else 1)
        images[slot] = pool.images[window][turn, mirror]
        labels[slot] = pool.labels[window][turn, mirror]
    return normalise(images), torch.from_numpy(labels.astype(np.int64))
