"""From a transformers folder to a network, its facts and its image processor."""

from typing import Any

import msgspec
from torch import nn

from granview.core.lane import LaneSpec, ModelFacts
from granview.io.weight_files import megabytes_of, sha256_of, weight_files
from granview.models.device import Placement
from granview.models.images.image_processor import size_notices
from granview.models.loading.labels import label_set
from granview.models.loading.pretrained import load_network, load_processor
from granview.models.loading.source import ResolvedSource
from granview.models.network_adapter import network_facts
from granview.models.variant import DTYPES
from granview.zoo.build import check_weights


def load_hf(
    auto_class: Any, resolved: ResolvedSource, spec: LaneSpec, placement: Placement
) -> tuple[nn.Module, ModelFacts, Any]:
    """A network in the lane's number format on the CPU, what is known of it, and its image processor.

    Raises:
        ModelError: as ``load_network``, ``load_processor`` and ``label_set`` say; an embedded model's weights are
            compared with the hash that was shipped.
    """
    folder = resolved.folder
    assert folder is not None
    if resolved.source.scheme == "zoo":
        check_weights(folder)
    processor = load_processor(folder)
    network, weight_notices = load_network(auto_class, folder, DTYPES[spec.variant.precision])
    labels, label_notices = label_set(network.config)
    files, _ = weight_files(folder)
    facts = msgspec.structs.replace(
        network_facts(network, labels, spec, placement, ("torchvision", "transformers")),
        weights_mb=megabytes_of(files),
        weights_sha256=sha256_of(files),
        notices=(*weight_notices, *label_notices, *size_notices(processor)),
    )
    return network, facts, processor
