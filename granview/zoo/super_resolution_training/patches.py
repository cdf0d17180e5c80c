"""Batches of aligned patches. A batch depends on the seed and the step alone."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from granview.zoo.scenes.scene import ImageArray
from granview.zoo.super_resolution_training.pairs import SCALE, Pair, make_pair
from granview.zoo.super_resolution_training.pictures import training_photos, training_scenes

PHOTO_SHARE = 0.6
"""Share of patches that are cut from photographs; the rest is cut from scenes."""


@dataclass(frozen=True)
class PairPool:
    """Training pairs: photographs and scenes."""

    photos: Sequence[Pair]
    scenes: Sequence[Pair]


def open_pairs() -> PairPool:
    """Reads the photographs and paints the scenes (some ten seconds)."""
    return PairPool(list(map(make_pair, training_photos())), list(map(make_pair, training_scenes())))


def _turned(patch: ImageArray, turns: int, mirrored: bool) -> ImageArray:
    """One of the eight symmetries of a square patch."""
    turned = np.rot90(patch, turns)
    return turned[:, ::-1] if mirrored else turned


def _as_tensor(patches: list[ImageArray]) -> Tensor:
    """(N, side, side, 3) uint8 -> (N, 3, side, side) float32 in 0..1."""
    return torch.from_numpy(np.stack(patches)).permute(0, 3, 1, 2).float() / 255


def draw_patches(pool: PairPool, seed: int, step: int, batch_size: int, patch_px: int) -> tuple[Tensor, Tensor]:
    """Draws patches, a photograph being as likely as it is large, turned and mirrored at random.

    Returns:
        Small patches (N, 3, patch, patch) and what they should become (N, 3, 2 patch, 2 patch), float32 in 0..1.
    """
    rng = np.random.default_rng((seed, step))
    low, high = [], []
    for _ in range(batch_size):
        pairs = pool.photos if rng.random() < PHOTO_SHARE else pool.scenes
        areas = np.array([pair.low.shape[0] * pair.low.shape[1] for pair in pairs], float)
        pair = pairs[rng.choice(len(pairs), p=areas / areas.sum())]
        y, x = (int(rng.integers(0, side - patch_px + 1)) for side in pair.low.shape[:2])
        turns, mirrored = int(rng.integers(4)), bool(rng.integers(2))
        low.append(_turned(pair.low[y : y + patch_px, x : x + patch_px], turns, mirrored))
        fine = SCALE * patch_px
        high.append(_turned(pair.high[SCALE * y : SCALE * y + fine, SCALE * x : SCALE * x + fine], turns, mirrored))
    return _as_tensor(low), _as_tensor(high)
