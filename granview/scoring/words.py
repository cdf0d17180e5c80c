"""Words of a text: as its size is told in them, and as it is compared and pointed at.

Chinese and Japanese are written without spaces, so each of their characters is a word by itself. Thai, Lao, Khmer and
Burmese are not divided: their words are not told apart without a dictionary.
"""

import re
from typing import Final

CharSpan = tuple[int, int]
"""Start and end in code points, half-open."""

_HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han: of the basic plane, the forms kept for older encodings, and beyond the basic plane."""

_COUNTED: Final = f"\u3041-\u30fa\u30fd-\u30ff{_HAN}"
"""With Hiragana and Katakana, without the middle dot and the mark of a long vowel."""

_ALONE: Final = f"\u3005-\u3007\u3040-\u30ff{_HAN}"
"""With all of Hiragana and Katakana, and the marks of repetition."""

_PUNCTUATION: Final = (
    '!"#$%&()*+,./:;<=>?@\\[\\\\\\]^`{|}~¡¿«»·،؛؟۔।॥'
    "\u2010-\u2027\u2030-\u205e\u3000-\u3003\u3008-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_COUNTED_WORD: Final = re.compile(f"[{_COUNTED}]|[^\\s{_COUNTED}]+")
_COMPARED_WORD: Final = re.compile(f"[{_ALONE}]|[{_PUNCTUATION}]|[^\\s{_ALONE}{_PUNCTUATION}]+")
_REACH: Final = 200


def split_words(text: str) -> list[str]:
    """The words of a text as they are counted: spans between white space that hold a letter or a digit."""
    return [word for word in _COUNTED_WORD.findall(text) if any(map(str.isalnum, word))]


def count_words(text: str) -> int:
    """How many words a text has; see ``split_words``."""
    return len(split_words(text))


def word_spans(text: str) -> list[CharSpan]:
    """Start and end of each word as texts are compared: punctuation marks and ideographs stand alone."""
    return [match.span() for match in _COMPARED_WORD.finditer(text)]


def word_at(text: str, offset: int) -> CharSpan | None:
    """The word of ``word_spans`` that holds a code point; None between words. Long ones are cut at 200 code points."""
    low = max(offset - _REACH, 0)
    for match in _COMPARED_WORD.finditer(text, low, min(offset + _REACH, len(text))):
        if match.start() <= offset < match.end():
            return match.span()
    return None
