"""Copies of shipped models for tests."""

import shutil
from pathlib import Path


def spoiled_copy(model: Path, folder: Path) -> Path:
    """A copy of a model's folder, with one bit of its weights changed."""
    copy = folder / model.name
    shutil.copytree(model, copy)
    weights = bytearray((copy / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (copy / "model.safetensors").write_bytes(weights)
    return copy
