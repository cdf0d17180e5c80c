"""Data sets of pictures in rows, as Hugging Face's ``datasets`` itself writes them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

SIZE = (20, 30)
"""(height, width) in px of every picture."""


def pictures(n: int, seed: int = 0) -> list[NDArray[np.uint8]]:
    """Pictures of noise, (20, 30, 3) uint8, each another."""
    return list(np.random.default_rng(seed).integers(0, 256, (n, *SIZE, 3), dtype=np.uint8))


def masks(n: int, n_classes: int = 3, seed: int = 0) -> list[NDArray[np.uint8]]:
    """Masks of noise, (20, 30) uint8 below ``n_classes``."""
    return list(np.random.default_rng(seed).integers(0, n_classes, (n, *SIZE), dtype=np.uint8))


def rows(n: int, **columns: Sequence[Any]) -> Any:
    """A ``Dataset`` with ``image``, ``mask``, ``label`` (cat, dog, cat, …), ``caption`` and ``score``.

    Args:
        n: Its rows.
        columns: Values of a column in place of the usual ones.
    """
    from datasets import ClassLabel, Dataset, Features, Image, Value, disable_progress_bars

    disable_progress_bars()
    features = {
        "image": Image(),
        "mask": Image(),
        "label": ClassLabel(names=["cat", "dog"]),
        "caption": Value("string"),
        "score": Value("float32"),
    }
    usual: dict[str, Sequence[Any]] = {
        "image": pictures(n),
        "mask": masks(n),
        "label": [place % 2 for place in range(n)],
        "caption": [f"picture {place}" for place in range(n)],
        "score": [place / 2 for place in range(n)],
    }
    return Dataset.from_dict(usual | columns, features=Features(features))


def save(folder: Path, shards: int = 1, **splits: Any) -> Path:
    """Save splits with ``save_to_disk``, each in so many files."""
    from datasets import DatasetDict

    DatasetDict(splits).save_to_disk(str(folder), num_shards=dict.fromkeys(splits, shards))
    return folder
