"""Folders in the zoo's own format: which task they are for, their networks, and what is known of them."""

from pathlib import Path

import msgspec
from torch import nn

from granview.core.errors import UnsupportedModel
from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.model_tasks import tasks_of_config
from granview.io.model_config import read_config
from granview.io.weight_files import megabytes_of, sha256_of
from granview.models.device import Placement
from granview.models.loading.source import ResolvedSource
from granview.models.network_adapter import network_facts
from granview.zoo.build import WEIGHTS, load_zoo_model
from granview.zoo.config import FORMAT, ZooConfig
from granview.zoo.normalise import MEAN, STD


def is_zoo_folder(resolved: ResolvedSource, task: str) -> bool:
    """Whether the folder's config says that it is in the zoo's format and does a task."""
    if resolved.folder is None:
        return False
    config = read_config(resolved.folder)
    return config.get("format") == FORMAT and task in tasks_of_config(config)


def load_zoo_folder(folder: Path) -> tuple[nn.Module, ZooConfig]:
    """The network, after its weights were compared with the hash that was shipped, and its config.

    Raises:
        ModelError: The folder is incomplete or malformed, or its weights are not the ones that the card describes.
        UnsupportedModel: It wants another normalisation than the zoo's.
    """
    network, config = load_zoo_model(folder)
    if (config.mean, config.std) != (MEAN, STD):
        raise UnsupportedModel(f"{folder} wants another normalisation than the zoo's.", "Train it again.")
    return network, config


def zoo_facts(
    folder: Path,
    network: nn.Module,
    labels: LabelSet,
    spec: LaneSpec,
    placement: Placement,
    libraries: tuple[str, ...] = (),
) -> ModelFacts:
    """What is known of a network of the zoo, with the size and hash of its weights."""
    weights = [Path(folder, WEIGHTS)]
    return msgspec.structs.replace(
        network_facts(network, labels, spec, placement, libraries),
        weights_mb=megabytes_of(weights),
        weights_sha256=sha256_of(weights),
    )
