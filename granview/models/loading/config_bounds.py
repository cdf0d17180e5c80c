"""Configs that describe a network far larger than its weights: refused before anything is built.

A config is a page of text, and a number in it costs nothing to write: a billion layers would be made one by one for
hours, and a billion words take all memory, long before it shows that the weights are not for them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import torch
from safetensors import safe_open

from granview.core.errors import UnsupportedModel
from granview.io.weight_files import weight_files

_COUNTS: Final = re.compile(r"^(?!.*size).*(layer|block|depth|stage|expert|repeat|group|level)", re.IGNORECASE)
"""Names of numbers of parts, each of which has tensors of its own, or is shared by all."""

_SIZES: Final = re.compile(
    r"vocab|hidden|d_model|d_ff|ffn|n_embd|n_inner|intermediate|channel|dim|width|label|class|size", re.IGNORECASE
)
"""Names of sizes of tensors."""

_NUMBERED_NAMES: Final = frozenset({"label2id"})
"""Tables of classes by name: a class may be called a CD player or a stage, and its number counts nothing."""

_SHARED: Final = 256
"""Parts that may share tensors: as many as no network has."""

_SMALL: Final = 1_000_000
"""A size that hurts nobody, whatever the weights are."""

_TIMES: Final = 4
_SLACK: Final = 1 << 26
"""A network may be so many times as large as its weights, and have so many numbers more: what is not saved, such as
tables of positions and masks."""

_HINT: Final = "Take the config.json that belongs to these weights."


@dataclass(frozen=True)
class Stored:
    """What weight files hold.

    Attributes:
        tensors: How many tensors; None where that is not told without reading all.
        numbers: Numbers in all of them, or at least as many.
    """

    tensors: int | None
    numbers: int


def stored_in(folder: Path) -> Stored:
    """What the weight files of a folder hold, by their headers.

    Raises:
        WeightsMissing: there are none.
        SafetensorError: one is damaged.
    """
    files, safe = weight_files(folder)
    if not safe:
        return Stored(None, sum(path.stat().st_size for path in files))
    tensors = numbers = 0
    for path in files:
        with safe_open(path, framework="pt") as file:
            shapes = [file.get_slice(name).get_shape() for name in file.keys()]  # noqa: SIM118  it is no dict
        tensors += len(shapes)
        numbers += sum(torch.Size(shape).numel() for shape in shapes)
    return Stored(tensors, numbers)


def check_config(config: Mapping[str, Any], where: Path, stored: Stored) -> None:
    """Refuse a config whose numbers cannot be those of the weights beside it.

    Args:
        config: The config as it stands in the file.
        where: The model's folder.
        stored: What its weights hold.

    Raises:
        UnsupportedModel: a number of layers, or a size, is larger than all that the weights hold.
    """
    parts = max(_SHARED, stored.tensors or 0)
    size = max(_SMALL, stored.numbers)
    for name, value in _whole_numbers(config):
        if (value > parts and _COUNTS.search(name)) or (value > size and _SIZES.search(name)):
            tensors = "" if stored.tensors is None else f" in {stored.tensors:,} tensors"
            raise UnsupportedModel(
                f"{where / 'config.json'} says {name} = {value:,}, but the weights hold {stored.numbers:,} numbers"
                f"{tensors}.",
                _HINT,
            )


def check_network(network: torch.nn.Module, where: Path, stored: Stored, dtype: torch.dtype) -> None:
    """Refuse a network, built without memory on the ``meta`` device, that is far larger than its weights or the memory.

    Raises:
        UnsupportedModel: it is.
    """
    import psutil

    tensors = (*network.parameters(), *network.buffers())
    numbers = sum(tensor.numel() for tensor in tensors)
    if numbers > _TIMES * stored.numbers + _SLACK:
        words = f"{where / 'config.json'} describes a network of {numbers:,} numbers, but the weights hold"
        raise UnsupportedModel(f"{words} {stored.numbers:,}.", _HINT)
    needed, memory = numbers * dtype.itemsize, psutil.virtual_memory().total
    if needed > memory:
        raise UnsupportedModel(
            f"The model in {where} takes {needed / 1e9:.0f} GB, and this machine has {memory / 1e9:.0f} GB of memory.",
            "Choose a smaller model, or run it in bf16.",
        )


def _whole_numbers(config: object, name: str = "") -> Iterator[tuple[str, int]]:
    """Every whole number in a config but those of its classes, below the key that it stands under."""
    if isinstance(config, Mapping):
        for key, value in config.items():
            if key not in _NUMBERED_NAMES:
                yield from _whole_numbers(value, str(key))
    elif isinstance(config, list):
        for value in config:
            yield from _whole_numbers(value, name)
    elif isinstance(config, int) and not isinstance(config, bool):
        yield name, config
