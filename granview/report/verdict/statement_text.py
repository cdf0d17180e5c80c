"""A difference in words: its values, its interval, how surely, and what it rests on."""

from typing import Final

from granview.analysis.no_interval import NoInterval
from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.figures import counted, figures_of
from granview.report.verdict.pair_facts import PairFacts
from granview.report.verdict.statement import Finding, Statement
from granview.report.verdict.words import Words, counted_words

_UNTOLD: Final = (Finding.NOT_SHOWN, Finding.TOO_FEW)
"""Of these no p-value is told."""


def over_all_text(pair: PairFacts, facts: VerdictFacts, words: Words) -> str:
    """A pair's difference over all."""
    each = pair.over_all
    if each is None:
        return words.statements.unscored
    f = figures_of(each)
    statements = counted_words(words.names.statements, counted(facts.n_compared))
    lost = words.fill(words.statements.lost, {"statements": statements}) if each.is_lost_to_correction else ""
    told = {
        "metric": words.names.metric(each.measure.title),
        "larger": pair.larger,
        "smaller": pair.smaller,
        "larger_value": f.larger,
        "smaller_value": f.smaller,
        "change": f.change,
        "evidence": evidence(each, words),
        "direction": words.statements.lower_is_better if each.measure.better == "lower" else "",
        "lost": lost,
    }
    return words.fill(words.statements.over_all, told)


def line_text(each: Statement, words: Words) -> str:
    """A place with its difference."""
    name = "" if each.place is None else words.names.place_in_line(each.place)
    told = {"name": name, "change": figures_of(each).change, "evidence": evidence(each, words)}
    return words.fill(words.statements.line, told)


def samples_text(each: Statement, words: Words) -> str:
    """How many samples a difference rests on."""
    return counted_words(words.names.samples, figures_of(each).n_samples)


def evidence(each: Statement, words: Words) -> str:
    """The interval, the corrected p-value and what both rest on."""
    f, told = figures_of(each), words.statements
    n = samples_text(each, words)
    if each.n_units is not None:
        units = words.names.units(f.n_units, each.place.kind if each.place else "")
        n = words.fill(told.in_samples, {"units": units, "samples": n})
    if each.is_same:
        return words.fill(told.same, {"rests_on": n})
    if each.no_interval is NoInterval.FEW_DIFFER:
        one, many = told.few_differ
        return words.fill(one if each.n_different == 1 else many, {"rests_on": n, "n": each.n_different})
    if each.low is None and not each.is_alike:
        return words.fill(told.few, {"rests_on": n})
    pattern = told.alike if each.is_alike else told.interval
    return words.fill(pattern, {"low": f.low, "high": f.high, "rests_on": n, "p": _p_value(each, f.p, words)})


def _p_value(each: Statement, written: str, words: Words) -> str:
    if not (each.is_within or each.finding not in _UNTOLD or each.is_lost_to_correction):
        return ""
    pattern = words.statements.p_corrected if each.is_lost_to_correction else words.statements.p
    return words.fill(pattern, {"p": words.statements.p_value(written)})
