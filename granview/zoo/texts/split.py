"""Which texts train, which choose and which measure: disjoint seeds, and disjoint words by a hash of their spelling."""

from collections.abc import Iterable
from enum import Enum
from zlib import crc32

_PARTS = 10


class Split(Enum):
    """Purpose of a text; the value is the range of its seeds. The ranges do not overlap."""

    TRAIN = range(10_000_000, 20_000_000)
    VALIDATION = range(20_000_000, 21_000_000)
    TEST = range(30_000_000, 31_000_000)
    GALLERY = range(40_000_000, 41_000_000)

    @property
    def unseen(self) -> bool:
        """Whether the texts use words that training never shows."""
        return self in {Split.TEST, Split.GALLERY}


def split_of_seed(seed: int) -> Split:
    """The split whose range holds a seed.

    Raises:
        ValueError: no split has the seed.
    """
    for split in Split:
        if seed in split.value:
            return split
    raise ValueError(f"seed {seed} belongs to no split")


def belongs(text: str, split: Split) -> bool:
    """Whether a word or an expression may appear in a split: a fifth is kept for measuring, a tenth for validation.

    Test and gallery share their words: neither is trained on.
    """
    part = crc32(text.encode("utf-8")) % _PARTS
    if split is Split.TRAIN:
        return part >= 3
    return part == 2 if split is Split.VALIDATION else part < 2


def words_of(words: Iterable[str], split: Split) -> tuple[str, ...]:
    """The words that may appear in a split, in their order."""
    return tuple(word for word in words if belongs(word, split))
