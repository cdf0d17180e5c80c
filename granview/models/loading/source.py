"""What a lane's source names: an embedded or hub model, a torchvision builder, a method, a folder, a file."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from granview.core.errors import ArgumentError, WeightsMissing
from granview.core.resources import embedded_model
from granview.io.weight_files import lone_weights

_SCHEMES: Final = ("zoo", "torchvision", "hf", "method")
_TORCHSCRIPT: Final = ".pt"
_HUB_ID = re.compile(r"[\w.-]+(/[\w.-]+)?")


@dataclass(frozen=True)
class Source:
    """A model source, taken apart.

    Attributes:
        scheme: ``zoo``, ``torchvision``, ``hf``, ``method`` or ``folder``.
        name: What follows the scheme, without the part after ``@``; the path of a folder, or of a file of weights.
        detail: What follows ``@``: a revision, a weights enum or a file; empty where there is none.
    """

    scheme: str
    name: str
    detail: str = ""


@dataclass(frozen=True)
class ResolvedSource:
    """Where a source's files lie on this machine.

    Attributes:
        source: The source itself.
        folder: The folder with config and weights; None where the family finds its files on its own.
        revision: Commit hash of a repository from the hub.
        notices: What the user must know about how it was found.
        weights: The file of weights that is a model by itself, named or alone in a folder without a config.
    """

    source: Source
    folder: Path | None = None
    revision: str | None = None
    notices: tuple[str, ...] = ()
    weights: Path | None = None


def parse_source(text: str) -> Source:
    """Take a source apart.

    Raises:
        ArgumentError: it names nothing, or its hub id is not one.
    """
    scheme, colon, rest = text.strip().partition(":")
    if not colon or scheme not in _SCHEMES:
        if not text.strip():
            raise ArgumentError(
                "The model source is empty.", "Use zoo:NAME, torchvision:NAME, hf:ORG/NAME or a folder."
            )
        return Source("folder", str(Path(text.strip()).expanduser()))
    name, _, detail = rest.partition("@")
    if not name:
        raise ArgumentError(f"'{text}' names no model.", f"Write {scheme}:NAME.")
    if scheme == "hf" and not _HUB_ID.fullmatch(name):
        raise ArgumentError(
            f"'{name}' is not the id of a model on the hub.", "Write hf:ORG/NAME or hf:ORG/NAME@REVISION."
        )
    return Source(scheme, name, detail)


def find_folder(source: Source) -> ResolvedSource:
    """The folder, or file of weights, that a ``zoo`` or ``folder`` source names.

    Raises:
        ArgumentError: there is no embedded model of that name.
        WeightsMissing: there is no such folder, or it is a file of another sort.
    """
    if source.scheme == "zoo":
        return ResolvedSource(source, embedded_model(source.name))
    folder = Path(source.name)
    if weights := lone_weights(folder):
        return ResolvedSource(source, folder.resolve() if folder.is_dir() else None, weights=weights.resolve())
    if folder.suffix.lower() == _TORCHSCRIPT and folder.is_file():
        raise WeightsMissing(
            f"{folder} may hold code, and is not opened.", "Save its state_dict as .safetensors or .pth."
        )
    if folder.is_file():
        raise WeightsMissing(f"{folder} is a file, not a model's folder.", "Give the folder that holds config.json.")
    if not folder.is_dir():
        raise WeightsMissing(
            f"There is no folder {folder}.", "For a model from the hub write hf:ORG/NAME; for an embedded one zoo:NAME."
        )
    return ResolvedSource(source, folder.resolve())
