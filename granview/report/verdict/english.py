"""A verdict in English: a small function for each kind of fact."""

from collections.abc import Callable, Mapping
from typing import Final

from granview.analysis.no_interval import NoInterval
from granview.report.verdict.caveat import Caveat, CaveatKind
from granview.report.verdict.cost_facts import Apart, CostFact, CostKind
from granview.report.verdict.english_advice import ADVICE, ASIDE
from granview.report.verdict.english_places import place_name, place_names, plural, units_of
from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.figures import ALIKE, NO_BREAK, cost_text, counted, figures_of, ratio_text, unseen_text
from granview.report.verdict.language import Headings
from granview.report.verdict.pair_facts import PairFacts, PairKind
from granview.report.verdict.ranges import joined_places
from granview.report.verdict.statement import LEVEL, Finding, Statement, Subgroup


class English:
    """See ``granview.report.verdict.language.Language``."""

    code = "en"
    title = "English"
    separator = " "
    headings = Headings("Verdict", "Over all", "Where", "Cost", "Recommendation", "To be known", "How it was made")

    def nothing(self) -> str:
        """That there are no two lanes to compare."""
        return "There is nothing to compare: a verdict needs two models with one task."

    def pair_title(self, pair: PairFacts) -> str:
        """The two lanes."""
        return f"{pair.larger} and {pair.smaller}"

    def pair_kind(self, pair: PairFacts) -> str:
        """Why they are compared."""
        return _KINDS[pair.kind].format(family=pair.family)

    def advice(self, pair: PairFacts) -> str:
        """What follows, with the numbers that it follows from."""
        return ADVICE[pair.advice](pair)

    def over_all(self, pair: PairFacts, facts: VerdictFacts) -> str:
        """The difference over all."""
        each = pair.over_all
        if each is None:
            return "No sample was scored in both against a reference."
        f = figures_of(each)
        values = f"{each.measure.title} {f.larger} ({pair.larger}) against {f.smaller} ({pair.smaller}): "
        return f"{values}{f.change} ({_evidence(each)}){_direction(each)}.{_aside(each, facts)}"

    def needs_larger(self, pair: PairFacts) -> str:
        """Above the places where the larger lane is better."""
        return f"{pair.larger} is better"

    def smaller_better(self, pair: PairFacts) -> str:
        """Above those where the smaller lane is better."""
        return f"{pair.smaller} is better"

    def enough(self, pair: PairFacts) -> str:
        """Above those where a difference that counts is ruled out."""
        aside = ASIDE if any(each.leaves_rare_open for each in pair.enough) else ""
        return f"{pair.smaller} is enough{aside}: a difference of {_margin(pair)} is ruled out"

    def undecided(self, pair: PairFacts) -> str:
        """Above those where no difference is shown."""
        return "No difference shown, and none ruled out"

    def out_of_reach(self, pair: PairFacts) -> str:
        """Above those of so few samples that nothing could be shown among so many statements."""
        return "Too few samples to show anything among so many statements"

    def too_few(self, pair: PairFacts) -> str:
        """Above those of which too few samples have units."""
        return "Too few samples"

    def place(self, place: Subgroup) -> str:
        """A place's name within a sentence."""
        return place_name(place)

    def place_line(self, statement: Statement) -> str:
        """A place with its difference, interval and n."""
        name = "" if statement.place is None else place_name(statement.place).removeprefix("the ")
        return f"{name}: {figures_of(statement).change} ({_evidence(statement)})"

    def places_line(self, statements: tuple[Statement, ...]) -> str:
        """The names of places of which nothing more is said."""
        return place_names(joined_places(statements))

    def cost(self, fact: CostFact, pair: PairFacts) -> str:
        """One cost of two lanes, or why it is not compared."""
        ratio = fact.ratio
        if ratio is None:
            return f"{_COST_NAMES[fact.kind]}: not compared, since {_APART[fact.apart or Apart.NOT_MEASURED](fact)}."
        values = f"{cost_text(fact, fact.larger)} against {cost_text(fact, fact.smaller)}"
        samples = "" if fact.n is None else f", median of {plural(fact.n, 'sample', 'samples')}"
        times = _times(ratio, "many" if fact.kind is CostKind.PARAMETERS else "much")
        return f"{_COST_NAMES[fact.kind]}: {pair.larger} {_TAKES[fact.kind]} {times} ({values}{samples})."

    def caveat(self, caveat: Caveat) -> str:
        """What must be known besides."""
        return _CAVEATS[caveat.kind](caveat)

    def method(self, facts: VerdictFacts) -> Mapping[str, str]:
        """How the verdict was made."""
        n = plural(counted(facts.n_compared), "statement", "statements")
        return {
            "interval": "Every difference is of the samples that both models were scored on, and a 95 % interval says "
            "how sure it is: whole samples are drawn anew with all that lies in them, "
            f"{plural(counted(facts.resamples), 'time', 'times')}.",
            "places": "By place, the mean score of what lies there is compared: 0 is worst, 1 is best.",
            "correction": f"A difference is called shown where its p-value is at most {LEVEL:g}, corrected (Holm, "
            f"Shaffer) for all {n} of this verdict together; what holds over all weighs as much as all places.",
            "margin": "Enough means: a difference of the margin's size or more is ruled out (two one-sided tests), "
            "corrected in the same way. No difference shown does not mean that there is none.",
        }


_UNTOLD: Final = (Finding.NOT_SHOWN, Finding.TOO_FEW)
"""Of these no p-value is told."""


_CORRECTED: Final = f"{NO_BREAK}corrected (Holm)"
"""After a p-value that does not go with the interval beside it, which is right for its statement alone."""


