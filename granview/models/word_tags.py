"""Tags for whole words, from what a network says of their tokens.

The ways are those of transformers' ``token-classification`` pipeline. Words are told from the text alone, so that lanes
with different tokenizers divide it alike.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.params import Aggregation
from granview.scoring.word_stretches import Stretch, words_of

Bounds = NDArray[np.int64]
"""(n + 1,) where each of n groups of tokens begins; the last is the number of tokens."""

Scores = NDArray[np.floating[Any]]
"""(tokens, tags) probabilities."""


def groups_of(text: str, tokens: Sequence[Stretch], how: Aggregation) -> Bounds:
    """Where the groups of tokens begin that get one tag together: each token, or those that begin in one word."""
    if how == "simple" or not tokens:
        return np.arange(len(tokens) + 1)
    starts = np.array([start for start, _ in words_of(text)], np.int64)
    words = np.searchsorted(starts, [start for start, _ in tokens], "right")
    return np.concatenate([[0], np.flatnonzero(np.diff(words)) + 1, [len(tokens)]])


def scores_of(probabilities: Scores, groups: Bounds, how: Aggregation) -> Scores:
    """Of each group, the probabilities (n, tags): of its first token, of its surest one, or their mean."""
    if len(groups) == 1:
        return probabilities[:0]
    return _WAYS[how](probabilities, groups)


def _first(probabilities: Scores, groups: Bounds) -> Scores:
    return probabilities[groups[:-1]]


def _mean(probabilities: Scores, groups: Bounds) -> Scores:
    return np.asarray(np.add.reduceat(probabilities, groups[:-1]) / np.diff(groups)[:, None], probabilities.dtype)


def _surest(probabilities: Scores, groups: Bounds) -> Scores:
    best = probabilities.max(axis=1)
    bounds = zip(groups[:-1].tolist(), groups[1:].tolist(), strict=True)
    return probabilities[[first + int(best[first:last].argmax()) for first, last in bounds]]


_WAYS: Final[dict[Aggregation, Callable[[Scores, Bounds], Scores]]] = {
    "simple": _first,
    "first": _first,
    "average": _mean,
    "max": _surest,
}
