"""What follows from the facts of a pair, by a table of explicit rules."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from granview.report.verdict.pair_facts import Advice
from granview.report.verdict.statement import Finding, Statement


class OverAll(enum.StrEnum):
    """What is known of a pair over all."""

    UNSCORED = "no sample of both was scored"
    TOO_FEW = "too few samples"
    LARGER = "the larger is better"
    SMALLER = "the smaller is better"
    WITHIN = "a difference of the margin's size is ruled out"
    NOT_SHOWN = "no difference is shown, and none is ruled out"


@dataclass(frozen=True)
class Rule:
    """What follows where three things hold; the first rule that applies counts.

    Attributes:
        over_all: What is known over all.
        needs_larger: Whether the larger is shown to be better somewhere; None: either.
        smaller_does: Whether the smaller is shown to be enough or better somewhere; None: either.
        advice: What follows.
    """

    over_all: OverAll
    needs_larger: bool | None
    smaller_does: bool | None
    advice: Advice

    def applies(self, over_all: OverAll, needs_larger: bool, smaller_does: bool) -> bool:
        """Whether it is about such a pair."""
        return (
            self.over_all is over_all
            and self.needs_larger in (None, needs_larger)
            and self.smaller_does in (None, smaller_does)
        )


RULES: Final = (
    Rule(OverAll.UNSCORED, None, None, Advice.UNSCORED),
    Rule(OverAll.TOO_FEW, None, None, Advice.TOO_FEW),
    Rule(OverAll.WITHIN, False, None, Advice.ENOUGH),
    Rule(OverAll.WITHIN, True, None, Advice.ENOUGH_EXCEPT),
    Rule(OverAll.SMALLER, False, None, Advice.SMALLER),
    Rule(OverAll.SMALLER, True, None, Advice.SMALLER_EXCEPT),
    Rule(OverAll.LARGER, None, False, Advice.LARGER),
    Rule(OverAll.LARGER, None, True, Advice.LARGER_EXCEPT),
    Rule(OverAll.NOT_SHOWN, False, False, Advice.NOT_SHOWN),
    Rule(OverAll.NOT_SHOWN, True, False, Advice.LARGER_AT),
    Rule(OverAll.NOT_SHOWN, False, True, Advice.SMALLER_AT),
    Rule(OverAll.NOT_SHOWN, True, True, Advice.SPLIT),
)

_OF_FINDING: Final = {
    Finding.LARGER: OverAll.LARGER,
    Finding.SMALLER: OverAll.SMALLER,
    Finding.NOT_SHOWN: OverAll.NOT_SHOWN,
    Finding.TOO_FEW: OverAll.TOO_FEW,
}


def advice_for(over_all: Statement | None, places: Sequence[Statement]) -> Advice:
    """What follows from what is known of a pair over all, and place by place."""
    needs_larger = any(each.finding is Finding.LARGER and not each.is_within for each in places)
    smaller_does = any(each.is_within or each.finding is Finding.SMALLER for each in places)
    state = state_of(over_all)
    return next(rule.advice for rule in RULES if rule.applies(state, needs_larger, smaller_does))


def state_of(over_all: Statement | None) -> OverAll:
    """What is known over all."""
    if over_all is None:
        return OverAll.UNSCORED
    return OverAll.WITHIN if over_all.is_within else _OF_FINDING[over_all.finding]
