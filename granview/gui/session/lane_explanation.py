"""What a lane answered last to the question about the sample that is shown."""

from dataclasses import dataclass, field

from granview.core.explain_facts import ExplainFacts
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import Explanation
from granview.core.messages import Explained, NotExplained


@dataclass(frozen=True, eq=False)
class LaneExplanation:
    """A lane's answer.

    Attributes:
        query: What it was asked.
        written: What the lane had written about the sample, which is explained along with it.
        explanation: The answer; None where it cannot answer.
        error: Why not, in words.
        notices: Sentences that the user must see.
        unknown_class: The class that it was to explain and does not know; empty otherwise.
        kept: Whether the answer is one that the session kept, because the lane gives none.
        top: The largest size of a value.
        signed: Whether a value is negative.
    """

    query: ExplainQuery | None
    written: str | None = None
    explanation: Explanation | None = None
    error: str = ""
    notices: tuple[str, ...] = ()
    unknown_class: str = ""
    kept: bool = False
    top: float = field(init=False, default=0.0)
    signed: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        if self.explanation is not None:
            values = self.explanation.weights.values
            object.__setattr__(self, "top", float(abs(values).max(initial=0.0)))
            object.__setattr__(self, "signed", bool((values < 0).any()))


def lane_explanation(
    query: ExplainQuery | None, written: str | None, answer: Explained | NotExplained
) -> LaneExplanation:
    """An answer as the window holds it."""
    facts = () if answer.facts is None else _notices(answer.facts)
    if isinstance(answer, NotExplained):
        return LaneExplanation(query, written, error=f"{answer.error} {answer.hint}".strip(), notices=facts)
    if answer.explanation is None:
        return LaneExplanation(query, written, notices=facts)
    explanation = answer.explanation.unpacked()
    return LaneExplanation(query, written, explanation, notices=tuple(dict.fromkeys((*facts, *explanation.notices))))


def _notices(facts: ExplainFacts) -> tuple[str, ...]:
    return facts.notices
