"""Where what one text says stands in another: equal words, found in order."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from granview.scoring.word_stretches import Stretch, words_of

MAX_WORDS: Final = 6_000
"""Words of either text, apart from what both begin and end with, up to which they are compared."""

Blocks = tuple[tuple[int, int, int], ...]
"""(first word of the one, first word of the other, number of words) of each stretch of equal words."""


@dataclass(frozen=True)
class Alignment:
    """Equal words of a text and of another one.

    Attributes:
        space: The space of the other text's offsets.
        words: Start and end of each word of the text.
        others: Start and end of each word of the other text.
        blocks: Equal words; the last has none, and stands at the ends.
    """

    space: str
    words: tuple[Stretch, ...]
    others: tuple[Stretch, ...]
    blocks: Blocks

    def to_other(self, stretch: Stretch) -> Stretch | None:
        """The part of the other text that says the same; None where no word of the stretch is in it."""
        return _carried(stretch, self.words, self.others, [(a, b, n) for a, b, n in self.blocks])

    def from_other(self, stretch: Stretch) -> Stretch | None:
        """The part of the text that says the same as a stretch of the other one."""
        return _carried(stretch, self.others, self.words, [(b, a, n) for a, b, n in self.blocks])


def align(text: str, other: str, space: str) -> Alignment | None:
    """Align two texts by difflib's longest matching blocks over words; None when both are too long for that."""
    words, others = words_of(text), words_of(other)
    said, known = [text[a:b] for a, b in words], [other[a:b] for a, b in others]
    head = _common(said, known)
    tail = _common(said[head:][::-1], known[head:][::-1])
    inner, outer = said[head : len(said) - tail], known[head : len(known) - tail]
    if max(len(inner), len(outer)) > MAX_WORDS:
        return None
    found = SequenceMatcher(None, inner, outer, autojunk=False).get_matching_blocks()[:-1]
    blocks = [(0, 0, head), *((a + head, b + head, n) for a, b, n in found)]
    blocks.append((len(said) - tail, len(known) - tail, tail))
    kept = tuple(block for block in blocks if block[2])
    return Alignment(space, tuple(words), tuple(others), (*kept, (len(said), len(known), 0)))


def _common(one: list[str], other: list[str]) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _carried(
    stretch: Stretch, words: tuple[Stretch, ...], others: tuple[Stretch, ...], blocks: list[tuple[int, int, int]]
) -> Stretch | None:
    start, end = stretch
    hit = [
        b + i
        for a, b, n in blocks
        if n and words[a][0] < end and words[a + n - 1][1] > start
        for i in range(n)
        if words[a + i][0] < end and words[a + i][1] > start
    ]
    return (others[hit[0]][0], others[hit[-1]][1]) if hit else None
