"""Models that write: the text that they read, and what they wrote."""

import numpy as np
import torch

from granview.core.explanation import PARTS
from granview.core.text import TextInput
from granview.explain.adapter_subject import explains
from granview.explain.geometry.text_view import TextView, joined
from granview.explain.subject import Subject
from granview.explain.text_inputs import BEGIN, rows_of, tokens_at, uncached, unread
from granview.models.adapter import DEFAULT_PARAMS
from granview.models.generation.causal_adapter import CausalAdapter
from granview.models.generation.seq2seq_adapter import Seq2SeqAdapter

_TARGET = PARTS.index("target")


@explains(CausalAdapter)
def causal_subject(adapter: CausalAdapter, sample_input: TextInput, written: str | None = None) -> Subject:
    """The prompt and what was written after it, as one text."""
    text = adapter.prepared(sample_input, DEFAULT_PARAMS)
    places = text.windows[0].indices(len(text.tokens))
    prompt = tokens_at(adapter, text.tokens, places)
    ids = [text.tokens.ids[place] for place in places]
    if written:
        after = adapter.tokenizing.tokens(written, special=False)
        prompt = joined(prompt, tokens_at(adapter, after, np.arange(len(after)), _TARGET))
        ids += list(after.ids)
    return Subject(
        adapter.network, uncached(adapter, rows_of(adapter, ids)), TextView(prompt), notices=unread(text, len(places))
    )


@explains(Seq2SeqAdapter)
def seq2seq_subject(adapter: Seq2SeqAdapter, sample_input: TextInput, written: str | None = None) -> Subject:
    """The text that the encoder reads, and what the decoder wrote of it."""
    text = adapter.prepared(sample_input, DEFAULT_PARAMS)
    places = text.windows[0].indices(len(text.tokens))
    target = adapter.tokenizing.tokens(written or "", special=False)
    inputs = rows_of(adapter, [text.tokens.ids[place] for place in places])
    inputs["decoder_input_ids"] = torch.tensor([[adapter.first_token, *target.ids]], device=adapter.device)
    view = TextView(
        tokens_at(adapter, text.tokens, places),
        joined(BEGIN, tokens_at(adapter, target, np.arange(len(target)), _TARGET)),
    )
    return Subject(adapter.network, uncached(adapter, inputs), view, notices=unread(text, len(places)))
