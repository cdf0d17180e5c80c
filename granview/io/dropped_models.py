"""Which of some files and folders are models, told by their names and configs; nothing of them is loaded."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from granview.io.model_config import CONFIG, has_config
from granview.io.model_file import model_file
from granview.io.sample_kind import kind_by_suffix

_WEIGHTS: Final = frozenset({".safetensors", ".bin", ".pth", ".pt", ".gguf", ".onnx"})
_PARTS: Final = frozenset({".safetensors", ".pth"})
"""Weights that stand for their folder where that has a config."""

_NOTES: Final = frozenset({".txt", ".md", ".json", ".yaml", ".yml", ".csv"})
"""What stands beside a model's file and is about it: names of classes, a licence."""

_MOST_FILES: Final = 2_000
"""A folder with more files than this is no model's."""


def may_be_model(path: Path) -> bool:
    """Whether it is worth a look: a folder, or a file of a model's suffixes; quickly, from the name."""
    return path.suffix.lower() in _WEIGHTS or model_file(path) is not None or not path.suffix or path.is_dir()


def model_sources(paths: Sequence[Path]) -> dict[Path, str]:
    """The models among some paths, each with its source as a lane takes it.

    A model is a folder with a config and weights, a folder whose only file that is a model by itself stands beside no
    samples, such a file, and the weights beside a config, which stand for their folder.
    """
    sources: dict[Path, str] = {}
    for path in paths:
        home = _model_at(path)
        if home is not None:
            sources[path] = str(home)
    return sources


def _model_at(path: Path) -> Path | None:
    if path.is_dir():
        return _model_in(path)
    if not path.is_file():
        return None
    if path.suffix.lower() in _WEIGHTS and has_config(path.parent):
        return path.parent if model_file(path) is None or path.suffix.lower() in _PARTS else path
    if path.name == CONFIG:
        return _model_in(path.parent)
    return path if model_file(path) is not None else None


def _model_in(folder: Path) -> Path | None:
    """The folder where it is a model's, or its only file that is a model by itself; None where it holds samples."""
    try:
        files = [path for _, path in zip(range(_MOST_FILES + 1), folder.iterdir(), strict=False)]
    except OSError:
        return None
    if len(files) > _MOST_FILES:
        return None
    if has_config(folder):
        return folder if any(path.suffix.lower() in _WEIGHTS for path in files) else None
    alone = [path for path in files if path.is_file() and model_file(path) is not None]
    is_sample = (kind_by_suffix(path) is not None for path in files if path.suffix.lower() not in _NOTES)
    return alone[0] if len(alone) == 1 and not any(is_sample) else None
