"""Word by word, where what one text says stands in another, and what it has that the other lacks."""

import enum
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from granview.scoring.words import CharSpan, word_spans


class EditKind(enum.StrEnum):
    """Why a shown text differs from its source there."""

    DELETED = "deleted"
    """Words of another text that the source lacks, shown struck through."""

    FILLED = "filled"
    """Words in the place of a mask."""


@dataclass(frozen=True)
class Edit:
    """A span of the source that is shown as other words; an empty span has words inserted before ``start``.

    Attributes:
        start: Offset of its first code point in the source.
        end: Offset after its last code point; equal to ``start`` for an insertion.
        text: What is shown there.
        kind: Why.
    """

    start: int
    end: int
    text: str
    kind: EditKind


MAX_WORDS: Final = 6_000
"""Words of either text, apart from what both begin and end with, up to which they are compared."""

Blocks = tuple[tuple[int, int, int], ...]
"""(first word of the one, first word of the other, number of words) of each span of equal words."""


@dataclass(frozen=True)
class WordAlignment:
    """Equal words of a text and of another one.

    Attributes:
        space: The space of the other text's offsets.
        words: Start and end of each word of the text.
        others: Start and end of each word of the other text.
        blocks: Equal words; the last has none, and stands at the ends.
    """

    space: str
    words: tuple[CharSpan, ...]
    others: tuple[CharSpan, ...]
    blocks: Blocks

    def to_other(self, span: CharSpan) -> CharSpan | None:
        """The part of the other text that says the same; None where no word of the span is in it."""
        return _carried(span, self.words, self.others, [(a, b, n) for a, b, n in self.blocks])

    def from_other(self, span: CharSpan) -> CharSpan | None:
        """The part of the text that says the same as a span of the other one."""
        return _carried(span, self.others, self.words, [(b, a, n) for a, b, n in self.blocks])


def align_words(text: str, other: str, space: str) -> WordAlignment | None:
    """Align two texts by difflib's longest matching blocks over words; None when both are too long for that."""
    words, others = word_spans(text), word_spans(other)
    text_words, other_words = [text[a:b] for a, b in words], [other[a:b] for a, b in others]
    head = _common(text_words, other_words)
    tail = _common(text_words[head:][::-1], other_words[head:][::-1])
    inner, outer = text_words[head : len(text_words) - tail], other_words[head : len(other_words) - tail]
    if max(len(inner), len(outer)) > MAX_WORDS:
        return None
    found = SequenceMatcher(None, inner, outer, autojunk=False).get_matching_blocks()[:-1]
    blocks = [(0, 0, head), *((a + head, b + head, n) for a, b, n in found)]
    blocks.append((len(text_words) - tail, len(other_words) - tail, tail))
    kept = tuple(block for block in blocks if block[2])
    return WordAlignment(space, tuple(words), tuple(others), (*kept, (len(text_words), len(other_words), 0)))


def _common(one: list[str], other: list[str]) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _carried(
    span: CharSpan, words: tuple[CharSpan, ...], others: tuple[CharSpan, ...], blocks: list[tuple[int, int, int]]
) -> CharSpan | None:
    start, end = span
    hit = [
        b + i
        for a, b, n in blocks
        if n and words[a][0] < end and words[a + n - 1][1] > start
        for i in range(n)
        if words[a + i][0] < end and words[a + i][1] > start
    ]
    return (others[hit[0]][0], others[hit[-1]][1]) if hit else None


@dataclass(frozen=True)
class WordDifference:
    """What two texts do not share.

    Attributes:
        added: Spans of the text that the other one lacks.
        missing: Words of the other one that the text lacks, as they are shown in it.
        equal: Number of words that both have.
        words: Number of words of the text.
        others: Number of words of the other.
    """

    added: tuple[CharSpan, ...]
    missing: tuple[Edit, ...]
    equal: int
    words: int
    others: int


def difference(other: str, alignment: WordAlignment) -> WordDifference:
    """What lies between the equal words of two aligned texts."""
    added: list[CharSpan] = []
    missing: list[Edit] = []
    at = there = 0
    for first, second, n in alignment.blocks:
        if first > at:
            added.append((alignment.words[at][0], alignment.words[first - 1][1]))
        if second > there:
            lost = other[alignment.others[there][0] : alignment.others[second - 1][1]]
            missing.append(_missing(lost, at, alignment, other, there, second))
        at, there = first + n, second + n
    equal = sum(n for _, _, n in alignment.blocks)
    return WordDifference(tuple(added), tuple(missing), equal, len(alignment.words), len(alignment.others))


def _missing(lost: str, at: int, alignment: WordAlignment, other: str, there: int, second: int) -> Edit:
    """The lost words before the text's word ``at``, spaced as they are in the text that has them."""
    words, others = alignment.words, alignment.others
    if at < len(words):
        follows = second < len(others)
        gap = other[others[second - 1][1] : others[second][0]] if follows else " "
        adjoins = at and there and words[at - 1][1] == words[at][0]
        lead = other[others[there - 1][1] : others[there][0]] if adjoins else ""
        return Edit(words[at][0], words[at][0], lead + lost + gap, EditKind.DELETED)
    end = words[-1][1] if words else 0
    gap = other[others[there - 1][1] : others[there][0]] if there else " "
    return Edit(end, end, (gap if words else "") + lost, EditKind.DELETED)
