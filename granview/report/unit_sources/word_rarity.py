"""How rare the words of a unit are among all texts of the session."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from granview.core.sample import Sample
from granview.report.task_units import TaskUnits, UnitColumn
from granview.report.unit_source import UNIT_SOURCES
from granview.scoring.words import split_words
from granview.store.reader import SessionReader
from granview.tasks.base import WORD_RARITY


def word_rarity(session: SessionReader, units: TaskUnits) -> Iterator[UnitColumn]:
    """The column, where samples hold their texts; of spans it is about their words, else about all of the text."""
    wanted = set(units.samples)
    texts = {sample.name: _text(sample) for sample in session.samples() if sample.name in wanted and sample.text}
    if texts:
        yield UnitColumn(WORD_RARITY, _of_units(units, texts))


def mean_information(words: Sequence[str], counts: Mapping[str, int], total: int) -> float:
    """Mean of -log2(share of a word among all words), in bits; NaN without words.

    It is the information of a word that is drawn by its frequency alone (Shannon 1948).
    """
    if not words:
        return math.nan
    return sum(math.log2(total / counts[word]) for word in words) / len(words)


def _of_units(units: TaskUnits, texts: Mapping[str, str]) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    by_sample = {name: _words(text) for name, text in texts.items()}
    counts = Counter(word for words in by_sample.values() for word in words)
    total = counts.total()
    if "start" in units.columns and "end" in units.columns:
        ends = zip(units.sample, units.columns["start"], units.columns["end"], strict=True)
        spans = (_span(texts.get(units.samples[sample], ""), start, end) for sample, start, end in ends)
        return np.array([mean_information(_words(span), _known(counts), total) for span in spans], np.float32)
    of_sample = [mean_information(by_sample.get(name, ()), counts, total) for name in units.samples]
    return np.array(of_sample, np.float32)[units.sample]


def _known(counts: Mapping[str, int]) -> Mapping[str, int]:
    """A word that a span cuts out of a longer one counts as if it were there once."""
    return _AtLeastOnce(counts)


class _AtLeastOnce(dict[str, int]):
    def __missing__(self, word: str) -> int:
        return 1


def _span(text: str, start: float, end: float) -> str:
    return "" if math.isnan(start) or math.isnan(end) else text[int(start) : int(end)]


def _words(text: str) -> list[str]:
    return [word.strip(_MARKS).casefold() for word in split_words(text)]


_MARKS = ".,;:!?\"'()[]{}«»“”‘’…"


def _text(sample: Sample) -> str:
    assert sample.text is not None
    return sample.text.text


UNIT_SOURCES.register("word-rarity")(word_rarity)
