"""The zoo's text architectures by name: its own BiLSTM, and ordinary models of transformers."""

from collections.abc import Callable
from typing import Any

from torch import nn

from granview.zoo.nets_text.bilstm import BiLstmClassifier


def _labels(labels: tuple[str, ...]) -> dict[str, Any]:
    """The two label maps of a transformers configuration."""
    return {"id2label": dict(enumerate(labels)), "label2id": {label: index for index, label in enumerate(labels)}}


def _bilstm(vocab_size: int, labels: tuple[str, ...], **arguments: Any) -> nn.Module:
    return BiLstmClassifier(vocab_size, len(labels), **arguments)


def _bert_config(vocab_size: int, labels: tuple[str, ...], arguments: dict[str, Any]) -> Any:
    from transformers import BertConfig

    dropouts = {"hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0}
    return BertConfig(vocab_size=vocab_size, pad_token_id=0, **_labels(labels), **dropouts, **arguments)


def _bert_classifier(vocab_size: int, labels: tuple[str, ...], **arguments: Any) -> nn.Module:
    from transformers import BertForSequenceClassification

    network: nn.Module = BertForSequenceClassification(_bert_config(vocab_size, labels, arguments))
    return network


def _bert_tagger(vocab_size: int, labels: tuple[str, ...], **arguments: Any) -> nn.Module:
    from transformers import BertForTokenClassification

    network: nn.Module = BertForTokenClassification(_bert_config(vocab_size, labels, arguments))
    return network


def _bart(vocab_size: int, labels: tuple[str, ...], **arguments: Any) -> nn.Module:
    from transformers import BartConfig, BartForConditionalGeneration

    tokens = {"pad_token_id": 0, "eos_token_id": 1, "bos_token_id": None, "decoder_start_token_id": 0}
    dropouts = {"dropout": 0.0, "attention_dropout": 0.0, "activation_dropout": 0.0}
    config = BartConfig(vocab_size=vocab_size, forced_eos_token_id=None, **tokens, **dropouts, **arguments)
    network: nn.Module = BartForConditionalGeneration(config)
    return network


TEXT_ARCHITECTURES: dict[str, Callable[..., nn.Module]] = {
    "bilstm": _bilstm,
    "bert-classifier": _bert_classifier,
    "bert-tagger": _bert_tagger,
    "bart": _bart,
}


def build_text_network(
    architecture: str, vocab_size: int, labels: tuple[str, ...], arguments: dict[str, Any]
) -> nn.Module:
    """Builds an untrained network.

    Args:
        architecture: A key of `TEXT_ARCHITECTURES`.
        vocab_size: Number of tokens.
        labels: Classes or tags by index; empty for generation.
        arguments: Keyword arguments of the architecture.
    """
    return TEXT_ARCHITECTURES[architecture](vocab_size, labels, **arguments)
