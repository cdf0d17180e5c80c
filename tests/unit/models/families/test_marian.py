"""Marian with the tokenizer that it really has: SentencePiece, written in Python."""

import json
import warnings

import pytest
import torch

from granview.core.text import TextInput
from tests.helpers.texts import run_texts
from tests.helpers.tiny_text_models import CORPUS, save_tiny_text

TEXT = "The quick brown fox jumps over the lazy dog near London and Paris."


@pytest.fixture
def folder(tmp_path):
    from transformers import MarianTokenizer

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pieces = trained_pieces(tmp_path)
        vocabulary = {piece: index for index, piece in enumerate([*pieces, "<pad>"])}
        (tmp_path / "vocab.json").write_text(json.dumps(vocabulary))
        model = str(tmp_path / "source.model")
        tokenizer = MarianTokenizer(model, model, str(tmp_path / "vocab.json"), model_max_length=40)
    changes = {"vocab_size": len(vocabulary), "eos_token_id": vocabulary["</s>"]}
    for name in ("pad_token_id", "decoder_start_token_id"):
        changes[name] = vocabulary["<pad>"]
    saved = save_tiny_text("marian", "text2text-generation", tmp_path / "marian", **changes)
    for path in saved.glob("tokenizer*"):
        path.unlink()
    tokenizer.save_pretrained(saved)
    return saved


def trained_pieces(folder):
    import sentencepiece

    (folder / "corpus.txt").write_text("\n".join(CORPUS), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(folder / "corpus.txt"),
        model_prefix=str(folder / "source"),
        vocab_size=150,
        hard_vocab_limit=False,
        minloglevel=2,
    )
    trained = sentencepiece.SentencePieceProcessor(str(folder / "source.model"))
    return [trained.id_to_piece(index) for index in range(len(trained))]


def test_agrees_with_generate(folder, load):
    from transformers import MarianMTModel

    adapter = load(folder, task="translation")
    assert not adapter.tokenizing.has_offsets
    said = run_texts(adapter, [TEXT, "Paris"])
    network = MarianMTModel.from_pretrained(folder).eval()
    for text, one in zip((TEXT, "Paris"), said, strict=True):
        inputs = adapter.tokenizer(text, return_tensors="pt")
        with torch.inference_mode():
            output = network.generate(**inputs, max_new_tokens=8, num_beams=1, do_sample=False)
        assert one.prediction.text == adapter.tokenizer.decode(output[0], skip_special_tokens=True)
        assert len(one.prediction.tokens) == len(one.prediction.confidence)


def test_a_long_text_keeps_its_start(folder, load):
    adapter = load(folder, task="translation")
    batch = adapter.preprocess([TextInput.of(TEXT * 3)])
    ids = adapter.tokenizer(TEXT * 3, verbose=False)["input_ids"]
    assert batch.passes[0]["input_ids"].tolist() == [[*ids[:39], ids[-1]]]
    assert batch.texts[0].notices[-1].startswith("The model's window holds 40 tokens: the first 39 of the text's ")
