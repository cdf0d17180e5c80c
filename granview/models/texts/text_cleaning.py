"""Texts as tokenizers can take them, and what must be said of one before a model reads it."""

import re
from typing import Final, Literal

from granview.core.text import TextInput

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_UNREADABLE: Final = re.compile("[\0\ud800-\udfff]")


def readable(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without lone surrogates and NUL, each replaced by U+FFFD so that no offset moves; and what was done."""
    clean, count = _UNREADABLE.subn(REPLACEMENT, text)
    if not count:
        return text, ()
    what = "character" if count == 1 else "characters"
    return clean, (f"{count} {what} that no tokenizer takes (NUL, lone surrogates) went to the model as U+FFFD.",)


Part = Literal["pair", "question", "history"]
_WORDS: Final[dict[Part, str]] = {
    "pair": "the second text of the pair",
    "question": "the question",
    "history": "the messages before the last",
}

_EMPTY: Final = "The text is empty: what the model says of it rests on no word."


def input_notices(sample_input: TextInput, *read: Part) -> tuple[str, ...]:
    """What of a sample the model does not read, and which characters it is not given.

    Args:
        sample_input: The sample.
        read: What the model reads besides the text.
    """
    parts: dict[Part, str | None] = {"pair": sample_input.pair, "question": sample_input.question}
    if sample_input.history:
        parts["history"] = "\n".join(message.content for message in sample_input.history)
    unread = [_WORDS[part] for part, text in parts.items() if text is not None and part not in read]
    texts = [sample_input.text, *(text for part in read if (text := parts.get(part)) is not None)]
    cleaned = dict.fromkeys(notice for text in texts for notice in readable(text)[1])
    empty = () if any(text.strip() for text in texts) else (_EMPTY,)
    return (*empty, *(f"The model does not read {words}." for words in unread), *cleaned)
