"""What the subjects of models of texts share: their inputs, and where the tokens stand."""

import inspect
from typing import Any, Final

import numpy as np
import torch

from granview.core.explanation import SPECIAL, Tokens
from granview.models.texts.text_adapter import TextAdapter
from granview.models.texts.text_batch import PreparedText
from granview.models.texts.tokens import Tokens as ModelTokens

BEGIN: Final = Tokens(("<start>",), np.zeros((1, 2), np.int32), np.array([SPECIAL], np.uint8))
"""The token with which a decoder begins."""


def rows_of(adapter: TextAdapter, ids: list[int]) -> dict[str, Any]:
    """Tokens as a batch of one, all of them attended to."""
    row = torch.tensor([ids], device=adapter.device)
    return {"input_ids": row, "attention_mask": torch.ones_like(row)}


def uncached(adapter: TextAdapter, inputs: dict[str, Any]) -> dict[str, Any]:
    """Inputs of a network that must remember nothing from token to token."""
    taken = inspect.signature(adapter.network.forward).parameters
    return {**inputs, **({"use_cache": False} if "use_cache" in taken else {})}


def tokens_at(adapter: TextAdapter, tokens: ModelTokens, places: Any, part: int | None = None) -> Tokens:
    """The tokens at some places of a text; ``part`` names the text where it is not the sample's own."""
    pieces = adapter.tokenizer.convert_ids_to_tokens([int(tokens.ids[place]) for place in places])
    own = np.where(tokens.part < 0, SPECIAL, tokens.part if part is None else part).astype(np.uint8)[places]
    return Tokens(tuple(pieces), tokens.offsets[places], own)


def unread(text: PreparedText, count: int) -> tuple[str, ...]:
    """What must be said where the network is given only some of a text's tokens at once."""
    if count == len(text.tokens):
        return ()
    return (f"The model takes {count:,} tokens at once: of {len(text.tokens):,}, its first window is explained.",)
