"""The words of a text that was not given in words, as BERT's basic tokenizer divides it.

Devlin et al., "BERT: Pre-training of Deep Bidirectional Transformers" (2019): white space parts words, and every
punctuation mark and every ideograph is a word. So words are those of transformers' pipelines wherever a tokenizer knows
words at all, and the same for every lane, since the text alone tells them. Where a script is written without spaces,
each of its letters stands alone: nothing better is known without a dictionary.
"""

import unicodedata
from typing import Final

import numpy as np
from numpy.typing import NDArray

TextRanges = NDArray[np.int64]
"""(n, 2) start and end of each span of a text, in code points."""

_SPACE, _LETTER, _ALONE, _MARK = range(4)
_ASCII_SYMBOLS: Final = frozenset("$+<=>^`|~")
_SPACELESS: Final = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x3400, 0x4DBF),  # Han, here and below
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


def words_in(text: str) -> TextRanges:
    """Start and end of each word, each punctuation mark and each ideograph, in order."""
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    distinct, place = np.unique(letters, return_inverse=True)
    kinds = np.array([_kind(chr(letter)) for letter in distinct.tolist()], np.uint8)[place.ravel()]
    before = np.concatenate([[_SPACE], _without_marks(kinds)[:-1]]) if len(kinds) else kinds
    begins = (kinds == _ALONE) | ((kinds == _LETTER) & (before != _LETTER)) | ((kinds == _MARK) & (before == _SPACE))
    starts = np.flatnonzero(begins)
    cuts = np.append(np.flatnonzero(begins | (kinds == _SPACE)), len(kinds))
    return np.stack([starts, cuts[np.searchsorted(cuts, starts, "right")]], axis=1).astype(np.int64)


def _kind(letter: str) -> int:
    category = unicodedata.category(letter)
    if category[0] == "M":
        return _MARK
    if letter.isspace():
        return _SPACE
    is_alone = category[0] == "P" or letter in _ASCII_SYMBOLS or _is_spaceless(ord(letter))
    return _ALONE if is_alone else _LETTER


def _is_spaceless(letter: int) -> bool:
    return any(first <= letter <= last for first, last in _SPACELESS)


def _without_marks(kinds: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The kinds, that of a mark being the kind of the letter that bears it."""
    bearer = np.maximum.accumulate(np.where(kinds == _MARK, 0, np.arange(len(kinds))))
    borne = kinds[bearer]
    return np.where(borne == _MARK, _LETTER, borne).astype(np.uint8)
