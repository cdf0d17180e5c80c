"""Data sets whose layout is known, as small files."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from PIL import Image

SIZE = (24, 36)


def write_mmsegmentation(
    folder: Path, splits: Mapping[str, int], values: tuple[int, ...] = (0, 1, 2, 255), left_over: int = 0
) -> Path:
    """``img_dir`` and ``ann_dir`` with so many pictures in each split, and masks of these values in equal columns.

    Args:
        folder: Where.
        splits: How many pictures each has.
        values: What each mask holds.
        left_over: Masks of a split that has no pictures.
    """
    (height, width), mask = SIZE, _mask(values)
    for split, n in splits.items():
        for i in range(n):
            _save(folder / "img_dir" / split / f"{split}_{i}.png", np.full((height, width, 3), i % 256, np.uint8))
            _save(folder / "ann_dir" / split / f"{split}_{i}.png", mask)
    for i in range(left_over):
        _save(folder / "ann_dir" / "extra" / f"{i}.png", mask)
    return folder


def write_images_and_masks(folder: Path, n: int, values: tuple[int, ...]) -> Path:
    """``images`` and ``masks`` with so many pictures, a folder in no known layout; masks of these values."""
    for i in range(n):
        _save(folder / "images" / f"p{i}.png", np.full((*SIZE, 3), i, np.uint8))
        _save(folder / "masks" / f"p{i}.png", _mask(values))
    return folder


def _mask(values: tuple[int, ...]) -> np.ndarray:  # type: ignore[type-arg]
    """These values in equal columns."""
    height, width = SIZE
    columns = np.array(values, np.uint8)[np.arange(width) * len(values) // width]
    return np.repeat(columns[None], height, 0)


def _save(path: Path, pixels: np.ndarray) -> None:  # type: ignore[type-arg]
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)
