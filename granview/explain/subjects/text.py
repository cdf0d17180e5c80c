"""Models that read a text and write none."""

import inspect
from dataclasses import replace
from typing import Any

import numpy as np

from granview.core.explanation import PARTS, SPECIAL, Tokens
from granview.core.text import TextInput
from granview.explain.adapter_subject import explains
from granview.explain.geometry.text_view import TextView, joined
from granview.explain.subject import Subject
from granview.explain.text_inputs import BEGIN, tokens_at, uncached, unread
from granview.models.texts.fill_mask import FillMask
from granview.models.texts.question_answering import QuestionAnswering
from granview.models.texts.text_adapter import TextAdapter
from granview.models.texts.text_batch import PreparedText
from granview.models.texts.token_classification import TokenClassification


@explains(TextAdapter)
def text_subject(adapter: TextAdapter, sample_input: TextInput, written: str | None = None) -> Subject:
    """The first window of the text; what is explained is the class of the whole."""
    text, inputs = _first_window(adapter, sample_input)
    places = text.windows[0].indices(len(text.tokens))
    source = tokens_at(adapter, text.tokens, places)
    view = TextView(source, fed=_after_begin(source) if _feeds_its_decoder(adapter) else None)
    return Subject(adapter.network, inputs, view, notices=unread(text, len(places)))


@explains(TokenClassification)
def token_classification_subject(
    adapter: TokenClassification, sample_input: TextInput, written: str | None = None
) -> Subject:
    """Every token has a class, so that a place must be named."""
    return replace(text_subject(adapter, sample_input, written), reads=None)


@explains(FillMask)
def fill_mask_subject(adapter: FillMask, sample_input: TextInput, written: str | None = None) -> Subject:
    """What is explained is the word for the first mask."""
    subject = text_subject(adapter, sample_input, written)
    ids = subject.inputs["input_ids"][0].tolist()
    mask = adapter.tokenizer.mask_token_id
    return replace(subject, reads=ids.index(mask) if mask in ids else None)


@explains(QuestionAnswering)
def question_answering_subject(
    adapter: QuestionAnswering, sample_input: TextInput, written: str | None = None
) -> Subject:
    """The question and its context; classes are the tokens at which the answer may start."""
    subject = text_subject(adapter, sample_input, written)
    assert isinstance(subject.view, TextView)
    source = subject.view.source
    part = np.select([source.part == 0, source.part == 1], [PARTS.index("question"), PARTS.index("text")], SPECIAL)
    named = replace(source, part=part.astype(np.uint8))
    view = TextView(named, fed=_after_begin(named) if subject.view.fed else None)
    return replace(subject, view=view, logits=lambda output: output["start_logits"])


def _feeds_its_decoder(adapter: TextAdapter) -> bool:
    """Whether a network that writes nothing has a decoder, which is then given the text that the encoder reads."""
    config: Any = adapter.network.config
    return config.is_encoder_decoder and "decoder_input_ids" in inspect.signature(adapter.network.forward).parameters


def _after_begin(tokens: Tokens) -> Tokens:
    """All tokens but the last, after the one with which a decoder begins."""
    kept = Tokens(tokens.pieces[:-1], tokens.offsets[:-1], tokens.part[:-1])
    return joined(BEGIN, kept)


def _first_window(adapter: TextAdapter, sample_input: TextInput) -> tuple[PreparedText, dict[str, Any]]:
    """A text's tokens, and its first window as the network takes it, without the padding of shorter windows."""
    batch = adapter.preprocess([sample_input])
    text = batch.texts[0]
    count = len(text.windows[0].indices(len(text.tokens)))
    inputs = {name: tensor[:1, :count] for name, tensor in adapter.on_device(batch.passes[0]).items()}
    return text, uncached(adapter, inputs)
