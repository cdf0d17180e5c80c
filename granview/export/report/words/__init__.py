"""The words of a report in the languages that it can be read in, by their codes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from granview.core.errors import ArgumentError
from granview.export.report.words.chinese import CHINESE
from granview.export.report.words.chinese_names import CHINESE_NAMES
from granview.export.report.words.english import ENGLISH


@dataclass(frozen=True)
class Words:
    """The words of one language.

    Attributes:
        code: The language's short code, as it is asked for.
        tag: Its tag in HTML and PDF (BCP 47).
        table: By key, a text with places for values in braces.
        names: By their English names, what tasks, metrics, measures and units are called.
    """

    code: str
    tag: str
    table: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, key: str, **values: object) -> str:
        """A text with its values."""
        return self.table[key].format(**values)

    def name(self, english: str) -> str:
        """What something of a task is called; its English name where there is none."""
        return self.names.get(english, english)

    def count(self, noun: str, n: int) -> str:
        """A number of things, such as ``1 sample`` or ``24 samples``."""
        return self(f"{noun}.one" if n == 1 else f"{noun}.many", n=f"{n:,}")

    def listed(self, names: "list[str] | tuple[str, ...]", most: int = 12) -> str:
        """Names one after the other; beyond ``most`` how many more there are."""
        shown = self.table["comma"].join(names[:most])
        return shown if len(names) <= most else self("and_more", names=shown, n=len(names) - most)


WORDS: Final[dict[str, Words]] = {
    "en": Words("en", "en", ENGLISH),
    "zh": Words("zh", "zh-Hans", CHINESE, CHINESE_NAMES),
}


def words_of(language: str) -> Words:
    """The words of a language.

    Raises:
        ArgumentError: there are none.
    """
    if language not in WORDS:
        raise ArgumentError(f"There is no report in '{language}'.", f"Languages: {', '.join(WORDS)}.")
    return WORDS[language]
