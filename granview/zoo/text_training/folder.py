"""Writes trained text models to their folders: configuration, weights and tokenizer, as transformers has them."""

from pathlib import Path
from typing import Any

import msgspec
from safetensors.torch import save_file
from tokenizers import Tokenizer
from torch import nn

from granview.zoo.build import WEIGHTS
from granview.zoo.nets_text.bilstm import BiLstmClassifier
from granview.zoo.nets_text.bilstm_folder import BiLstmConfig
from granview.zoo.text_training.recipes import TextRecipe
from granview.zoo.text_training.text_model_kinds import KINDS, Kind
from granview.zoo.text_training.tokenizers import as_transformers

MAX_NEW_TOKENS = 96
"""Longest expression that a model writes, in tokens; the longest in training has about sixty."""


def write_text_folder(folder: Path, recipe: TextRecipe, network: nn.Module, tokenizer: Tokenizer) -> None:
    """Writes all files of a model but its card; the network is on the CPU."""
    kind = KINDS[recipe.kind]
    folder.mkdir(parents=True, exist_ok=True)
    if isinstance(network, BiLstmClassifier):
        _write_bilstm(folder, kind, recipe, network, tokenizer)
    else:
        _write_transformers(folder, network)
    limit = None if isinstance(network, BiLstmClassifier) else kind.model_max_length
    as_transformers(tokenizer, kind.bert, limit).save_pretrained(folder)
    (folder / WEIGHTS).chmod(0o644)


def _write_bilstm(folder: Path, kind: Kind, recipe: TextRecipe, network: nn.Module, tokenizer: Tokenizer) -> None:
    """Writes `config.json` and `model.safetensors` of the zoo's own network."""
    labels = dict(enumerate(kind.labels))
    config = BiLstmConfig(vocab_size=tokenizer.get_vocab_size(), id2label=labels, **recipe.arguments)
    (folder / "config.json").write_bytes(msgspec.json.format(msgspec.json.encode(config), indent=2) + b"\n")
    state = {name: tensor.contiguous() for name, tensor in network.state_dict().items()}
    save_file(state, folder / WEIGHTS, metadata={"format": "pt"})


def _write_transformers(folder: Path, network: Any) -> None:
    """Writes an ordinary Hugging Face folder; a model that writes does so greedily unless it is told otherwise."""
    if network.config.is_encoder_decoder:
        network.generation_config = _greedy(network.config)
    network.save_pretrained(folder)


def _greedy(config: Any) -> Any:
    """The settings that are stored as `generation_config.json`."""
    from transformers import GenerationConfig

    return GenerationConfig(
        max_new_tokens=MAX_NEW_TOKENS,
        do_sample=False,
        num_beams=1,
        pad_token_id=config.pad_token_id,
        eos_token_id=config.eos_token_id,
        decoder_start_token_id=config.decoder_start_token_id,
    )
