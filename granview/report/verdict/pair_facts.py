"""Everything that a verdict says of two lanes, and what follows from it."""

import enum
from dataclasses import dataclass

from granview.report.verdict.caveat import Caveat
from granview.report.verdict.cost_facts import CostFact, CostKind
from granview.report.verdict.statement import Finding, Statement


class PairKind(enum.StrEnum):
    """Why two lanes are compared."""

    NEIGHBOURS = "neighbours of a ladder"
    ENDS = "smallest and largest of a ladder"
    VARIANT = "variant and parent"
    FAMILIES = "largest of two families"
    APART = "no family in common"
    AGAINST = "against one lane"


class Advice(enum.StrEnum):
    """What follows from the facts of a pair; see ``granview.report.verdict.advice``."""

    UNSCORED = "nothing is scored"
    TOO_FEW = "too few samples"
    NOT_SHOWN = "no difference shown"
    ENOUGH = "the smaller is enough"
    ENOUGH_EXCEPT = "the smaller is enough, except in some places"
    SMALLER = "the smaller is better"
    SMALLER_EXCEPT = "the smaller is better, except in some places"
    LARGER = "the larger is better"
    LARGER_EXCEPT = "the larger is better, in some places the smaller is enough"
    SPLIT = "each is better or enough somewhere"
    LARGER_AT = "the larger is better in some places alone"
    SMALLER_AT = "the smaller is better or enough in some places alone"


@dataclass(frozen=True)
class PairFacts:
    """Everything that is said of two lanes.

    Attributes:
        kind: Why they are compared.
        family: The ladder's or model's name that both are of; empty where they have none in common.
        larger: The lane with more parameters; of a variant its parent; else the one that is compared.
        smaller: The other one.
        is_sized: Whether it is known that one has more parameters.
        over_all: The difference in the headline metric; None where no sample of both was scored.
        places: The differences by bucket, class and slice.
        costs: What both cost.
        advice: What follows.
        failures: Of both lanes, those that failed on samples, which nothing here is said of.
    """

    kind: PairKind
    family: str
    larger: str
    smaller: str
    is_sized: bool
    over_all: Statement | None
    places: tuple[Statement, ...]
    costs: tuple[CostFact, ...]
    advice: Advice
    failures: tuple[Caveat, ...] = ()

    @property
    def needs_larger(self) -> tuple[Statement, ...]:
        """Where the larger is shown to be better, by more than is shown not to count."""
        return tuple(each for each in self.places if each.finding is Finding.LARGER and not each.is_within)

    @property
    def smaller_does(self) -> tuple[Statement, ...]:
        """Where the smaller is shown to be better, or no worse than the margin allows."""
        return tuple(each for each in self.places if each.is_within or each.finding is Finding.SMALLER)

    @property
    def enough(self) -> tuple[Statement, ...]:
        """Where a difference of the margin's size is ruled out."""
        return tuple(each for each in self.places if each.is_within)

    @property
    def smaller_better(self) -> tuple[Statement, ...]:
        """Where the smaller is shown to be better, by more than is shown not to count."""
        return tuple(each for each in self.places if each.finding is Finding.SMALLER and not each.is_within)

    @property
    def undecided(self) -> tuple[Statement, ...]:
        """Where no difference is shown, and none is ruled out."""
        return tuple(each for each in self.places if each.finding is Finding.NOT_SHOWN and not each.is_within)

    @property
    def too_few(self) -> tuple[Statement, ...]:
        """Where too few samples have such units."""
        return tuple(each for each in self.places if each.finding is Finding.TOO_FEW and each.is_within_reach)

    @property
    def out_of_reach(self) -> tuple[Statement, ...]:
        """Where so few samples have such units that no difference could be shown among so many statements."""
        return tuple(each for each in self.places if not each.is_within_reach)

    def cost(self, kind: CostKind) -> CostFact | None:
        """One of the costs."""
        return next((each for each in self.costs if each.kind is kind), None)
