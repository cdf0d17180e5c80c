"""Tiny models that translate between many languages, with the tokenizers that their families really have."""

import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

from tests.helpers.tiny_text_models import CORPUS

_FRAME = ("<s>", "<pad>", "</s>", "<unk>")
_CODES = 128
"""Room for the codes that M2M-100 counts after its vocabulary."""

_LETTERS = sorted({letter for text in CORPUS[:3] for letter in text if not letter.isspace()})


def _mbart(_: Path) -> Any:
    from transformers import MBartTokenizer
    from transformers.models.mbart.tokenization_mbart import FAIRSEQ_LANGUAGE_CODES

    pieces = ("▁", *_LETTERS, *(f"▁{letter}" for letter in _LETTERS))
    vocabulary = [*((token, 0.0) for token in _FRAME), *((piece, -2.0) for piece in pieces)]
    vocabulary += [(code, 0.0) for code in FAIRSEQ_LANGUAGE_CODES] + [("<mask>", 0.0)]
    return MBartTokenizer(vocab=vocabulary, model_max_length=64)


def _nllb(_: Path) -> Any:
    from transformers import NllbTokenizer

    vocabulary = {piece: index for index, piece in enumerate((*_FRAME, "▁", *_LETTERS))}
    return NllbTokenizer(vocab=vocabulary, merges=[], model_max_length=64)


def _m2m(folder: Path) -> Any:
    import sentencepiece
    from transformers import M2M100Tokenizer

    (folder / "corpus.txt").write_text("\n".join(CORPUS), encoding="utf-8")
    model = folder / "spm"
    sentencepiece.SentencePieceTrainer.train(
        input=str(folder / "corpus.txt"),
        model_prefix=str(model),
        vocab_size=150,
        hard_vocab_limit=False,
        minloglevel=2,
    )
    trained = sentencepiece.SentencePieceProcessor(f"{model}.model")
    own = [trained.id_to_piece(index) for index in range(len(trained))]
    pieces = [*_FRAME, *(piece for piece in own if piece not in _FRAME)]
    (folder / "vocab.json").write_text(json.dumps({piece: index for index, piece in enumerate(pieces)}))
    return M2M100Tokenizer(str(folder / "vocab.json"), f"{model}.model", model_max_length=64)


TRANSLATORS: dict[str, tuple[Callable[[Path], Any], str, tuple[str, str, str]]] = {
    "mbart": (_mbart, "MBart", ("en_XX", "de_DE", "ro_RO")),
    "nllb": (_nllb, "M2M100", ("eng_Latn", "deu_Latn", "fra_Latn")),
    "m2m": (_m2m, "M2M100", ("en", "de", "ro")),
}
"""By family: its tokenizer, the class of its network, and three of its codes: the one that it begins with first."""


def save_tiny_translator(kind: str, folder: Path) -> Path:
    """Save a tiny model with its tokenizer; what it writes depends on the languages."""
    import transformers

    folder.mkdir(parents=True, exist_ok=True)
    make, name, _ = TRANSLATORS[kind]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tokenizer = make(folder)
    sizes = {"encoder_layers": 1, "decoder_layers": 1, "encoder_ffn_dim": 48, "decoder_ffn_dim": 48, "d_model": 32}
    heads = {"encoder_attention_heads": 4, "decoder_attention_heads": 4, "max_position_embeddings": 64}
    special = {"bos_token_id": 0, "pad_token_id": 1, "eos_token_id": 2, "decoder_start_token_id": 2}
    torch.manual_seed(0)
    config = getattr(transformers, f"{name}Config")(
        vocab_size=len(tokenizer) + _CODES, forced_eos_token_id=None, **sizes, **heads, **special
    )
    network = getattr(transformers, f"{name}ForConditionalGeneration")(config)
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.ndim > 1:
                parameter.normal_(0, 0.25)
    transformers.utils.logging.disable_progress_bar()
    saved = folder / "model"
    network.save_pretrained(saved)
    tokenizer.save_pretrained(saved)
    return saved
