"""What a language must be able to say: a sentence for every kind of fact."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from granview.report.verdict.caveat import Caveat
from granview.report.verdict.cost_facts import CostFact
from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.pair_facts import PairFacts
from granview.report.verdict.statement import Statement, Subgroup


@dataclass(frozen=True)
class Headings:
    """What stands above the parts of a passage.

    Attributes:
        verdict: Above the whole.
        over_all: Above the difference over all.
        where: Above the places.
        cost: Above the costs.
        advice: Above what follows.
        caveats: Above what must be known besides.
        method: Above how it was made.
        colon: What stands between a heading and its text.
        with_kind: A pair's title and why it is compared, in one line.
    """

    verdict: str
    over_all: str
    where: str
    cost: str
    advice: str
    caveats: str
    method: str
    colon: str = ": "
    with_kind: str = "{title} ({kind})"


class Language(Protocol):
    """Sentences, each of one fact. Numbers are those of ``granview.report.verdict.figures`` in every language.

    Attributes:
        code: ISO 639-1 code, by which it is chosen.
        title: Its name in itself.
        headings: What stands above the parts of a passage.
        separator: What stands between two sentences.
    """

    code: str
    title: str
    headings: Headings
    separator: str

    def nothing(self) -> str:
        """That there are no two lanes to compare."""
        ...

    def pair_title(self, pair: PairFacts) -> str:
        """The two lanes."""
        ...

    def pair_kind(self, pair: PairFacts) -> str:
        """Why they are compared."""
        ...

    def advice(self, pair: PairFacts) -> str:
        """What follows of a pair, in one or two sentences with the numbers that it follows from."""
        ...

    def over_all(self, pair: PairFacts, facts: VerdictFacts) -> str:
        """The difference over all."""
        ...

    def needs_larger(self, pair: PairFacts) -> str:
        """Above the places where the larger lane is better."""
        ...

    def smaller_better(self, pair: PairFacts) -> str:
        """Above those where the smaller lane is better."""
        ...

    def enough(self, pair: PairFacts) -> str:
        """Above those where a difference that counts is ruled out."""
        ...

    def undecided(self, pair: PairFacts) -> str:
        """Above those where no difference is shown."""
        ...

    def out_of_reach(self, pair: PairFacts) -> str:
        """Above those of so few samples that nothing could be shown among so many statements."""
        ...

    def too_few(self, pair: PairFacts) -> str:
        """Above those of which too few samples have units."""
        ...

    def place(self, place: Subgroup) -> str:
        """A place's name within a sentence."""
        ...

    def place_line(self, statement: Statement) -> str:
        """A place with its difference, interval and n."""
        ...

    def places_line(self, statements: tuple[Statement, ...]) -> str:
        """The names of places of which nothing more is said."""
        ...

    def cost(self, fact: CostFact, pair: PairFacts) -> str:
        """One cost of two lanes, or why it is not compared."""
        ...

    def caveat(self, caveat: Caveat) -> str:
        """What must be known besides."""
        ...

    def method(self, facts: VerdictFacts) -> Mapping[str, str]:
        """How the verdict was made: sentences by what they are about."""
        ...
