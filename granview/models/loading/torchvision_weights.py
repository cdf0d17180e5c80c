"""Weights of torchvision's segmentation models: its own, or a state dict on this machine."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor

from granview.core.errors import UnsupportedModel, WeightsMissing
from granview.core.labels import LabelSet
from granview.core.palette import class_colors
from granview.models.adapter import Progress
from granview.models.loading.download import fetch_file
from granview.models.loading.source import Source
from granview.models.loading.state_dict import read_state_dict

_HEADS: Final = ("classifier.4.weight", "classifier.low_classifier.weight")
"""The last layers of FCN and DeepLabV3, and of LR-ASPP; their first axis is the classes."""


@dataclass(frozen=True)
class TorchvisionWeights:
    """A state dict and what belongs to it.

    Attributes:
        file: Where it lies.
        state: Tensors by name.
        labels: The classes.
        transforms: torchvision's preprocessing for these weights.
        notices: What the user must know.
    """

    file: Path
    state: Mapping[str, Tensor]
    labels: LabelSet
    transforms: Any
    notices: tuple[str, ...] = ()

    @property
    def has_auxiliary_head(self) -> bool:
        """Whether the network was trained with a second head."""
        return any(name.startswith("aux_classifier.") for name in self.state)


def find_weights(source: Source, progress: Progress) -> TorchvisionWeights:
    """The weights that ``torchvision:BUILDER[@WEIGHTS_ENUM or FILE]`` names, by default torchvision's default ones.

    torchvision's own are downloaded into torch's hub folder where they are not there yet. The classes of a file are
    named by a ``classes.json`` or ``classes.txt`` beside it.

    Raises:
        UnsupportedModel: torchvision has no such segmentation model, or the file holds another model.
        WeightsMissing: there is no such file, or torchvision's weights cannot be downloaded.
        InputError: the file is damaged.
    """
    choices = _choices(source.name)
    detail = source.detail.rpartition(".")[2] if source.detail.startswith(f"{choices.__name__}.") else source.detail
    if not detail or detail in choices.__members__:
        return _from_torchvision(choices[detail or "DEFAULT"], progress)
    path = Path(source.detail).expanduser()
    if not path.is_file():
        known = ", ".join(choices.__members__)
        raise WeightsMissing(
            f"'{source.detail}' is neither a file nor weights of {source.name}.", f"Weights of {source.name}: {known}."
        )
    return _from_file(path.resolve(), choices)


def _choices(builder: str) -> Any:
    from torchvision import models

    known = models.list_models(module=models.segmentation)
    if builder not in known:
        raise UnsupportedModel(f"torchvision has no segmentation model '{builder}'.", f"It has {', '.join(known)}.")
    return models.get_model_weights(builder)


def _from_torchvision(choice: Any, progress: Progress) -> TorchvisionWeights:
    file = Path(torch.hub.get_dir(), "checkpoints", choice.url.rpartition("/")[2])
    if not file.is_file():
        fetch_file(choice.url, file, _hash_in(file.name), progress)
    names = tuple(choice.meta["categories"])
    return TorchvisionWeights(file, read_state_dict(file), LabelSet(names, class_colors(names)), choice.transforms())


def _hash_in(name: str) -> str:
    found = re.search(r"-([0-9a-f]{8,})\.", name)
    return found.group(1) if found else ""


def _from_file(path: Path, choices: Any) -> TorchvisionWeights:
    state = read_state_dict(path)
    count = next((len(state[head]) for head in _HEADS if head in state), None)
    if count is None:
        raise UnsupportedModel(f"{path} holds no segmentation head.", "Give the state dict of a segmentation model.")
    labels, notices = _labels(path, count, tuple(choices.DEFAULT.meta["categories"]))
    return TorchvisionWeights(path, state, labels, choices.DEFAULT.transforms(), notices)


def _labels(path: Path, count: int, categories: tuple[str, ...]) -> tuple[LabelSet, tuple[str, ...]]:
    from granview.io.class_files import find_class_file

    named = find_class_file(path)
    if named is not None and len(named.labels) == count:
        return named.labels, ()
    unfit = (f"The class file near {path.name} names {len(named.labels)} classes, not {count}.",) if named else ()
    if count == len(categories):
        taken = f"{path.name} does not name its classes: taken for torchvision's own {count}."
        return LabelSet(categories, class_colors(categories)), (*unfit, taken)
    names = tuple(str(index) for index in range(count))
    nameless = f"{path.name} does not name its classes: they are called by their index. Put a classes.txt beside it."
    return LabelSet(names, class_colors(names)), (*unfit, nameless)
