"""From a lane's adapter and a sample to what is explained."""

import inspect
from collections.abc import Mapping
from dataclasses import replace
from functools import singledispatch
from typing import Any

import numpy as np
import torch
from torch import Tensor

from granview.core.errors import UnsupportedModel
from granview.core.explanation import PARTS, SPECIAL, Tokens
from granview.core.text import TextInput
from granview.explain.geometry.image_view import ImageView
from granview.explain.geometry.text_view import TextView, joined
from granview.explain.subject import Subject
from granview.models.adapter import DEFAULT_PARAMS, AnyAdapter, Image
from granview.models.families.hf_universal_segmentation import HfUniversalSegmentation
from granview.models.generation.causal_adapter import CausalAdapter
from granview.models.generation.seq2seq_adapter import Seq2SeqAdapter
from granview.models.images.segmentation_adapter import SegmentationAdapter
from granview.models.texts.fill_mask import FillMask
from granview.models.texts.question_answering import QuestionAnswering
from granview.models.texts.text_adapter import TextAdapter
from granview.models.texts.text_batch import PreparedText
from granview.models.texts.token_classification import TokenClassification
from granview.models.texts.tokens import Tokens as ModelTokens

_TARGET = PARTS.index("target")
_BEGIN = Tokens(("<start>",), np.zeros((1, 2), np.int32), np.array([SPECIAL], np.uint8))
"""The token with which a decoder begins."""


@singledispatch
def subject_of(adapter: AnyAdapter, sample_input: Any, written: str | None = None) -> Subject:
    """The network and the sample as it takes it.

    Args:
        adapter: The lane's model.
        sample_input: The sample as the adapter takes it.
        written: The text that the model wrote about it, for models that write: it is explained along with the sample.

    Raises:
        UnsupportedModel: models of this kind cannot be explained.
        InputError: the task cannot use the sample.
    """
    raise UnsupportedModel(f"A {type(adapter).__name__} cannot be explained.", "Choose a lane of another task.")


@subject_of.register
def _(adapter: SegmentationAdapter, sample_input: Image, written: str | None = None) -> Subject:
    batch = adapter.preprocess([sample_input])
    named: Mapping[str, Tensor] = batch if isinstance(batch, Mapping) else {_first_argument(adapter): batch}
    inputs = {name: _on_device(adapter, tensor) for name, tensor in named.items()}
    height, width = next(iter(named.values())).shape[-2:]
    return Subject(adapter.network, inputs, ImageView(sample_input.shape[:2], (int(height), int(width))))


@subject_of.register
def _(adapter: HfUniversalSegmentation, sample_input: Image, written: str | None = None) -> Subject:
    """Pixels have the scores that the queries' classes and masks make together."""
    subject = subject_of.dispatch(SegmentationAdapter)(adapter, sample_input, written)
    return replace(subject, logits=_scores_of_queries)


@subject_of.register
def _(adapter: TextAdapter, sample_input: TextInput, written: str | None = None) -> Subject:
    text, inputs = _first_window(adapter, sample_input)
    places = text.windows[0].indices(len(text.tokens))
    source = _tokens(adapter, text.tokens, places)
    view = TextView(source, fed=_moved_on(source) if _feeds_its_decoder(adapter) else None)
    return Subject(adapter.network, inputs, view, notices=_unread(text, len(places)))


@subject_of.register
def _(adapter: TokenClassification, sample_input: TextInput, written: str | None = None) -> Subject:
    """Every token has a class, so that a place must be named."""
    return replace(subject_of.dispatch(TextAdapter)(adapter, sample_input, written), reads=None)


@subject_of.register
def _(adapter: FillMask, sample_input: TextInput, written: str | None = None) -> Subject:
    """What is explained is the word for the first mask."""
    subject = subject_of.dispatch(TextAdapter)(adapter, sample_input, written)
    ids = subject.inputs["input_ids"][0].tolist()
    mask = adapter.tokenizer.mask_token_id
    return replace(subject, reads=ids.index(mask) if mask in ids else None)


@subject_of.register
def _(adapter: QuestionAnswering, sample_input: TextInput, written: str | None = None) -> Subject:
    """The question and its context; classes are the tokens at which the answer may start."""
    subject = subject_of.dispatch(TextAdapter)(adapter, sample_input, written)
    assert isinstance(subject.view, TextView)
    source = subject.view.source
    part = np.select([source.part == 0, source.part == 1], [PARTS.index("question"), PARTS.index("text")], SPECIAL)
    named = replace(source, part=part.astype(np.uint8))
    view = TextView(named, fed=_moved_on(named) if subject.view.fed else None)
    return replace(subject, view=view, logits=lambda output: output["start_logits"])


