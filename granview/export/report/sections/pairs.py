"""What the verdict rests on, pair by pair."""

from collections.abc import Iterator
from typing import Final

from granview.export.report.document import Block, Bullets, Item, SubHeading
from granview.export.report.source import ReportSource
from granview.export.report.words import Words
from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.languages import LANGUAGES
from granview.report.verdict.passage import Card, Group, passage_of, telling_pairs
from granview.report.verdict.words import Headings

_MOST_LINES: Final = 4


def pairs_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """The pairs that decide with their numbers, and of every other pair what follows for it."""
    for facts in source.verdicts:
        if len(source.verdicts) > 1:
            yield SubHeading(words.task(facts.task_title))
        yield from _of_task(facts, words)


def _of_task(facts: VerdictFacts, words: Words) -> Iterator[Block]:
    passage = passage_of(facts, LANGUAGES[words.code])
    telling = telling_pairs(facts)
    cards = list(zip(facts.pairs, passage.cards, strict=True))
    for pair, card in cards:
        if pair in telling:
            yield SubHeading(card.title, card.kind)
            yield Bullets(tuple(_items(card, passage.headings, words)))
    others = tuple(Item(card.advice.text, card.title) for pair, card in cards if pair not in telling)
    if others:
        yield SubHeading(words("verdict.others"), words("verdict.others_note"))
        yield Bullets(others)


def _items(card: Card, headings: Headings, words: Words) -> Iterator[Item]:
    """The numbers of a pair; what follows from them stands above already."""
    colon = headings.colon
    yield Item(card.over_all.text, f"{headings.over_all}{colon}".rstrip())
    if card.where:
        groups = tuple(_group(group, colon, words) for group in card.where)
        yield Item("", f"{headings.where}{colon}".rstrip(), groups)
    if card.costs:
        yield Item("", f"{headings.cost}{colon}".rstrip(), tuple(Item(line.text) for line in card.costs))


def _group(group: Group, colon: str, words: Words) -> Item:
    lines = [Item(line.text) for line in group.lines[:_MOST_LINES]]
    left = len(group.lines) - _MOST_LINES
    if left > 0:
        lines.append(Item(words("verdict.more_lines", n=left)))
    return Item(f"{group.title}{colon}".rstrip(), items=tuple(lines))
