"""The zoo's own text network: a bidirectional LSTM. Its other text models are transformers folders."""

from typing import Any

import msgspec

from granview.core.lane import LaneSpec
from granview.io.model_config import read_config
from granview.io.weight_files import megabytes_of, sha256_of
from granview.models.adapter import Progress
from granview.models.device import Placement
from granview.models.family import FAMILIES, Family
from granview.models.loading.labels import class_labels
from granview.models.loading.pretrained import LIBRARIES
from granview.models.loading.source import ResolvedSource
from granview.models.network_adapter import network_facts
from granview.models.texts.text_classification import TextClassification
from granview.models.texts.tokenizer import load_tokenizer
from granview.models.variant import reduced
from granview.zoo.build import WEIGHTS
from granview.zoo.nets_text.bilstm_folder import MODEL_TYPE, BiLstmConfig, load_bilstm


class ZooTextFamily(Family):
    """Folders whose config says ``granview-bilstm``."""

    task = "text-classification"

    def claims(self, resolved: ResolvedSource) -> bool:
        """Whether the config's model type is the BiLSTM's."""
        return resolved.folder is not None and read_config(resolved.folder).get("model_type") == MODEL_TYPE

    def load(
        self, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
    ) -> TextClassification:
        """The network, after its weights were compared with the hash that was shipped, and its tokenizer."""
        assert resolved.folder is not None
        built, config = load_bilstm(resolved.folder)
        network: Any = built
        network.config = _as_transformers(config)
        tokenizer = load_tokenizer(resolved.folder, network.config)
        labels, notices = class_labels(network.config)
        weights = [resolved.folder / WEIGHTS]
        facts = msgspec.structs.replace(
            network_facts(network, labels, spec, placement, LIBRARIES),
            weights_mb=megabytes_of(weights),
            weights_sha256=sha256_of(weights),
            notices=notices,
        )
        return TextClassification(reduced(network, spec.variant), tokenizer, facts, spec, placement)


def _as_transformers(config: BiLstmConfig) -> Any:
    """The config as the adapter reads it, which is transformers' way."""
    from transformers import PretrainedConfig

    return PretrainedConfig(
        vocab_size=config.vocab_size, id2label=dict(config.id2label), pad_token_id=config.pad_token_id
    )


FAMILIES.register("zoo-text")(ZooTextFamily())
