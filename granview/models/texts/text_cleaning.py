"""Texts as tokenizers can take them."""

import re
from typing import Final

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_UNREADABLE: Final = re.compile("[\0\ud800-\udfff]")


def readable(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without lone surrogates and NUL, each replaced by U+FFFD so that no offset moves; and what was done."""
    clean, count = _UNREADABLE.subn(REPLACEMENT, text)
    if not count:
        return text, ()
    what = "character" if count == 1 else "characters"
    return clean, (f"{count} {what} that no tokenizer takes (NUL, lone surrogates) went to the model as U+FFFD.",)
