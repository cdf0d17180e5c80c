"""Which tokens of a text get one tag together, and what a network says of them then.

The ways are those of transformers' ``token-classification`` pipeline. Words are those in which the text was given, as
in a CoNLL file, else those of ``text_words``. There a token of nothing but white space, as byte-level tokenizers and
SentencePiece write before a piece that they do not know with its space, is a word by itself, as in the pipeline; in
words that were given it is the first token of the word after it, as in training. One rule of the pipeline is not kept,
since it gives what no reference has: with tokenizers that know no words, punctuation belongs to the word before it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.params import Aggregation
from granview.core.text import TextInput
from granview.models.texts.basic_words import TextRanges, words_in

Bounds = NDArray[np.int64]
"""(n + 1,) where each of n groups of tokens begins; the last is the number of tokens."""

Scores = NDArray[np.floating[Any]]
"""(tokens, tags) probabilities."""


@dataclass(frozen=True)
class Groups:
    """Tokens that get one tag together: those of a word, or else those that share a character.

    Attributes:
        bounds: Which tokens each of the n groups has.
        spans: (n, 2) what it covers; no two cover the same character.
        parted: (n,) bool, whether words without any token stand before it, so that no entity goes on into it.
    """

    bounds: Bounds
    spans: TextRanges
    parted: NDArray[np.bool_]


def groups_of(sample_input: TextInput, tokens: Sequence[tuple[int, int]], how: Aggregation) -> Groups:
    """The groups of a text's tokens, which stand in its order, each with start and end.

    Byte-level tokenizers give a character of several bytes as several tokens: those are never parted.
    """
    stretches = np.array(tokens, np.int64).reshape(-1, 2)
    if how == "simple":
        return _grouped(stretches, np.arange(len(stretches)))
    if sample_input.words is not None:
        return _by_words_of_file(stretches, np.array(sample_input.words, np.int64).reshape(-1, 2))
    words = words_in(sample_input.text)
    word = _word_at(stretches, words)
    starts, empty = np.append(words[:, 0], len(sample_input.text)), stretches[:, 0] == stretches[:, 1]
    return _grouped(stretches, 2 * word + ((stretches[:, 0] >= starts[word]) & ~empty))


def _word_at(tokens: TextRanges, words: TextRanges) -> NDArray[np.int64]:
    """For each token the word that it begins in; the next one where it begins in none."""
    return np.searchsorted(words[:, 1], tokens[:, 0], "right")


def _grouped(tokens: TextRanges, key: NDArray[np.int64]) -> Groups:
    """Neighbours of one key, and those that share a character."""
    reach = np.maximum.accumulate(tokens[:, 1])
    begins = np.flatnonzero((np.diff(key) != 0) & (tokens[1:, 0] >= reach[:-1])) + 1
    bounds = np.unique(np.concatenate([[0], begins, [len(tokens)]])).astype(np.int64)
    spans = np.stack([tokens[bounds[:-1], 0], reach[bounds[1:] - 1]], axis=1)
    return Groups(bounds, spans, np.zeros(len(spans), bool))


def _by_words_of_file(tokens: TextRanges, words: TextRanges) -> Groups:
    """Spans are those of the words, whatever of them the tokenizer has left out."""
    word = _word_at(tokens, words)
    groups = _grouped(tokens, word)
    if not len(groups.spans):
        return groups
    words = np.concatenate([words, groups.spans[-1:]])
    first, last = word[groups.bounds[:-1]], word[groups.bounds[1:] - 1]
    covered = np.concatenate([[0], groups.spans[:-1, 1]])
    starts = np.maximum(np.minimum(groups.spans[:, 0], words[first, 0]), covered)
    ends = np.maximum(groups.spans[:, 1], words[last, 1])
    following = np.concatenate([[0], last[:-1] + 1])
    parted = (following < first) & (words[following, 0] >= covered)
    return Groups(groups.bounds, np.stack([starts, ends], axis=1), parted)


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
