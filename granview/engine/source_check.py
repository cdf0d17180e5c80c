"""Whether a model that is named lies on this machine, where its name says that it does."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from granview.core.classical_methods import CLASSICAL_METHODS
from granview.core.errors import ArgumentError
from granview.core.resources import embedded_model, embedded_models
from granview.io.model_config import CONFIG
from granview.io.weight_files import LONE_SUFFIXES

_TORCHSCRIPT: Final = ".pt"
_WEIGHT_SUFFIXES: Final = frozenset({".pth", ".pt", ".bin", ".safetensors"})


def check_source(source: str) -> None:
    """Refuse a model that is to be on this machine and is not, before anything is started for it.

    Whether it can be loaded is found out by its lane; what comes from the network is not looked for.

    Raises:
        ArgumentError: there is no such embedded model, method, folder, or file of weights.
    """
    scheme, colon, name = source.strip().partition(":")
    if colon and scheme in _CHECKS:
        _CHECKS[scheme](name)
    elif source.strip():
        _check_path(source.strip())


def _check_path(source: str) -> None:
    path = Path(source).expanduser().absolute()
    try:
        is_folder, is_there = path.is_dir(), path.exists()
    except OSError as error:
        raise ArgumentError(f"{path} cannot be read: {error.strerror}.", "Name the folder of a model.") from error
    if is_there and not is_folder:
        _check_file(path)
    elif not is_folder:
        raise ArgumentError(f"There is no folder {path}.", _instead_of(path.name))


def _check_file(path: Path) -> None:
    """A file is a model only where it holds the weights of a network that they tell by themselves."""
    if path.suffix.lower() == _TORCHSCRIPT:
        raise ArgumentError(f"{path} may hold code, and is not opened.", "Save its state_dict as .safetensors or .pth.")
    if path.suffix.lower() not in LONE_SUFFIXES:
        raise ArgumentError(f"{path} is a file, not a model's folder.", f"Give the folder that holds {CONFIG}.")


def _check_embedded(name: str) -> None:
    embedded_model(name)


def _check_method(name: str) -> None:
    if name not in CLASSICAL_METHODS:
        raise ArgumentError(f"There is no method '{name}'.", f"There are: {', '.join(CLASSICAL_METHODS)}.")


def _not_here(name: str) -> None:
    """What comes from the network is not looked for."""


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


_CHECKS: Final[Mapping[str, Callable[[str], None]]] = {
    "zoo": _check_embedded,
    "torchvision": lambda name: _check_weights(name.partition("@")[2]),
    "hf": _not_here,
    "method": _check_method,
}
"""By the scheme of a source, what looks at the name after it; a source without one is a path."""
