"""Facts of verdicts made by hand: every kind of advice, cost, place and caveat."""

from dataclasses import replace
from typing import Final

from granview.analysis.no_interval import NoInterval
from granview.core.slices import Condition, Slice
from granview.report.verdict.advice import RULES, OverAll, advice_for
from granview.report.verdict.caveat import Caveat, CaveatKind
from granview.report.verdict.cost_facts import Apart, CostFact, CostKind
from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.pair_facts import PairFacts, PairKind
from granview.report.verdict.statement import Dimension, Measure, Statement, Subgroup

MIOU: Final = Measure("miou", "mIoU", "", "higher", 3)
SCORE: Final = Measure("score", "Score", "", "higher", 3)

TIME: Final = CostFact(CostKind.TIME, 21.0, 10.0, "ms", 24)
COSTS: Final = (
    TIME,
    CostFact(CostKind.MEMORY, 1234.0, 617.0, "MB"),
    CostFact(CostKind.PARAMETERS, 4_200_000, 30_000, ""),
    CostFact(CostKind.ENERGY, 3.5, 1.25, "J"),
)


def bucket(low: float, high: float | None = None) -> Subgroup:
    """A bucket of region size."""
    asked = Slice((Condition("kind", ("region",)), Condition("grain", low=low, high=high)))
    return Subgroup(Dimension.GRAIN, "Region size", "region", asked, low, high, "px")


def of_class(name: str) -> Subgroup:
    """A class of regions."""
    asked = Slice((Condition("kind", ("region",)), Condition("class", (name,))))
    return Subgroup(Dimension.CLASS, "class", "region", asked, name=name)


def statement(
    lead: float,
    *,
    shown: bool = False,
    within: bool = False,
    place: Subgroup | None = None,
    n: int = 24,
    measure: Measure = MIOU,
) -> Statement:
    """A difference of which it is known what is shown; with half an interval of 0.031."""
    return Statement(
        measure if place is None else SCORE,
        place,
        0.7 + lead,
        0.7,
        lead - 0.031,
        lead + 0.031,
        n,
        None if place is None else 310,
        0.004 if shown else 0.4,
        0.02,
        0.015,
        0.003 if within else 0.7,
        0.012 if shown else 0.83,
        0.009 if within else 1.0,
        0.047,
        131,
    )


def too_few(place: Subgroup | None = None, n: int = 5) -> Statement:
    """A difference of too few samples."""
    units = None if place is None else 7
    different = None if n < 8 else 3
    why = NoInterval.FEW if n < 8 else NoInterval.FEW_DIFFER
    return Statement(MIOU, place, 0.8, 0.7, None, None, n, units, None, 0.02, no_interval=why, n_different=different)


def same(place: Subgroup | None = None) -> Statement:
    """Two lanes with one value on every sample."""
    units = None if place is None else 60
    why = NoInterval.SAME
    return Statement(
        MIOU, place, 0.7, 0.7, None, None, 24, units, 1.0, 0.02, corrected=1.0, no_interval=why, n_different=0
    )


def alike(place: Subgroup | None = None) -> Statement:
    """Two lanes with one difference on every sample, which is shown."""
    return replace(statement(0.25, shown=True, place=place), low=None, high=None, no_interval=NoInterval.ALIKE)


OVER_ALL: Final[dict[OverAll, Statement | None]] = {
    OverAll.UNSCORED: None,
    OverAll.TOO_FEW: too_few(),
    OverAll.LARGER: statement(0.06, shown=True),
    OverAll.SMALLER: statement(-0.06, shown=True),
    OverAll.WITHIN: statement(0.004, within=True),
    OverAll.NOT_SHOWN: statement(0.013),
}


