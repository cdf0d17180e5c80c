"""Words, as sizes of texts are told in them."""

import re
from typing import Final

_CHARACTER: Final = (
    "\u3041-\u30fa\u30fd-\u30ff"  # Hiragana and Katakana, without the middle dot and the mark of a long vowel
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Han, and the forms kept for older encodings
    "\U00020000-\U0003ffff"  # Han beyond the basic plane
)
_WORD: Final = re.compile(f"[{_CHARACTER}]|[^\\s{_CHARACTER}]+")


def split_words(text: str) -> list[str]:
    """The words of a text: stretches between white space that hold a letter or a digit.

    Chinese and Japanese are written without spaces, so each of their characters is a word by itself. Thai, Lao, Khmer
    and Burmese are not divided: their words are not told apart without a dictionary.
    """
    return [word for word in _WORD.findall(text) if any(map(str.isalnum, word))]


def count_words(text: str) -> int:
    """How many words a text has; see ``split_words``."""
    return len(split_words(text))
