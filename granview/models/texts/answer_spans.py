"""Answers as spans of a context, from a network's start and end logits.

The logit of a span is the sum of its first token's start logit and its last token's end logit; that of "no answer" is
the same sum at the first token, and of several windows the lowest counts (Devlin et al., "BERT: Pre-training of Deep
Bidirectional Transformers for Language Understanding", 2019, section 4.3, and the reference code for SQuAD v2).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Logits = NDArray[np.float32]
"""(T,) float32, one for each token of a window."""


@dataclass(frozen=True)
class WindowLogits:
    """What a network says about one window.

    Attributes:
        start: Of an answer's beginning at each token.
        end: Of an answer's end at each token.
        places: (T,) int64, which token of the whole text each is.
        allowed: (T,) bool, which are of the context; they stand side by side.
        none_at: The token whose logits stand for "no answer".
    """

    start: Logits
    end: Logits
    places: NDArray[np.int64]
    allowed: NDArray[np.bool_]
    none_at: int = 0


@dataclass(frozen=True)
class Ranked:
    """Spans of tokens with their probabilities among all spans and "no answer", the most probable first.

    Attributes:
        spans: First and last token of each, in the whole text.
        scores: (k,) float32.
        no_answer: Probability of "no answer"; None where it was not asked for.
    """

    spans: list[tuple[int, int]]
    scores: NDArray[np.float32]
    no_answer: float | None


def ranked(windows: Sequence[WindowLogits], longest: int, keep: int, may_be_none: bool) -> Ranked:
    """The best spans over all windows.

    Args:
        windows: Their logits; a span in several windows has the highest of its logits.
        longest: Most tokens of a span.
        keep: How many spans are kept.
        may_be_none: Whether "no answer" takes part.
    """
    keys, logits = _best_of(windows, longest)
    none = min((float(window.start[window.none_at] + window.end[window.none_at]) for window in windows), default=0.0)
    if not len(keys):
        return Ranked([], np.zeros(0, np.float32), 1.0 if may_be_none else None)
    everything = np.append(logits, none if may_be_none else -np.inf)
    weights = np.exp(everything - everything.max())
    shares = weights / weights.sum()
    order = np.argsort(-shares[:-1], kind="stable")[:keep]
    spans = [(int(first), int(last)) for first, last in keys[order]]
    return Ranked(spans, shares[order].astype(np.float32), float(shares[-1]) if may_be_none else None)


def _best_of(windows: Sequence[WindowLogits], longest: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Every span (n, 2) int64 of any window, in the order of the text, and the highest of its logits."""
    found = [_spans(window, longest) for window in windows]
    keys, inverse = np.unique(np.concatenate([spans for spans, _ in found]), axis=0, return_inverse=True)
    logits = np.full(len(keys), -np.inf)
    np.maximum.at(logits, inverse.reshape(-1), np.concatenate([values for _, values in found]))
    return keys, logits


def _spans(window: WindowLogits, longest: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """All spans (n, 2) int64 of a window with their logits; none leaves the context, nor ends before it starts."""
    inside = np.flatnonzero(window.allowed)
    pairs = [np.stack([inside[: len(inside) - more], inside[more:]], 1) for more in range(min(longest, len(inside)))]
    spans = np.concatenate([np.zeros((0, 2), np.int64), *pairs])
    logits = window.start[spans[:, 0]].astype(np.float64) + window.end[spans[:, 1]]
    return window.places[spans], logits
