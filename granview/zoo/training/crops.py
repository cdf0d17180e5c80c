"""Batches of random crops. A batch depends on the seed and the step alone, so a resumed run sees the same data."""

import numpy as np
import torch
from torch import Tensor

from granview.zoo.normalise import normalise
from granview.zoo.training.pool import Pool


def draw_batch(pool: Pool, seed: int, step: int, batch_size: int, crop_px: int) -> tuple[Tensor, Tensor]:
    """Draws crops, mirrored at random (and turned upside down where the scene allows).

    Returns:
        Normalised images (N, 3, crop, crop) float32 and labels (N, crop, crop) int64.
    """
    rng = np.random.default_rng((seed, step))
    count, height, width = pool.labels.shape
    images = np.empty((batch_size, crop_px, crop_px, 3), np.uint8)
    labels = np.empty((batch_size, crop_px, crop_px), np.uint8)
    for slot, index in enumerate(rng.integers(0, count, batch_size)):
        y, x = rng.integers(0, height - crop_px + 1), rng.integers(0, width - crop_px + 1)
        window = (index, slice(y, y + crop_px), slice(x, x + crop_px))
        mirror = slice(None, None, int(rng.choice((-1, 1))))
        turn = slice(None, None, int(rng.choice((-1, 1))) if pool.flippable[index] else 1)
        images[slot] = pool.images[window][turn, mirror]
        labels[slot] = pool.labels[window][turn, mirror]
    return normalise(images), torch.from_numpy(labels.astype(np.int64))
