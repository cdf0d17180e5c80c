"""Loads any text model of the zoo with its tokenizer, to measure it."""

from pathlib import Path

from tokenizers import Tokenizer
from torch import nn

from granview.zoo.build import check_weights
from granview.zoo.card import read_card
from granview.zoo.nets_text.bilstm_folder import load_bilstm


def load_text_model(folder: Path) -> tuple[nn.Module, Tokenizer]:
    """Loads a text model on the CPU, in evaluation mode, after its weights were compared with its card.

    Raises:
        ModelError: The folder is incomplete or malformed.
        WeightsChanged: The weights are not the ones that the card describes.
    """
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    architecture = read_card(folder).architecture
    if architecture == "bilstm":
        return load_bilstm(folder)[0], tokenizer
    import transformers

    check_weights(folder)
    classes = {
        "bert-classifier": transformers.AutoModelForSequenceClassification,
        "bert-tagger": transformers.AutoModelForTokenClassification,
        "bart": transformers.AutoModelForSeq2SeqLM,
    }
    network: nn.Module = classes[architecture].from_pretrained(folder, local_files_only=True)
    return network.eval(), tokenizer
