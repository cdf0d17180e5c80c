"""Whether a model that is named lies on this machine, where its name says that it does."""

from pathlib import Path
from typing import Final

from granview.core.errors import ArgumentError
from granview.core.resources import embedded_model, embedded_models
from granview.io.model_config import CONFIG

_WEIGHT_SUFFIXES: Final = frozenset({".pth", ".pt", ".bin", ".safetensors"})


def check_source(source: str) -> None:
    """Refuse a model that is to be on this machine and is not, before anything is started for it.

    Whether it can be loaded is found out by its lane; what comes from the network is not looked for.

    Raises:
        ArgumentError: there is no such embedded model, folder, or file of weights.
    """
    scheme, _, name = source.strip().partition(":")
    if scheme == "zoo":
        embedded_model(name)
    elif scheme == "torchvision":
        _check_weights(name.partition("@")[2])
    elif scheme != "hf" and source.strip():
        _check_folder(source.strip())


def _check_folder(source: str) -> None:
    folder = Path(source).expanduser().absolute()
    try:
        is_folder, is_there = folder.is_dir(), folder.exists()
    except OSError as error:
        raise ArgumentError(f"{folder} cannot be read: {error.strerror}.", "Name the folder of a model.") from error
    if is_there and not is_folder:
        raise ArgumentError(f"{folder} is a file, not a model's folder.", f"Give the folder that holds {CONFIG}.")
    if not is_folder:
        raise ArgumentError(f"There is no folder {folder}.", _instead_of(folder.name))


def _instead_of(name: str) -> str:
    if name in embedded_models():
        return f"For the embedded model of that name write zoo:{name}."
    return "For an embedded model write zoo:NAME, for one from the hub hf:ORG/NAME."


def _check_weights(weights: str) -> None:
    """Of what follows ``@``, a path must be there; names of torchvision's own weights are known to torchvision."""
    path = Path(weights).expanduser().absolute()
    is_path = "/" in weights or "\\" in weights or path.suffix.lower() in _WEIGHT_SUFFIXES
    if is_path and not path.is_file():
        raise ArgumentError(f"There is no file {path}.", "Give the file that holds the weights.")
