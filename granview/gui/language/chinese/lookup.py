"""One look-up over all tables of Chinese words for what the lower layers say."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final

from granview.export.report.words.chinese_names import CHINESE_NAMES, TASKS_IN_CHINESE
from granview.export.report.words.metric_sentences import SENTENCES
from granview.gui.language.chinese.agreements import AGREEMENTS
from granview.gui.language.chinese.explanations import EXPLANATIONS
from granview.gui.language.chinese.messages import MESSAGES
from granview.gui.language.chinese.models import MODELS
from granview.gui.language.chinese.params import PARAMS
from granview.gui.language.chinese.short_names import SHORT_NAMES
from granview.report.verdict.chinese_families import family_name
from granview.report.verdict.chinese_reasons import COUNTS, REASONS, patterns

_END: Final = re.compile(r"(?<! al\.)(?<=[.?!]) (?=[A-Z0-9'/]|mIoU)")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_MOST_CHARACTERS: Final = 2_000

TEXTS: Final = {
    **CHINESE_NAMES,
    **TASKS_IN_CHINESE,
    **SENTENCES,
    **PARAMS,
    **MODELS,
    **EXPLANATIONS,
    **AGREEMENTS,
}
"""Texts without places, by the English text."""

PATTERNS: Final = {**REASONS, **MESSAGES}
"""Sentences with places."""


@lru_cache(maxsize=4096)
def in_chinese(english: str) -> str:
    """A text in Chinese, as a whole or sentence by sentence; what no table knows stays as it is."""
    if not english or len(english) > _MOST_CHARACTERS or _CHINESE.match(english):
        return english
    if (known := _exact(english)) is not None:
        return known
    sentences = _END.split(english)
    if len(sentences) == 1:
        return _by_pattern(english, of_one=True)
    whole = _by_pattern(english, of_one=False)
    return whole if whole != english else _joined([in_chinese(each) for each in sentences])


def short_in_chinese(english: str) -> str:
    """A name for the head of a column: what is written in Latin letters in Chinese texts too stays so."""
    return SHORT_NAMES.get(english, in_chinese(english))


def _exact(english: str) -> str | None:
    return TEXTS.get(english) or TEXTS.get(english[:1].upper() + english[1:])


def _joined(sentences: list[str]) -> str:
    """Sentences behind each other: a space where an English one begins or ends."""
    text = ""
    for sentence in sentences:
        is_apart = bool(text) and (text[-1].isascii() or sentence[:1].isascii())
        text += f" {sentence}" if is_apart and not text.endswith("。") else sentence
    return text


def _by_pattern(english: str, *, of_one: bool) -> str:
    found = _tables()[of_one](english)
    return family_name(english) if found == english and of_one and english.endswith(")") else found


@cache
def _tables() -> dict[bool, Callable[[str], str]]:
    """The patterns of one sentence (True), and those of several."""
    return {
        of_one: patterns({text: words for text, words in PATTERNS.items() if _is_one(text) is of_one}, COUNTS)
        for of_one in (True, False)
    }


def _is_one(pattern: str) -> bool:
    return len(_END.split(pattern)) == 1
