"""Answers as spans of a context, from a network's start and end logits.

The logit of a span is the sum of its first token's start logit and its last token's end logit; that of "no answer" is
the same sum at the first token, and of several windows the lowest counts (Devlin et al., "BERT: Pre-training of Deep
Bidirectional Transformers for Language Understanding", 2019, section 4.3, and the reference code for SQuAD v2).
"""

from collections.abc import Iterator, Sequence
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
        allowed: (T,) bool, which are of the context; they stand side by side, here and in the text.
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
    """The best spans over all windows, in time and memory that grow with the text as the network's own do.

    Args:
        windows: Their logits; a span in several windows has the highest of its logits.
        longest: Most tokens of a span.
        keep: How many spans are kept.
        may_be_none: Whether "no answer" takes part.
    """
    lengths = [_kept(logits, keep) for logits in _by_length(windows, longest)]
    if not lengths:
        return Ranked([], np.zeros(0, np.float32), 1.0 if may_be_none else None)
    none = min(float(window.start[window.none_at] + window.end[window.none_at]) for window in windows)
    total = np.logaddexp.reduce([kept.total for kept in lengths] + [none] * may_be_none)
    firsts = np.concatenate([kept.firsts for kept in lengths])
    lasts = np.concatenate([kept.firsts + more for more, kept in enumerate(lengths)])
    logits = np.concatenate([kept.logits for kept in lengths])
    order = np.lexsort((lasts, firsts, -logits))[:keep]
    spans = list(zip(firsts[order].tolist(), lasts[order].tolist(), strict=True))
    no_answer = float(np.exp(none - total)) if may_be_none else None
    return Ranked(spans, np.exp(logits[order] - total).astype(np.float32), no_answer)


@dataclass(frozen=True)
class _Kept:
    """Of the spans of one length.

    Attributes:
        firsts: First tokens of the best.
        logits: Theirs, float64.
        total: Logarithm of the summed exponentials of the logits of all.
    """

    firsts: NDArray[np.int64]
    logits: NDArray[np.float64]
    total: float


def _kept(logits: NDArray[np.float64], keep: int) -> _Kept:
    """The best spans of one length, by the logits (n,) of those that begin at each token of the text."""
    least = np.partition(logits, -keep)[-keep] if len(logits) > keep else -np.inf
    firsts = np.flatnonzero((logits >= least) & (logits > -np.inf))
    firsts = firsts[np.argsort(-logits[firsts], kind="stable")[:keep]]
    best = logits.max()
    return _Kept(firsts, logits[firsts], float(best + np.log(np.exp(logits - best).sum())))


def _by_length(windows: Sequence[WindowLogits], longest: int) -> Iterator[NDArray[np.float64]]:
    """For spans of one token, of two, and so on, the highest logit of that which begins at each token of the text.

    None leaves the context, nor a window; where there is no such span, the logit is minus infinity.
    """
    inside = [np.flatnonzero(window.allowed) for window in windows]
    number = np.repeat(np.arange(len(windows)), [len(one) for one in inside])
    starts, ends, places = (
        np.concatenate([values[one] for values, one in zip(column, inside, strict=True)])
        for column in zip(*((window.start, window.end, window.places) for window in windows), strict=True)
    )
    most = min(longest, max(map(len, inside)))
    size = int(places.max()) + 1 if most else 0
    for more in range(most):
        n = len(number) - more
        within = number[:n] == number[more:]
        best = np.full(size, -np.inf)
        np.maximum.at(best, places[:n][within], starts[:n][within].astype(np.float64) + ends[more:][within])
        yield best
