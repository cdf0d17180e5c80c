"""English sentences with places for values, recognised among many in little time.

A regular expression for each of more than a thousand sentences, tried one after the other, would take milliseconds for
each text that is shown. Every sentence has words of its own between its places: only those whose words stand in the
text are tried, the ones with most words first, and an expression is built when it is tried for the first time.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from granview.report.verdict.chinese_spacing import filled

_PLACE: Final = re.compile(r"\{(\w+)\}")
_COUNT: Final = r"[\d,.−-]+"
_PHRASE: Final = re.compile(r"\b[a-z]{2,} (?:\d+ )?[a-z]{2,}\b")
_QUOTED: Final = ("：", "（", "“", "；")
"""Behind these a place may hold words that are not translated, such as what a library says."""

_NAMES: Final = frozenset(
    {
        *(
            "name",
            "path",
            "folder",
            "filename",
            "file",
            "document",
            "target",
            "root",
            "lane",
            "listed",
            "names",
            "home",
        ),
        *(
            "join",
            "title",
            "text",
            "classes",
            "column",
            "example",
            "line",
            "parent",
        ),
    }
)
"""Places of what the user or a file calls something: their words are no sentence's."""


def places(text: str) -> frozenset[str]:
    """The names of the places of an English text."""
    return frozenset(_PLACE.findall(text))


class _Pattern(NamedTuple):
    english: str
    chinese: str
    words: tuple[str, ...]
    start: str
    end: str
    length: int


class SentencePatterns:
    """A translation by a table of English sentences.

    Args:
        table: Chinese by English, both with ``{name}`` for their places.
        counts: Names of places that hold a number, and nothing else.
        phrase: The Chinese of words in a place; as they are where it does not know them.
    """

    def __init__(self, table: Mapping[str, str], counts: Collection[str], phrase: Callable[[str], str]) -> None:
        known = [_pattern(english, chinese) for english, chinese in table.items()]
        self._known = sorted(known, key=lambda pattern: -pattern.length)
        self._counts = frozenset(counts)
        self._phrase = phrase

    def __call__(self, english: str) -> str | None:
        """The sentence in Chinese with its values; None where it is not in the table, or would be half English."""
        for pattern in self._known:
            if not (english.startswith(pattern.start) and english.endswith(pattern.end)):
                continue
            if all(words in english for words in pattern.words):
                match = _expression(pattern.english, self._counts).fullmatch(english)
                values = match and self._values(pattern.chinese, match.groupdict().items())
                if values is not None:
                    return filled(pattern.chinese, values)
        return None

    def _values(self, chinese: str, values: Iterable[tuple[str, str]]) -> dict[str, str] | None:
        found: dict[str, str] = {}
        for name, value in values:
            found[name] = self._phrase(value)
            if found[name] == value and _is_phrase(name, value) and not _is_quoted(name, chinese):
                return None
        return found


def _is_phrase(name: str, value: str) -> bool:
    return name.rstrip("_0123456789") not in _NAMES and _PHRASE.search(value) is not None


def _is_quoted(name: str, chinese: str) -> bool:
    before, place, _ = chinese.partition(f"{{{name}}}")
    return not place or before.endswith(_QUOTED)


def _pattern(english: str, chinese: str) -> _Pattern:
    texts = _PLACE.split(english)[::2]
    words = tuple(filter(None, texts[1:-1]))
    return _Pattern(english, chinese, words, texts[0], texts[-1], sum(map(len, texts)))


@lru_cache(maxsize=4096)
def _expression(english: str, counts: frozenset[str]) -> re.Pattern[str]:
    parts = _PLACE.split(english)
    texts, names = parts[::2], parts[1::2]
    values = [_value(name, names[:at], counts) for at, name in enumerate(names)]
    return re.compile("".join(map("".join, zip(map(re.escape, texts), [*values, ""], strict=True))), re.DOTALL)


def _value(name: str, before: list[str], counts: frozenset[str]) -> str:
    """What may stand in a place: the same as before where the name is used again."""
    if name in before:
        return f"(?P={name})"
    return f"(?P<{name}>{_COUNT if name in counts else '.*?' if before else '.+?'})"
