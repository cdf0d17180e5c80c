"""Word by word, what a written text has that another lacks, and the other way round."""

from dataclasses import dataclass

from granview.scoring.text_edits import Edit, EditKind
from granview.scoring.word_alignment import WordAlignment
from granview.scoring.word_spans import CharSpan


@dataclass(frozen=True)
class WordDifference:
    """What two texts do not share.

    Attributes:
        added: Stretches of the text that the other one lacks.
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
