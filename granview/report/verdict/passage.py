"""A verdict in words: the same structure in every language, so that screens, pages and files show one thing."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from granview.core.slices import Slice
from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.language import Language
from granview.report.verdict.pair_facts import PairFacts, PairKind
from granview.report.verdict.statement import Statement
from granview.report.verdict.words import Headings

SHORT_PAIRS: Final = 2
"""Pairs that the short form speaks of."""

MOST_LINES: Final = 24
"""Places of a group that have a line each; of more the names are told, and all numbers stand in ``verdict.json``."""


@dataclass(frozen=True)
class Line:
    """A sentence or a line of a list.

    Attributes:
        text: What it says.
        statement: What it is made of; None for several or none.
    """

    text: str
    statement: Statement | None = None

    @property
    def asked(self) -> Slice | None:
        """The slice whose units it is about; None for all of them."""
        place = None if self.statement is None else self.statement.place
        return None if place is None else place.asked


@dataclass(frozen=True)
class Group:
    """Lines of which one thing is said, under a title."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Card:
    """What is said of a pair.

    Attributes:
        title: The two lanes.
        kind: Why they are compared.
        advice: What follows.
        over_all: The difference over all.
        where: Places, by what is shown of them; empty groups are left out.
        costs: A line for each cost.
    """

    title: str
    kind: str
    advice: Line
    over_all: Line
    where: tuple[Group, ...]
    costs: tuple[Line, ...]


@dataclass(frozen=True)
class Passage:
    """A verdict in one language.

    Attributes:
        language: Its code.
        headings: What stands above its parts.
        headline: The short form: what follows for the most telling pairs.
        cards: Pair by pair.
        caveats: What must be known besides.
        method: How it was made.
    """

    language: str
    headings: Headings
    headline: tuple[str, ...]
    cards: tuple[Card, ...]
    caveats: tuple[str, ...]
    method: tuple[str, ...]


def passage_of(facts: VerdictFacts, language: Language) -> Passage:
    """All of a verdict, in a language."""
    return Passage(
        language.code,
        language.headings,
        short_form(facts, language),
        tuple(_card(pair, facts, language) for pair in facts.pairs),
        tuple(language.caveat(each) for each in facts.caveats),
        tuple(language.method(facts).values()) if any(pair.over_all for pair in facts.pairs) else (),
    )


def short_form(facts: VerdictFacts, language: Language) -> tuple[str, ...]:
    """A sentence or two: what follows for the pairs that decide, see ``telling_pairs``."""
    pairs = telling_pairs(facts)
    return tuple(language.advice(pair) for pair in pairs) or (language.nothing(),)


_ACROSS: Final = frozenset({PairKind.FAMILIES, PairKind.APART})


def telling_pairs(facts: VerdictFacts) -> tuple[PairFacts, ...]:
    """The pairs that the short form is about: the step to the largest model of the first family, then another family.

    Of several other families it is that which does best against the first. Where there is no other family, it is the
    ends of the first one. Of lanes without a family the first pairs.
    """
    first = next((pair.family for pair in facts.pairs if pair.family), "")
    own = [pair for pair in facts.pairs if pair.family == first]
    ends = [pair for pair in own if pair.kind is PairKind.ENDS]
    steps = [pair for pair in own if pair.kind is PairKind.NEIGHBOURS and (not ends or pair.larger == ends[0].larger)]
    across = _strongest_first([pair for pair in facts.pairs if pair.kind in _ACROSS])
    chosen = [*steps[-1:], *across, *ends] or own
    return tuple(chosen[:SHORT_PAIRS])


def _strongest_first(across: Sequence[PairFacts]) -> list[PairFacts]:
    """Pairs that have one lane in common, by how much the other one is ahead of it; unknown ones last."""
    common = frozenset[str]().union(*({pair.larger, pair.smaller} for pair in across[:1]))
    for pair in across[1:]:
        common &= {pair.larger, pair.smaller}

    def lead_of_other(pair: PairFacts) -> float:
        lead = None if pair.over_all is None else pair.over_all.lead
        if lead is None:
            return -math.inf
        return -lead if pair.larger in common else lead

    return sorted(across, key=lead_of_other, reverse=True) if len(across) > 1 else list(across)


_GROUPS: Final[
    tuple[tuple[Callable[[PairFacts], tuple[Statement, ...]], Callable[[Language, PairFacts], str]], ...]
] = (
    (lambda pair: pair.needs_larger, lambda language, pair: language.needs_larger(pair)),
    (lambda pair: pair.smaller_better, lambda language, pair: language.smaller_better(pair)),
    (lambda pair: pair.enough, lambda language, pair: language.enough(pair)),
    (lambda pair: pair.undecided, lambda language, pair: language.undecided(pair)),
    (lambda pair: pair.out_of_reach, lambda language, pair: language.out_of_reach(pair)),
)


def _card(pair: PairFacts, facts: VerdictFacts, language: Language) -> Card:
    return Card(
        language.pair_title(pair),
        language.pair_kind(pair),
        Line(language.advice(pair), pair.over_all),
        Line(language.over_all(pair, facts), pair.over_all),
        tuple(_groups(pair, language)),
        tuple(Line(language.cost(fact, pair)) for fact in pair.costs),
    )


def _groups(pair: PairFacts, language: Language) -> Iterator[Group]:
    for statements_of, title_of in _GROUPS:
        if statements := statements_of(pair):
            lines = [Line(language.place_line(each), each) for each in statements[:MOST_LINES]]
            if rest := statements[MOST_LINES:]:
                lines.append(Line(language.places_line(rest)))
            yield Group(title_of(language, pair), tuple(lines))
    if pair.too_few:
        yield Group(language.too_few(pair), (Line(language.places_line(pair.too_few)),))
