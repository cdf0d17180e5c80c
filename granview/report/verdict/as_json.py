"""Verdicts as JSON: every fact, what is concluded from it, and the passage in each language."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import msgspec

from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.language import Language
from granview.report.verdict.languages import LANGUAGES
from granview.report.verdict.pair_facts import PairFacts
from granview.report.verdict.passage import passage_of, short_form
from granview.report.verdict.plain_text import plain_text
from granview.report.verdict.statement import Statement

FORMAT: Final = 1
"""Number of the form of the file; grows when something in it changes its meaning."""


def verdict_json(verdicts: Sequence[VerdictFacts], languages: Mapping[str, Language] = LANGUAGES) -> bytes:
    """All verdicts of a session as indented JSON, UTF-8."""
    tree = {"format": FORMAT, "verdicts": [_verdict(facts, languages) for facts in verdicts]}
    return msgspec.json.format(msgspec.json.encode(tree), indent=2)


def _verdict(facts: VerdictFacts, languages: Mapping[str, Language]) -> dict[str, Any]:
    tree: dict[str, Any] = msgspec.to_builtins(facts)
    tree["pairs"] = [_pair(pair) for pair in facts.pairs]
    tree["short"] = {code: list(short_form(facts, language)) for code, language in languages.items()}
    tree["passage"] = {code: plain_text(passage_of(facts, language)) for code, language in languages.items()}
    return tree


def _pair(pair: PairFacts) -> dict[str, Any]:
    tree: dict[str, Any] = msgspec.to_builtins(pair)
    tree["over_all"] = None if pair.over_all is None else _statement(pair.over_all)
    tree["places"] = [_statement(each) for each in pair.places]
    costs = (msgspec.to_builtins(fact) | {"ratio": fact.ratio} for fact in pair.costs)
    return tree | {"costs": list(costs)}


def _statement(each: Statement) -> dict[str, Any]:
    tree: dict[str, Any] = msgspec.to_builtins(each)
    return tree | {
        "difference": each.difference,
        "finding": each.finding.value,
        "is_within_margin": each.is_within,
        "leaves_rare_failures_open": each.leaves_rare_open,
    }
