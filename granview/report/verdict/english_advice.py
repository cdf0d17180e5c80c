"""What follows from the facts of a pair, in English: a sentence or two for each kind of advice."""

from collections.abc import Callable, Mapping
from typing import Final

from granview.analysis.bootstrap_interval import MIN_DIFFERENT, MIN_SAMPLES
from granview.report.verdict.cost_facts import CostKind
from granview.report.verdict.english_places import place_names, plural
from granview.report.verdict.figures import ALIKE, counted, figures_of, ratio_text
from granview.report.verdict.pair_facts import Advice, PairFacts
from granview.report.verdict.ranges import telling_places
from granview.report.verdict.statement import Statement

ASIDE: Final = ", rare failures aside"
"""After "enough", where so few samples cannot tell what fails rarely."""


def _short(pair: PairFacts) -> str:
    """The difference over all with its interval and n, for the middle of a sentence."""
    each = pair.over_all
    if each is None:
        return ""
    f = figures_of(each)
    if each.is_same:
        return f"the same {each.measure.title} on each of {_samples(each)}"
    aside = "; by itself it would be shown, among all that is said here not" if each.is_lost_to_correction else ""
    sure = "the same in each of" if each.is_alike else f"95 % interval {f.low} to {f.high},"
    return f"{each.measure.title} {f.change}, {sure} {_samples(each)}{aside}"


def _samples(each: Statement) -> str:
    return plural(counted(each.n_samples), "sample", "samples")


def _at_cost(pair: PairFacts) -> str:
    """What the larger lane costs, as the end of a sentence; empty where no cost is compared."""
    time, parameters = pair.cost(CostKind.TIME), pair.cost(CostKind.PARAMETERS)
    if time is not None and time.ratio is not None:
        return ", in the same time" if abs(time.ratio - 1) < ALIKE else f", at {ratio_text(time.ratio)} times the time"
    if parameters is not None and parameters.ratio is not None:
        return f", with {ratio_text(parameters.ratio)} times the parameters"
    return ""


def _takes(pair: PairFacts) -> str:
    """What the larger lane costs, as a part of a sentence by itself."""
    cost = _at_cost(pair).removeprefix(", ")
    return f"; {pair.larger} does it {cost}" if cost else ""


def _needed_for(pair: PairFacts) -> str:
    return place_names(telling_places(pair.needs_larger))


def _needs(pair: PairFacts) -> str:
    return f"{pair.larger} is needed for {_needed_for(pair)}{_at_cost(pair)}"


def _does(pair: PairFacts) -> str:
    """Where the smaller lane is better, and where it is enough."""
    aside = f" ({ASIDE.removeprefix(', ')})" if any(each.leaves_rare_open for each in pair.enough) else ""
    kinds = (("better", pair.smaller_better), (f"enough{aside}", pair.enough))
    parts = [f"{pair.smaller} is {what} for {place_names(telling_places(some))}" for what, some in kinds if some]
    return " and ".join(parts)


def _better_by(pair: PairFacts, better: str, other: str) -> str:
    each = pair.over_all
    assert each is not None
    f = figures_of(each)
    return (
        f"{better} is better than {other} by {f.size} {each.measure.title} "
        f"({'in each of' if each.is_alike else f'95 % interval {f.near} to {f.far},'} {_samples(each)})"
    )


def _enough(pair: PairFacts) -> str:
    each = pair.over_all
    assert each is not None
    what = f"over all, a difference of {figures_of(each).margin} {each.measure.title} from {pair.larger} is ruled out"
    aside = ASIDE if each.leaves_rare_open else ""
    return f"{pair.smaller} is enough{aside}: {what} ({_short(pair)}){_takes(pair)}."


def _enough_except(pair: PairFacts) -> str:
    return f"{_enough(pair)} But {_needs(pair)}."


def _smaller(pair: PairFacts) -> str:
    return f"{_better_by(pair, pair.smaller, pair.larger)}{_takes(pair)}."


def _smaller_except(pair: PairFacts) -> str:
    return f"{_smaller(pair)} But {_needs(pair)}."


def _larger(pair: PairFacts) -> str:
    first = f"{_better_by(pair, pair.larger, pair.smaller)}{_at_cost(pair)}."
    return f"{first} It is needed for {_needed_for(pair)}." if pair.needs_larger else first


def _larger_except(pair: PairFacts) -> str:
    if not pair.needs_larger:
        return f"{_larger(pair)} {_does(pair)}."
    return f"{_larger(pair).removesuffix('.')}; {_does(pair)}."


def _not_shown(pair: PairFacts) -> str:
    each = pair.over_all
    assert each is not None
    if each.is_same:
        return (
            f"No difference shown: {pair.larger} and {pair.smaller} have the same {each.measure.title} on each of "
            f"{_samples(each)}. A difference that shows in few samples may have been missed."
        )
    return f"No difference shown between {pair.larger} and {pair.smaller}: {_short(pair)}. {_power(each)}"


def _power(each: Statement) -> str:
    """What so many samples could have shown, and how many would be needed."""
    f = figures_of(each)
    if each.detectable is None:
        return ""
    missed = f"With these {_samples(each)} a difference below {f.detectable} is missed in more than 20 of 100 cases"
    if each.needed is None or each.needed <= each.n_samples:
        return f"{missed}."
    return f"{missed}; about {plural(f.needed, 'sample', 'samples')} would be needed to see one of {f.margin}."


def _over_all_not_shown(pair: PairFacts) -> str:
    return f"Over all no difference is shown between {pair.larger} and {pair.smaller} ({_short(pair)})"


def _larger_at(pair: PairFacts) -> str:
    return f"{_over_all_not_shown(pair)}, but {_needs(pair)}."


def _smaller_at(pair: PairFacts) -> str:
    each = pair.over_all
    assert each is not None
    return f"{_over_all_not_shown(pair)}; {_does(pair)}. {_power(each)}".rstrip()


def _split(pair: PairFacts) -> str:
    return f"{_over_all_not_shown(pair)}; {_does(pair)}, but {_needs(pair)}."


def _too_few(pair: PairFacts) -> str:
    n = 0 if pair.over_all is None else pair.over_all.n_samples
    if n >= MIN_SAMPLES and pair.over_all is not None:
        f = figures_of(pair.over_all)
        return (
            f"Too few samples to tell {pair.larger} and {pair.smaller} apart: they differ in "
            f"{pair.over_all.n_different or 0} of {n} ({pair.over_all.measure.title} {f.change}), and at least "
            f"{MIN_DIFFERENT} are needed."
        )
    were = "sample was" if n == 1 else "samples were"
    return (
        f"Too few samples to compare {pair.larger} and {pair.smaller}: {n} {were} scored in both, and at least "
        f"{MIN_SAMPLES} are needed."
    )


def _unscored(pair: PairFacts) -> str:
    return f"Nothing can be said of {pair.larger} and {pair.smaller}: no sample was scored in both against a reference."


ADVICE: Final[Mapping[Advice, Callable[[PairFacts], str]]] = {
    Advice.UNSCORED: _unscored,
    Advice.TOO_FEW: _too_few,
    Advice.NOT_SHOWN: _not_shown,
    Advice.ENOUGH: _enough,
    Advice.ENOUGH_EXCEPT: _enough_except,
    Advice.SMALLER: _smaller,
    Advice.SMALLER_EXCEPT: _smaller_except,
    Advice.LARGER: _larger,
    Advice.LARGER_EXCEPT: _larger_except,
    Advice.SPLIT: _split,
    Advice.LARGER_AT: _larger_at,
    Advice.SMALLER_AT: _smaller_at,
}
"""By what follows, the function that says it."""
