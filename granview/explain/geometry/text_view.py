"""From spans of texts to a network's tokens."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import ArgumentError
from granview.core.explain_query import Place, SpanPlace
from granview.core.explanation import PARTS, Tokens

_WORDS: Final = ("the text", "the second text", "the question", "what the model writes")
"""What ``PARTS`` are called."""

_ELSEWHERE: Final = "Point at a word there; a method of attention can be asked about other texts."


@dataclass(frozen=True)
class TextView:
    """The tokens that a network is given.

    Attributes:
        source: Those of the texts that it reads.
        target: Those of the text that the decoder of an encoder-decoder is given; None for other networks.
        fed: Those that a decoder is given which reads the source itself, moved on by one; None for other networks.
    """

    source: Tokens
    target: Tokens | None = None
    fed: Tokens | None = None

    def side(self, tokens: int, decoder: bool) -> Tokens | None:
        """The tokens that a layer's queries or keys are, by their number and place; None where they are not known.

        Some decoders attend to what they are given and to what the encoder read at once, in this order (T5Gemma 2).
        """
        own = (self.target or self.fed) if decoder else None
        sides = (self.source,) if own is None else (own, joined(own, self.source))
        return next((side for side in sides if len(side) == tokens), None)


def _elsewhere(place: SpanPlace, tokens: Tokens) -> ArgumentError:
    """What is said where none of the tokens is of the text that was pointed at."""
    there = " or ".join(words for index, words in enumerate(_WORDS) if (tokens.part == index).any())
    if not there:
        return ArgumentError("All tokens here are special ones, which stand for no text.", "Choose another stack.")
    return ArgumentError(f"This is asked about {there}, not about {_WORDS[PARTS.index(place.part)]}.", _ELSEWHERE)


def joined(first: Tokens, second: Tokens) -> Tokens:
    """Tokens that follow others."""
    return Tokens(
        first.pieces + second.pieces,
        np.concatenate([first.offsets, second.offsets]),
        np.concatenate([first.part, second.part]),
    )


def tokens_of(place: Place | None, tokens: Tokens) -> NDArray[np.int64]:
    """Indices (n,) int64 of the tokens that a span of text touches; empty for None.

    An empty span touches the token that it stands before.

    Raises:
        ArgumentError: it touches none, or pixels were pointed at.
    """
    if place is None:
        return np.zeros(0, np.int64)
    if not isinstance(place, SpanPlace):
        raise ArgumentError("Pixels were pointed at in a text.", "Point at a span of the text.")
    start, end = place.start, max(place.end, place.start + 1)
    ours = tokens.part == PARTS.index(place.part)
    found = np.flatnonzero(ours & (tokens.offsets[:, 0] < end) & (tokens.offsets[:, 1] > start))
    if not ours.any():
        raise _elsewhere(place, tokens)
    if not len(found):
        raise ArgumentError("The model has no token there.", "Point at a word; long texts are cut by some models.")
    return found
