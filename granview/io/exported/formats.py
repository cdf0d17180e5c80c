"""Formats of exported networks, by the suffix of their files: what each says of itself, and whether it is a program."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import InputError
from granview.core.exported_model import Description, Guess, Signature
from granview.io.exported.description_file import description_of, description_path
from granview.io.exported.guess import guessed
from granview.io.exported.onnx_signature import external_files, onnx_signature
from granview.io.exported.pt2_signature import pt2_signature
from granview.io.model_config import config_if_any


@dataclass(frozen=True)
class ExportedFormat:
    """One format.

    Attributes:
        title: Its name for readers.
        signature: Reads what a file says of itself; None where it says nothing that can be read without running it.
        runs_code: Whether to load a file is to run a program that it holds.
        beside: The further files that hold weights of it.
    """

    title: str
    signature: Callable[[Path], Signature] | None
    runs_code: bool
    beside: Callable[[Path], tuple[Path, ...]] = lambda path: ()


EXPORTED: Final[Mapping[str, ExportedFormat]] = {
    ".onnx": ExportedFormat("ONNX", onnx_signature, False, external_files),
    ".pt2": ExportedFormat("torch.export", pt2_signature, True),
    ".pt": ExportedFormat("TorchScript", None, True),
}
"""By suffix. torch makes the sizes in a ``.pt2`` by evaluating their text, so that is a program too."""


def exported_format(path: Path) -> ExportedFormat | None:
    """The format of a file; None where it is none of these."""
    return EXPORTED.get(path.suffix.lower())


def all_files(path: Path) -> list[Path]:
    """The file and those beside it that hold its weights."""
    kind = exported_format(path)
    return [path, *(() if kind is None else kind.beside(path))]


def described(path: Path, task: str = "") -> tuple[Description, tuple[str, ...]]:
    """The description of an exported network, and why it is so where it is a guess.

    Args:
        path: The network's file.
        task: What it is to do, where that was said.

    Raises:
        InputError: its description cannot be read, or it has none and nothing can be guessed.
    """
    written = description_of(path)
    if written is not None:
        return written, ()
    guess = guess_of(path, task)
    return guess.description, guess.reasons


def guess_of(path: Path, task: str = "") -> Guess:
    """What can be told of a file without a description.

    Raises:
        InputError: nothing can.
    """
    kind = exported_format(path)
    if kind is None or kind.signature is None:
        raise InputError(
            f"{path.name} does not say what goes in and what comes out.",
            f"Write that into {description_path(path).name} beside it; the guide has an example for each task.",
        )
    return guessed(kind.signature(path), task, _config_classes(path.parent))


def _config_classes(folder: Path) -> tuple[str, ...]:
    """The classes of a transformers config beside the file, by index; empty where there is none."""
    try:
        by_index = msgspec.convert(config_if_any(folder).get("id2label", {}), dict[int, str], strict=False)
    except (InputError, msgspec.ValidationError):
        return ()
    return (
        tuple(by_index[place] for place in sorted(by_index)) if sorted(by_index) == list(range(len(by_index))) else ()
    )
