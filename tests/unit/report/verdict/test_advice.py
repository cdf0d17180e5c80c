"""The table of rules: exactly one rule for every state, and the advice that an expert would give."""

from itertools import product

import pytest

from granview.report.verdict.advice import RULES, OverAll, advice_for, state_of
from granview.report.verdict.pair_facts import Advice
from tests.helpers.verdict_facts import OVER_ALL, bucket, places_for, statement

EXPECTED = {
    (OverAll.LARGER, True, True): Advice.LARGER_EXCEPT,
    (OverAll.LARGER, True, False): Advice.LARGER,
    (OverAll.LARGER, False, True): Advice.LARGER_EXCEPT,
    (OverAll.LARGER, False, False): Advice.LARGER,
    (OverAll.SMALLER, True, True): Advice.SMALLER_EXCEPT,
    (OverAll.SMALLER, True, False): Advice.SMALLER_EXCEPT,
    (OverAll.SMALLER, False, True): Advice.SMALLER,
    (OverAll.SMALLER, False, False): Advice.SMALLER,
    (OverAll.WITHIN, True, True): Advice.ENOUGH_EXCEPT,
    (OverAll.WITHIN, True, False): Advice.ENOUGH_EXCEPT,
    (OverAll.WITHIN, False, True): Advice.ENOUGH,
    (OverAll.WITHIN, False, False): Advice.ENOUGH,
    (OverAll.NOT_SHOWN, True, True): Advice.SPLIT,
    (OverAll.NOT_SHOWN, True, False): Advice.LARGER_AT,
    (OverAll.NOT_SHOWN, False, True): Advice.SMALLER_AT,
    (OverAll.NOT_SHOWN, False, False): Advice.NOT_SHOWN,
}


@pytest.mark.parametrize(("state", "needs", "does"), list(product(OverAll, (False, True), (False, True))))
def test_every_state_has_one_rule_and_its_advice(state: OverAll, needs: bool, does: bool) -> None:
    applying = [rule for rule in RULES if rule.applies(state, needs, does)]
    assert len(applying) == 1
    nothing_known = {OverAll.UNSCORED: Advice.UNSCORED, OverAll.TOO_FEW: Advice.TOO_FEW}
    assert applying[0].advice is EXPECTED.get((state, needs, does), nothing_known.get(state))
    over_all = OVER_ALL[state]
    assert state_of(over_all) is state
    assert advice_for(over_all, places_for(needs, does)) is applying[0].advice


def test_every_advice_follows_from_some_facts() -> None:
    assert {rule.advice for rule in RULES} == set(Advice)


def test_a_shown_difference_that_is_ruled_out_to_count_makes_the_smaller_enough() -> None:
    """Shown, but smaller than the margin: nobody needs the larger for it."""
    over_all = statement(0.004, shown=True, within=True)
    tiny = statement(0.003, shown=True, within=True, place=bucket(16, 32))
    assert advice_for(over_all, (tiny,)) is Advice.ENOUGH
