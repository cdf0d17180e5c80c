"""Weights of torchvision's models: its own, or a state dict on this machine."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from granview.core.errors import UnsupportedModel, WeightsMissing
from granview.core.labels import LabelSet
from granview.core.model_source import Source
from granview.core.palette import class_colors
from granview.models.adapter import Progress
from granview.models.loading.download import fetch_file
from granview.models.loading.state_dict import read_state_dict
from granview.models.loading.torchvision_kinds import SEGMENTATION, TorchvisionKind


@dataclass(frozen=True)
class TorchvisionWeights:
    """A state dict and what belongs to it.

    Attributes:
        file: Where it lies.
        state: Tensors by name.
        labels: The name of each output.
        transforms: torchvision's preprocessing for these weights.
        notices: What the user must know.
        name: How torchvision calls them, such as ``FCN_ResNet50_Weights.COCO_WITH_VOC_LABELS_V1``; empty for a file.
    """

    file: Path
    state: Mapping[str, Tensor]
    labels: LabelSet
    transforms: Any
    notices: tuple[str, ...] = ()
    name: str = ""

    @property
    def has_auxiliary_head(self) -> bool:
        """Whether the network was trained with a second head."""
        return any(name.startswith("aux_classifier.") for name in self.state)


def find_weights(source: Source, progress: Progress, kind: TorchvisionKind = SEGMENTATION) -> TorchvisionWeights:
    """The weights that ``torchvision:BUILDER[@WEIGHTS_ENUM or FILE]`` names, by default torchvision's default ones.

    torchvision's own are downloaded into torch's hub folder where they are not there yet. The classes of a file are
    named by a ``classes.json`` or ``classes.txt`` beside it; of a detector's the background may be left out.

    Args:
        source: The model's source.
        progress: Hears of a download.
        kind: Which kind of models it must be of.

    Raises:
        UnsupportedModel: torchvision has no such model of this kind, or the file holds another model.
        WeightsMissing: there is no such file, or torchvision's weights cannot be downloaded.
        InputError: the file is damaged.
    """
    choices = _choices(source.name, kind)
    detail = source.detail.rpartition(".")[2] if source.detail.startswith(f"{choices.__name__}.") else source.detail
    if not detail or detail in choices.__members__:
        return _from_torchvision(choices[detail or "DEFAULT"], progress)
    path = Path(source.detail).expanduser()
    if not path.is_file():
        known = ", ".join(choices.__members__)
        raise WeightsMissing(
            f"'{source.detail}' is neither a file nor weights of {source.name}.", f"Weights of {source.name}: {known}."
        )
    return _from_file(path.resolve(), choices, kind)


def _choices(builder: str, kind: TorchvisionKind) -> Any:
    from torchvision import models

    module = getattr(models, kind.module) if kind.module else models
    known = models.list_models(module=module, exclude=kind.without)
    if builder not in known:
        raise UnsupportedModel(f"torchvision has no {kind.noun} '{builder}'.", f"It has {', '.join(known)}.")
    return models.get_model_weights(builder)


def _from_torchvision(choice: Any, progress: Progress) -> TorchvisionWeights:
    file = Path(torch.hub.get_dir(), "checkpoints", choice.url.rpartition("/")[2])
    if not file.is_file():
        fetch_file(choice.url, file, _hash_in(file.name), progress)
    names = tuple(choice.meta["categories"])
    labels = LabelSet(names, class_colors(names))
    return TorchvisionWeights(file, read_state_dict(file), labels, choice.transforms(), name=str(choice))


def _hash_in(name: str) -> str:
    found = re.search(r"-([0-9a-f]{8,})\.", name)
    return found.group(1) if found else ""


def _from_file(path: Path, choices: Any, kind: TorchvisionKind) -> TorchvisionWeights:
    state = read_state_dict(path)
    count = kind.count_outputs(state)
    if count is None:
        raise UnsupportedModel(f"{path} holds no head of a {kind.noun}.", f"Give the state dict of a {kind.noun}.")
    labels, notices = _labels(path, count, tuple(choices.DEFAULT.meta["categories"]), kind.first)
    return TorchvisionWeights(path, state, labels, choices.DEFAULT.transforms(), notices)


def _labels(path: Path, count: int, categories: tuple[str, ...], first: str) -> tuple[LabelSet, tuple[str, ...]]:
    from granview.io.class_files import find_class_file

    named = find_class_file(path)
    if named is not None and len(named.labels) == count:
        return named.labels, ()
    if named is not None and first and len(named.labels) == count - 1:
        names = (first, *named.labels.names)
        return LabelSet(names, class_colors(names)), ()
    unfit = (f"The class file near {path.name} names {len(named.labels)} classes, not {count}.",) if named else ()
    if count == len(categories):
        taken = f"{path.name} does not name its classes: taken for torchvision's own {count}."
        return LabelSet(categories, class_colors(categories)), (*unfit, taken)
    names = tuple(str(index) for index in range(count))
    names = (first, *names[1:]) if first else names
    nameless = f"{path.name} does not name its classes: they are called by their index. Put a classes.txt beside it."
    return LabelSet(names, class_colors(names)), (*unfit, nameless)
