"""From a transformers folder to a network for texts, its tokenizer and its facts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import msgspec
from torch import nn

from granview.core.labels import LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.io.model_config import read_config
from granview.io.weight_files import megabytes_of, sha256_of, weight_files
from granview.models.device import Placement
from granview.models.loading.pretrained import load_network
from granview.models.loading.source import ResolvedSource
from granview.models.loading.supported_models import HEADS, check_head
from granview.models.network_adapter import network_facts
from granview.models.texts.tokenizer import load_tokenizer
from granview.models.variant import DTYPES
from granview.zoo.build import check_weights

Labelled = tuple[LabelSet, tuple[str, ...]]
"""The classes of a model, and what the user must know about them."""

NO_LABELS: Final = LabelSet((), ())
LIBRARIES: Final = ("transformers", "tokenizers")


@dataclass(frozen=True)
class LoadedText:
    """What a family makes an adapter of.

    Attributes:
        network: In the lane's number format, on the CPU.
        tokenizer: As transformers loads it.
        facts: What is known of the model.
    """

    network: nn.Module
    tokenizer: Any
    facts: ModelFacts


def unlabelled(config: Any) -> Labelled:
    """The classes of a model that knows none."""
    return NO_LABELS, ()


def load_text(
    task: str,
    resolved: ResolvedSource,
    spec: LaneSpec,
    placement: Placement,
    labels_of: Callable[[Any], Labelled] = unlabelled,
) -> LoadedText:
    """A model for a task, from a transformers folder.

    Args:
        task: A key of ``HEADS``.
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
    check_head(read_config(folder), resolved.source.name, task)
    if resolved.source.scheme == "zoo":
        check_weights(folder)
    tokenizer = load_tokenizer(folder)
    network, weight_notices = load_network(HEADS[task].load_class(), folder, DTYPES[spec.variant.precision])
    labels, label_notices = labels_of(network.config)
    files, _ = weight_files(folder)
    facts = msgspec.structs.replace(
        network_facts(network, labels, spec, placement, LIBRARIES),
        weights_mb=megabytes_of(files),
        weights_sha256=sha256_of(files),
        notices=(*weight_notices, *label_notices),
    )
    return LoadedText(network, tokenizer, facts)
