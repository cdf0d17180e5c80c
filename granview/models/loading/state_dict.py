"""Weight files that hold nothing but tensors: safetensors, or pickles read without running what they hold."""

import argparse
import pickle
from pathlib import Path
from typing import Any, Final

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file
from torch import Tensor

from granview.core.errors import InputError, UnsupportedModel
from granview.core.readable_errors import first_line

_WRAPPERS: Final = ("model", "state_dict", "model_state_dict")
"""Keys under which training scripts keep the state dict in their checkpoints; torchvision's use the first."""

_PARALLEL: Final = "module."


def read_state_dict(path: Path) -> dict[str, Tensor]:
    """The tensors of a ``.safetensors``, ``.pth``, ``.pt`` or ``.bin`` file, by name, on the CPU.

    A checkpoint of a training script is unwrapped, and the prefix of a parallel training is taken off.

    Raises:
        InputError: the file is damaged.
        UnsupportedModel: it holds anything but tensors, which is not opened.
    """
    found = read_checkpoint(path)
    return found if path.suffix == ".safetensors" else _tensors(path, found)


def read_checkpoint(path: Path) -> Any:
    """What a file of weights holds, as it stands in it: tensors, containers of them and plain values, on the CPU.

    Raises:
        InputError: the file is damaged.
        UnsupportedModel: it holds anything else, which is not opened.
    """
    check_readable(path)
    return load_file(path) if path.suffix == ".safetensors" else _unpickled(path)


def check_readable(path: Path) -> None:
    """Opens a safetensors file's header, which tells a truncated or foreign file at once; other files pass.

    Raises:
        InputError: the file is damaged.
    """
    if path.suffix != ".safetensors":
        return
    try:
        with safe_open(path, framework="pt"):
            pass
    except (SafetensorError, OSError) as error:
        raise InputError(f"{path} is damaged: {first_line(error)}.", "Download or save the model again.") from error


def _unpickled(path: Path) -> Any:
    try:
        with torch.serialization.safe_globals([argparse.Namespace]):
            return torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise UnsupportedModel(
            f"{path} is damaged, or holds more than tensors, and is not opened.",
            "Save the model's state_dict alone, best as safetensors.",
        ) from error
    except (RuntimeError, EOFError, OSError) as error:
        raise InputError(f"{path} is damaged: {first_line(error)}.", "Download or save the weights again.") from error


def _tensors(path: Path, loaded: Any) -> dict[str, Tensor]:
    found = loaded
    for key in _WRAPPERS:
        if isinstance(found, dict) and isinstance(found.get(key), dict):
            found = found[key]
    if not isinstance(found, dict) or not all(isinstance(tensor, Tensor) for tensor in found.values()):
        raise UnsupportedModel(f"{path} holds no state dict.", "Save model.state_dict() into it.")
    return {str(name).removeprefix(_PARALLEL): tensor for name, tensor in found.items()}
