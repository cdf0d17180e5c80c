"""The words of a report in the languages that it can be read in, by their codes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from granview.core.errors import ArgumentError
from granview.export.report.words.chinese import CHINESE
from granview.export.report.words.chinese_names import CHINESE_NAMES, TASKS_IN_CHINESE
from granview.export.report.words.chinese_page_words import page_words
from granview.export.report.words.english import ENGLISH
from granview.export.report.words.metric_sentences import in_chinese
from granview.report.verdict.chinese_spacing import filled
from granview.tasks.base import Column

_ONE: Final = {"words": "word", "tokens": "token", "objects": "object"}
"""Units that stand in the singular beside a one."""


def _as_it_is(english: str) -> str:
    return english


def _formatted(template: str, values: dict[str, object]) -> str:
    return template.format(**values)


@dataclass(frozen=True)
class Words:
    """The words of one language.

    Attributes:
        code: The language's short code, as it is asked for.
        tag: Its tag in HTML and PDF (BCP 47).
        table: By key, a text with places for values in braces.
        tasks: By their English titles, what tasks are called.
        names: By their English names, what metrics, measures and units are called.
        fill: A text with its values, as the language sets them.
        describe: A metric's description, from the English one.
        of_page: What a page of a sample says, from the English text.
    """

    code: str
    tag: str
    table: Mapping[str, str]
    tasks: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    fill: Callable[[str, dict[str, object]], str] = _formatted
    describe: Callable[[str], str] = _as_it_is
    of_page: Callable[[str], str] = _as_it_is

    def __call__(self, key: str, **values: object) -> str:
        """A text with its values."""
        return self.fill(self.table[key], values)

    def task(self, english: str) -> str:
        """What a task is called; its English title where there is none."""
        return self.tasks.get(english, english)

    def name(self, english: str) -> str:
        """What something of a task is called; its English name where there is none."""
        return self.names.get(english, english)

    def with_unit(self, name: str, unit: str) -> str:
        """A name, and its unit in brackets; none for ratios."""
        return self("with_unit", name=name, unit=self.name(unit)).replace("）（", "，") if unit else name

    def amount(self, value: str, unit: str) -> str:
        """A value with its unit, such as ``1 word`` or ``2.65 px``."""
        return f"{value} {self.name(_ONE.get(unit, unit) if value == '1' else unit)}"

    def metric(self, column: Column) -> str:
        """What a metric is called, with its unit."""
        return self.with_unit(self.name(column.title), column.unit)

    def count(self, noun: str, n: int) -> str:
        """A number of things, such as ``1 sample`` or ``24 samples``."""
        return self(f"{noun}.one" if n == 1 else f"{noun}.many", n=f"{n:,}")

    def listed(self, names: "list[str] | tuple[str, ...]", most: int = 12) -> str:
        """Names one after the other; beyond ``most`` how many more there are."""
        shown = self.table["comma"].join(names[:most])
        return shown if len(names) <= most else self("and_more", names=shown, n=len(names) - most)


WORDS: Final[dict[str, Words]] = {
    "en": Words("en", "en", ENGLISH),
    "zh": Words("zh", "zh-Hans", CHINESE, TASKS_IN_CHINESE, CHINESE_NAMES, filled, in_chinese, page_words),
}


def words_of(language: str) -> Words:
    """The words of a language.

    Raises:
        ArgumentError: there are none.
    """
    if language not in WORDS:
        raise ArgumentError(f"There is no report in '{language}'.", f"Languages: {', '.join(WORDS)}.")
    return WORDS[language]