def places_for(needs_larger: bool, smaller_does: bool) -> tuple[Statement, ...]:
    """Places where the larger is needed, and where the smaller is enough or better, as asked; and undecided ones."""
    places = [statement(0.015, place=bucket(256)), too_few(of_class("plate"))]
    if needs_larger:
        places += [
            statement(0.31, shown=True, place=bucket(2, 4)),
            statement(0.18, shown=True, place=bucket(4, 8)),
            statement(0.27, shown=True, place=of_class("crack")),
        ]
    if smaller_does:
        places += [
            statement(0.002, within=True, place=bucket(16, 32)),
            statement(-0.11, shown=True, place=of_class("sky")),
        ]
    return tuple(places)


def pair(
    over_all: Statement | None,
    places: tuple[Statement, ...] = (),
    costs: tuple[CostFact, ...] = COSTS,
    kind: PairKind = PairKind.NEIGHBOURS,
    lanes: tuple[str, str] = ("base", "nano"),
) -> PairFacts:
    """A pair, with the advice that follows from its facts."""
    return PairFacts(kind, "U-Net", *lanes, True, over_all, places, costs, advice_for(over_all, places))


def facts(*pairs: PairFacts, caveats: tuple[Caveat, ...] = ()) -> VerdictFacts:
    """A verdict about pairs."""
    n = sum(each.over_all is not None for each in pairs) + sum(len(each.places) for each in pairs)
    return VerdictFacts(
        "image-segmentation", "Segmentation", ("nano", "base"), None, pairs, caveats, n, 24, SCORE, 10_000
    )


def every_pair() -> list[PairFacts]:
    """A pair for every rule, and others for what else is said: the same values, lost to the correction, no costs."""
    lower = Measure("perplexity", "Perplexity", "", "lower", 2)
    lost = Statement(MIOU, None, 0.8, 0.7, 0.02, 0.18, 24, None, 0.03, 0.02, 0.04, 1.0, 0.4, 1.0, 0.15, 1400)
    return [
        *(
            pair(OVER_ALL[rule.over_all], places_for(needs, does))
            for rule in RULES
            for needs in (False, True)
            for does in (False, True)
            if rule.applies(rule.over_all, needs, does)
        ),
        pair(same(), (same(bucket(0, 2)),)),
        pair(too_few(n=30)),
        pair(alike(), (alike(bucket(0, 2)),)),
        pair(replace(alike(), corrected=0.2, p_value=0.004)),
        pair(lost),
        pair(statement(-0.4, shown=True, measure=lower)),
        *(pair(statement(0.06, shown=True), kind=kind) for kind in PairKind),
        pair(statement(0.06, shown=True), costs=()),
        pair(statement(0.06, shown=True), costs=COSTS[2:]),
        pair(statement(0.06, shown=True), costs=(CostFact(CostKind.TIME, 10.1, 10.0, "ms", 24),)),
    ]


def every_cost() -> list[CostFact]:
    """A cost of each kind that is compared, nearly equal ones, and one for each reason not to compare."""
    return [
        *COSTS,
        CostFact(CostKind.TIME, 10.1, 10.0, "ms", 1),
        *(CostFact(CostKind.TIME, None, None, "ms", apart=apart, lane="nano") for apart in Apart),
        CostFact(CostKind.MEMORY, None, 3.0, "MB", apart=Apart.NOT_MEASURED),
    ]


def every_caveat() -> list[Caveat]:
    """One of each kind."""
    return [Caveat(kind, "nano", 7, 24, "It is too large.") for kind in CaveatKind]


def every_place() -> list[Subgroup]:
    """Buckets of every form, classes and slices."""
    words = Subgroup(Dimension.GRAIN, "Entity length", "entity", Slice(), 1.0, 2.0, "words", is_count=True)
    nesting = Subgroup(Dimension.GRAIN, "Nesting depth", "nesting", Slice(), 0.0, 3.0, "", is_count=True)
    own = Subgroup(Dimension.GRAIN, "Weight of the patient", "patient", Slice(), 40.0, 80.0, "kg")
    named = Subgroup(Dimension.SLICE, "dark", "", Slice(name="dark"), name="dark")
    return [bucket(0, 2), bucket(2, 64), bucket(64), bucket(0), words, nesting, own, of_class("crack"), named]
