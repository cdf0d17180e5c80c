"""How rare the words of a unit are among all texts of the session."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.report.task_units import TaskUnits, UnitColumn
from granview.report.unit_source import UNIT_SOURCES
from granview.scoring.words import split_words
from granview.store.reader import SessionReader
from granview.tasks.base import WORD_RARITY


@dataclass(frozen=True)
class CountedTexts:
    """The words of n texts.

    Attributes:
        counts: How often each word is there.
        total: How many words there are.
        rarity: (n,) float32, the mean information of each text's words.
    """

    counts: Mapping[str, int]
    total: int
    rarity: NDArray[np.float32]


def word_rarity(session: SessionReader, units: TaskUnits) -> Iterator[UnitColumn]:
    """The column, where samples hold their texts; of spans it is about their words, else about all of the text."""
    texts = {sample.name: sample.text.text for sample in session.samples() if sample.text is not None}
    if texts.keys() & set(units.samples):
        counted = count_texts(tuple(texts.values()))
        is_span = "start" in units.columns and "end" in units.columns
        yield UnitColumn(WORD_RARITY, _of_spans(units, texts, counted) if is_span else _of_texts(units, texts, counted))


@lru_cache(maxsize=1)
def count_texts(texts: tuple[str, ...]) -> CountedTexts:
    """Count the words of texts. Remembered, because a session's texts are asked about after each result."""
    words = [_words(text) for text in texts]
    counts = Counter(word for of_text in words for word in of_text)
    total = counts.total()
    rarity = np.array([mean_information(of_text, counts, total) for of_text in words], np.float32)
    return CountedTexts(counts, total, rarity)


def mean_information(words: Sequence[str], counts: Mapping[str, int], total: int) -> float:
    """Mean of -log2(share of a word among all words), in bits; NaN without words.

    It is the information of a word that is drawn by its frequency alone (Shannon 1948).
    """
    if not words:
        return math.nan
    return sum(math.log2(total / counts[word]) for word in words) / len(words)


def _of_texts(units: TaskUnits, texts: Mapping[str, str], counted: CountedTexts) -> NDArray[np.float32]:
    by_name = dict(zip(texts, counted.rarity.tolist(), strict=True))
    return np.array([by_name.get(name, math.nan) for name in units.samples], np.float32)[units.sample]


def _of_spans(units: TaskUnits, texts: Mapping[str, str], counted: CountedTexts) -> NDArray[np.float32]:
    known = _AtLeastOnce(counted.counts)
    ends = zip(units.sample.tolist(), units.columns["start"].tolist(), units.columns["end"].tolist(), strict=True)
    spans = (_span(texts.get(units.samples[sample], ""), start, end) for sample, start, end in ends)
    return np.array([mean_information(_words(span), known, counted.total) for span in spans], np.float32)


class _AtLeastOnce(dict[str, int]):
    """A word that a span cuts out of a longer one counts as if it were there once."""

    def __missing__(self, word: str) -> int:
        return 1


def _span(text: str, start: float, end: float) -> str:
    return "" if math.isnan(start) or math.isnan(end) else text[int(start) : int(end)]


def _words(text: str) -> list[str]:
    return [word.strip(_MARKS).casefold() for word in split_words(text)]


_MARKS: Final = ".,;:!?\"'()[]{}«»“”‘’…"


UNIT_SOURCES.register("word-rarity")(word_rarity)
