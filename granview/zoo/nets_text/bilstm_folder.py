"""The folder of a BiLSTM: `config.json` as transformers has it, weights, and a fast tokenizer beside them."""

from pathlib import Path

import msgspec
from safetensors import SafetensorError
from safetensors.torch import load_file

from granview.zoo.build import WEIGHTS, check_weights
from granview.zoo.config import decode_config, unusable
from granview.zoo.nets_text.bilstm import BiLstmClassifier

MODEL_TYPE = "granview-bilstm"


class BiLstmConfig(msgspec.Struct, frozen=True):
    """What `config.json` says.

    Attributes:
        vocab_size: Number of tokens.
        id2label: Classes by index.
        embedding_size: Width of the embeddings.
        hidden_size: Width of each direction's state.
        architectures: Name of the class, with the ending by which transformers tells the task.
        model_type: `granview-bilstm`, which transformers does not know.
        pad_token_id: Token that fills up a batch's shorter texts.
    """

    vocab_size: int
    id2label: dict[int, str]
    embedding_size: int
    hidden_size: int
    architectures: tuple[str, ...] = ("BiLstmForSequenceClassification",)
    model_type: str = MODEL_TYPE
    pad_token_id: int = 0


def read_bilstm_config(folder: Path) -> BiLstmConfig:
    """Reads `config.json` of a BiLSTM's folder.

    Raises:
        ModelError: The file is missing, malformed, or of another model.
    """
    path = folder / "config.json"
    config = decode_config(path, BiLstmConfig)
    if config.model_type != MODEL_TYPE:
        raise unusable(path, f"model type {config.model_type!r} is not {MODEL_TYPE!r}")
    return config


def load_bilstm(folder: Path) -> tuple[BiLstmClassifier, BiLstmConfig]:
    """Loads a BiLSTM on the CPU, float32, in evaluation mode; AutoTokenizer loads its tokenizer from the same folder.

    Raises:
        ModelError: The folder is incomplete or malformed.
        WeightsChanged: The weights are not the ones that the card describes.
    """
    config = read_bilstm_config(folder)
    check_weights(folder)
    network = BiLstmClassifier(config.vocab_size, len(config.id2label), config.embedding_size, config.hidden_size)
    try:
        network.load_state_dict(load_file(folder / WEIGHTS))
    except (RuntimeError, SafetensorError) as error:
        raise unusable(folder, str(error)) from error
    return network.eval(), config