@subject_of.register
def _(adapter: CausalAdapter, sample_input: TextInput, written: str | None = None) -> Subject:
    """The prompt and what was written after it, as one text."""
    text = adapter.prepared(sample_input, DEFAULT_PARAMS)
    places = text.windows[0].indices(len(text.tokens))
    prompt = _tokens(adapter, text.tokens, places)
    ids = [text.tokens.ids[place] for place in places]
    if written:
        after = adapter.tokenizing.tokens(written, special=False)
        prompt = joined(prompt, _tokens(adapter, after, np.arange(len(after)), _TARGET))
        ids += list(after.ids)
    return Subject(
        adapter.network, _uncached(adapter, _rows(adapter, ids)), TextView(prompt), notices=_unread(text, len(places))
    )


@subject_of.register
def _(adapter: Seq2SeqAdapter, sample_input: TextInput, written: str | None = None) -> Subject:
    """The text that the encoder reads, and what the decoder wrote of it."""
    text = adapter.prepared(sample_input, DEFAULT_PARAMS)
    places = text.windows[0].indices(len(text.tokens))
    target = adapter.tokenizing.tokens(written or "", special=False)
    inputs = _rows(adapter, [text.tokens.ids[place] for place in places])
    inputs["decoder_input_ids"] = torch.tensor([[adapter.first_token, *target.ids]], device=adapter.device)
    view = TextView(
        _tokens(adapter, text.tokens, places),
        joined(_BEGIN, _tokens(adapter, target, np.arange(len(target)), _TARGET)),
    )
    return Subject(adapter.network, _uncached(adapter, inputs), view, notices=_unread(text, len(places)))


def _feeds_its_decoder(adapter: TextAdapter) -> bool:
    """Whether a network that writes nothing has a decoder, which is then given the text that the encoder reads."""
    config: Any = adapter.network.config
    return config.is_encoder_decoder and "decoder_input_ids" in inspect.signature(adapter.network.forward).parameters


def _moved_on(tokens: Tokens) -> Tokens:
    """All tokens but the last, after the one with which a decoder begins."""
    kept = Tokens(tokens.pieces[:-1], tokens.offsets[:-1], tokens.part[:-1])
    return joined(_BEGIN, kept)


def _first_window(adapter: TextAdapter, sample_input: TextInput) -> tuple[PreparedText, dict[str, Any]]:
    """A text's tokens, and its first window as the network takes it, without the padding of shorter windows."""
    batch = adapter.preprocess([sample_input])
    text = batch.texts[0]
    count = len(text.windows[0].indices(len(text.tokens)))
    inputs = {name: tensor[:1, :count] for name, tensor in adapter.on_device(batch.passes[0]).items()}
    return text, _uncached(adapter, inputs)


def _scores_of_queries(output: Any) -> Tensor:
    """Scores (1, classes, h, w): each query's mask times the probability of each class but the last, "no object"."""
    classes = output.class_queries_logits.float().softmax(dim=-1)[..., :-1]
    masks = output.masks_queries_logits.float().sigmoid()
    return torch.einsum("nqc,nqhw->nchw", classes, masks)


def _first_argument(adapter: SegmentationAdapter) -> str:
    """Transformers names its pixels; torchvision's and the zoo's networks take a bare tensor."""
    from transformers import PreTrainedModel

    return "pixel_values" if isinstance(adapter.network, PreTrainedModel) else ""


def _on_device(adapter: SegmentationAdapter, tensor: Tensor) -> Tensor:
    return adapter.on_device(tensor) if tensor.is_floating_point() else tensor.to(adapter.device)


def _rows(adapter: TextAdapter, ids: list[int]) -> dict[str, Any]:
    row = torch.tensor([ids], device=adapter.device)
    return {"input_ids": row, "attention_mask": torch.ones_like(row)}


def _uncached(adapter: TextAdapter, inputs: dict[str, Any]) -> dict[str, Any]:
    taken = inspect.signature(adapter.network.forward).parameters
    return {**inputs, **({"use_cache": False} if "use_cache" in taken else {})}


def _tokens(adapter: TextAdapter, tokens: ModelTokens, places: Any, part: int | None = None) -> Tokens:
    """The tokens at some places of a text; ``part`` names the text where it is not the sample's own."""
    pieces = adapter.tokenizer.convert_ids_to_tokens([int(tokens.ids[place]) for place in places])
    own = np.where(tokens.part < 0, SPECIAL, tokens.part if part is None else part).astype(np.uint8)[places]
    return Tokens(tuple(pieces), tokens.offsets[places], own)


def _unread(text: PreparedText, count: int) -> tuple[str, ...]:
    """What must be said where the network is given only some of a text's tokens at once."""
    if count == len(text.tokens):
        return ()
    return (f"The model takes {count:,} tokens at once: of {len(text.tokens):,}, its first window is explained.",)