def _evidence(each: Statement) -> str:
    """The interval, the corrected p-value and what both rest on."""
    f = figures_of(each)
    n = plural(f.n_samples, "sample", "samples")
    if each.n_units is not None:
        n = f"{units_of(f.n_units, each.place.kind if each.place else '')} in {n}"
    if each.is_same:
        return f"the same on each of {n}"
    if each.no_interval is NoInterval.FEW_DIFFER:
        verb = "differs" if each.n_different == 1 else "differ"
        return f"{n}, of which {each.n_different} {verb}, too few for an interval"
    if each.low is None and not each.is_alike:
        return f"{n}, too few for an interval"
    is_told = each.is_within or each.finding not in _UNTOLD or each.is_lost_to_correction
    p = f"; p{NO_BREAK}{f.p}{_CORRECTED if each.is_lost_to_correction else ''}" if is_told else ""
    return f"{n}, the same in each sample{p}" if each.is_alike else f"95 % interval {f.low} to {f.high}; {n}{p}"


def _direction(each: Statement) -> str:
    return ", lower is better" if each.measure.better == "lower" else ""


def _aside(each: Statement, facts: VerdictFacts) -> str:
    """What must be added to a difference that would be shown by itself."""
    if not each.is_lost_to_correction:
        return ""
    n = plural(counted(facts.n_compared), "statement", "statements")
    return f" By itself it would be shown; among the {n} of this verdict it may be chance."


def _margin(pair: PairFacts) -> str:
    return figures_of(pair.enough[0]).margin if pair.enough else ""


def _times(ratio: float, much: str) -> str:
    return f"about as {much}" if abs(ratio - 1) < ALIKE else f"{ratio_text(ratio)} times as {much}"


_KINDS: Final[Mapping[PairKind, str]] = {
    PairKind.ENDS: "largest and smallest of {family}",
    PairKind.NEIGHBOURS: "neighbours in {family}",
    PairKind.VARIANT: "variant of {family}",
    PairKind.FAMILIES: "the largest of each family",
    PairKind.AGAINST: "against the chosen model",
}


_COST_NAMES: Final[Mapping[CostKind, str]] = {
    CostKind.TIME: "Time of a forward pass",
    CostKind.MEMORY: "Peak memory",
    CostKind.PARAMETERS: "Parameters",
    CostKind.ENERGY: "Energy of a sample",
}
_TAKES: Final[Mapping[CostKind, str]] = {
    CostKind.TIME: "takes",
    CostKind.MEMORY: "takes",
    CostKind.PARAMETERS: "has",
    CostKind.ENERGY: "takes",
}

_APART: Final[Mapping[Apart, Callable[[CostFact], str]]] = {
    Apart.SAVED: lambda fact: f"{fact.lane} holds saved predictions",
    Apart.NOT_MEASURED: lambda fact: f"it was not measured{' of ' + fact.lane if fact.lane else ''}",
    Apart.OTHER_DEVICE: lambda fact: "the two ran on different devices",
    Apart.OTHER_RUN: lambda fact: "the two were timed in no run together: run both again",
    Apart.OTHER_BATCH: lambda fact: "the two ran with different batch sizes",
}


def _of(caveat: Caveat) -> str:
    return f"{counted(caveat.n)} of {plural(counted(caveat.total), 'sample', 'samples')}"


_CAVEATS: Final[Mapping[CaveatKind, Callable[[Caveat], str]]] = {
    CaveatKind.FAILED: lambda c: f"{c.lane} failed on {_of(c)}: {c.words}",
    CaveatKind.PARTIAL: lambda c: f"{c.lane} was scored on {_of(c)}; differences rest on those of both.",
    CaveatKind.OTHER_SETTINGS: lambda c: f"{c.lane} has run {_of(c)} with other settings than those of now: run again.",
    CaveatKind.MARKED: lambda c: (
        f"{plural(counted(c.n), 'reference is', 'references are')} marked as wrong or unclear, and still counted."
    ),
    CaveatKind.UNPAIRED: lambda c: (
        f"{c.lane} was scored against another reference on {plural(counted(c.n), 'sample', 'samples')}, which are left "
        "out where places are compared."
    ),
    CaveatKind.REFUSED: lambda c: f"{c.lane} is not compared, since it did not run: {c.words}",
    CaveatKind.RAN_OTHERWISE: lambda c: f"{c.lane} really ran in {c.words}.",
    CaveatKind.NO_TIMES: lambda c: f"{c.lane} holds saved predictions, of which no cost is known.",
    CaveatKind.FEW: lambda c: (
        f"{plural(counted(c.n), 'sample is', 'samples are')} few: below {c.total}, intervals are too narrow at times."
    ),
    CaveatKind.BY_OUTCOME: lambda c: (
        f"The slice “{c.words}” is left out: its units were chosen by what a model makes of them, among which models "
        "differ by that choice alone."
    ),
    CaveatKind.FEW_IN_PLACES: lambda c: (
        f"{plural(counted(c.n), 'statement about a place rests', 'statements about places rest')} on fewer than "
        f"{c.total} samples, of which intervals are too narrow at times."
    ),
    CaveatKind.RARE: lambda c: (
        f"Enough leaves rare failures aside: what fails on none of {plural(counted(c.n), 'sample', 'samples')} may "
        f"fail on up to {unseen_text(c.n)} of others (Clopper–Pearson, one-sided 95 %). {counted(c.total)} samples "
        "without a failure would tell that such failures cost less than the margin."
    ),
    CaveatKind.UNSCORED: lambda c: f"{c.lane} was scored on none of {plural(counted(c.total), 'sample', 'samples')}.",
}
