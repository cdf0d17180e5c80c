"""What metrics are, in Simplified Chinese: a column's description, sentence by sentence."""

import re
from typing import Final

from granview.export.report.words.metric_sentences_of_objects import OBJECTS
from granview.export.report.words.metric_sentences_of_pictures import PICTURES
from granview.export.report.words.metric_sentences_of_texts import TEXTS

SENTENCES: Final = dict((*PICTURES, *OBJECTS, *TEXTS))
"""By the English sentence."""

_END: Final = re.compile(r"(?<! al\.)(?<=\.) (?=[A-Z0-9])")


def sentences_of(description: str) -> list[str]:
    """The sentences of a description; *et al.* ends none."""
    return _END.split(description) if description else []


def in_chinese(description: str) -> str:
    """A description in Chinese; a sentence of a task that brings none stays as it is, after a space."""
    text = ""
    for sentence in sentences_of(description):
        known = SENTENCES.get(sentence)
        text += known if known is not None else f"{' ' if text else ''}{sentence}"
    return text
