"""What a family makes an adapter of whose models transformers saved for pictures, with classes of their own or not."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec
from torch import nn

from granview.core.lane import LaneSpec, ModelFacts
from granview.io.model_config import read_config
from granview.models.device import Placement
from granview.models.loading.pretrained import Labelled, load_network, load_processor
from granview.models.loading.source import ResolvedSource
from granview.models.loading.supported_models import Head, check_head
from granview.models.loading.weight_record import WeightRecord
from granview.models.network_adapter import network_facts
from granview.models.variant import DTYPES
from granview.zoo.build import check_weights


@dataclass(frozen=True)
class LoadedPictures:
    """A model for pictures.

    Attributes:
        network: In the lane's number format, on the CPU.
        processor: Its image processor, as transformers loads it.
        facts: What is known of the model.
    """

    network: nn.Module
    processor: Any
    facts: ModelFacts


def load_pictures(
    task: str,
    head: Head,
    resolved: ResolvedSource,
    spec: LaneSpec,
    placement: Placement,
    labels_of: Callable[[Any], Labelled],
) -> LoadedPictures:
    """A model and its image processor, from a transformers folder.

    Args:
        task: The task's name.
        head: The part of the model that does it.
        resolved: Where its files are.
        spec: The lane's specification.
        placement: Where it will run.
        labels_of: The label set of the network's config.

    Raises:
        ModelError: it is another kind of model, or cannot be loaded; an embedded model's weights are compared with
            the hash that was shipped.
    """
    folder = resolved.folder
    assert folder is not None
    check_head(read_config(folder), resolved.source.name, task, head)
    if resolved.source.scheme == "zoo":
        check_weights(folder)
    processor = load_processor(folder)
    record = WeightRecord.of_folder(folder)
    network, weight_notices = load_network(head.load_class(), folder, DTYPES[spec.variant.precision])
    labels, label_notices = labels_of(network.config)
    facts = record.on(network_facts(network, labels, spec, placement, ("torchvision", "transformers")))
    notices = (*weight_notices, *label_notices)
    return LoadedPictures(network, processor, msgspec.structs.replace(facts, notices=notices))
