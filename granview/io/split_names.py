"""How folders of splits are called."""

from typing import Final

SPLIT_NAMES: Final = frozenset(
    {"train", "training", "val", "valid", "validation", "dev", "test", "testing", "trainval"},
)
"""Case-folded."""
