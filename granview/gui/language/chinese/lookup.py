"""One look-up over all tables of Chinese words for what the lower layers say."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from granview.export.report.words.chinese_names import CHINESE_NAMES, TASKS_IN_CHINESE
from granview.export.report.words.metric_sentences import SENTENCES
from granview.gui.language.chinese.agreements import AGREEMENTS
from granview.gui.language.chinese.below.tables import BELOW
from granview.gui.language.chinese.explanations import EXPLANATIONS
from granview.gui.language.chinese.messages import MESSAGES
from granview.gui.language.chinese.models import MODELS
from granview.gui.language.chinese.params import PARAMS
from granview.gui.language.chinese.sentence_patterns import SentencePatterns, places
from granview.gui.language.chinese.short_names import SHORT_NAMES
from granview.report.verdict.chinese_families import family_name
from granview.report.verdict.chinese_reasons import COUNTS, REASONS

_END: Final = re.compile(r"(?<! al\.)(?<!e\.g\.)(?<!i\.e\.)(?<!vs\.)(?<=[.?!]) (?=\S)")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_MOST_CHARACTERS: Final = 2_000
_MOST_SENTENCES: Final = 4

TEXTS: Final = {
    **{english: chinese for english, chinese in BELOW.items() if not places(english)},
    **CHINESE_NAMES,
    **TASKS_IN_CHINESE,
    **SENTENCES,
    **PARAMS,
    **MODELS,
    **EXPLANATIONS,
    **AGREEMENTS,
}
"""Texts without places, by the English text."""

PATTERNS: Final = {**{english: chinese for english, chinese in BELOW.items() if places(english)}, **REASONS, **MESSAGES}
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
        return _by_pattern(english)
    return _joined(list(_runs(sentences)))


def _runs(sentences: list[str]) -> Iterator[str]:
    """The Chinese of one sentence after the other; of several that a table has as one, where it does not know each."""
    at = 0
    while at < len(sentences):
        for end in range(min(at + _MOST_SENTENCES, len(sentences)), at, -1):
            text = " ".join(sentences[at:end])
            known = _exact(text) or _tables(end - at)(text)
            if known is not None:
                break
        else:
            known, end = _by_pattern(sentences[at]), at + 1
        yield known
        at = end


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


def _by_pattern(english: str) -> str:
    found = _tables(1)(english) or _tables(0)(english)
    return found or (family_name(english) if english.endswith(")") else english)


def _phrase(words: str) -> str:
    """The Chinese of words in a place of a sentence: those that a table has as they are, and sentences of several."""
    known = TEXTS.get(words) or _tables(0)(words)
    return known or (in_chinese(words) if _END.search(words) else words)


@cache
def _tables(n_sentences: int) -> SentencePatterns:
    """The patterns of so many sentences; those of none are phrases, which stand within sentences."""
    table = {text: words for text, words in PATTERNS.items() if _sentences(text) == n_sentences}
    return SentencePatterns(table, COUNTS, _phrase)


def _sentences(pattern: str) -> int:
    return len(_END.split(pattern)) if pattern[-1] in ".?!…)" else 0
