"""Adapters of tiny networks of any architecture, without files."""

from collections.abc import Mapping
from typing import Any, Final

import torch

from granview.core.lane import LaneSpec
from granview.core.variant import Variant
from granview.models.device import Placement
from granview.models.generation.causal_adapter import CausalAdapter
from granview.models.generation.seq2seq_adapter import Seq2SeqAdapter
from granview.models.loading.labels import class_labels
from granview.models.loading.pretrained import NO_LABELS
from granview.models.loading.supported_models import HEADS
from granview.models.network_adapter import network_facts
from granview.models.texts.fill_mask import FillMask
from granview.models.texts.question_answering import QuestionAnswering
from granview.models.texts.text_adapter import TextAdapter
from granview.models.texts.text_classification import TextClassification
from granview.models.texts.token_classification import TokenClassification
from tests.helpers.tiny_architectures import build
from tests.helpers.tiny_text_models import letters

ADAPTERS: Final[Mapping[str, Any]] = {
    "text-classification": TextClassification,
    "token-classification": TokenClassification,
    "question-answering": QuestionAnswering,
    "fill-mask": FillMask,
    "text-generation": CausalAdapter,
    "text2text-generation": Seq2SeqAdapter,
}
"""By task."""

_PLACEMENT: Final = Placement(torch.device("cpu"), "cpu")


def tiny_adapter(task: str, kind: str, batch_size: int = 1, compiled: bool = False) -> TextAdapter:
    """As a lane has it, with a tokenizer of letters.

    Args:
        task: A key of ``ADAPTERS``.
        kind: A model type.
        batch_size: The lane's.
        compiled: Whether the network is compiled, and its inputs padded for that.

    Raises:
        Exception: as ``tiny_architectures.build`` says.
    """
    decoder = task == "text-generation" and kind in HEADS["fill-mask"].classes()
    network = build(HEADS[task].auto_class, kind, decoder)
    spec = LaneSpec("tiny", kind, Variant(compiled=compiled), "cpu", task, batch_size)
    labels = class_labels(network.config)[0] if task == "text-classification" else NO_LABELS
    facts = network_facts(network, labels, spec, _PLACEMENT, ())
    adapter: TextAdapter = ADAPTERS[task](network, letters(), facts, spec, _PLACEMENT)
    return adapter
