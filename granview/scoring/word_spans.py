"""Words of a text, for comparing texts and for pointing at one; characters of scripts without spaces stand alone."""

import re
from typing import Final

CharSpan = tuple[int, int]
"""Start and end in code points, half-open."""

_ALONE: Final = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PUNCTUATION: Final = (
    '!"#$%&()*+,./:;<=>?@\\[\\\\\\]^`{|}~¡¿«»·،؛؟۔।॥'
    "\u2010-\u2027\u2030-\u205e\u3000-\u3003\u3008-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_WORD: Final = re.compile(f"[{_ALONE}]|[{_PUNCTUATION}]|[^\\s{_ALONE}{_PUNCTUATION}]+")
_REACH: Final = 200


def word_spans(text: str) -> list[CharSpan]:
    """Start and end of each word, each punctuation mark and each ideograph."""
    return [match.span() for match in _WORD.finditer(text)]


def word_at(text: str, offset: int) -> CharSpan | None:
    """The word that holds a code point; None between words. Words of more than 200 code points are cut."""
    low = max(offset - _REACH, 0)
    for match in _WORD.finditer(text, low, min(offset + _REACH, len(text))):
        if match.start() <= offset < match.end():
            return match.span()
    return None
