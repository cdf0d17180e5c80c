"""What all lanes answered to the question about the sample that is shown, and on which scale it is drawn."""

from collections.abc import Collection, Sequence

from granview.core.explain_facts import ExplainFacts
from granview.gui.model.explain_state import ExplainState
from granview.gui.paint.heat import Heat
from granview.gui.session.lane_explanation import LaneExplanation
from granview.store.rows import ExplanationRow


class LaneExplanations:
    """The last answer of each lane.

    Args:
        state: What is asked, and whether all lanes share a scale.

    Attributes:
        by_lane: What each lane answered last.
        facts: What each lane can be asked.
    """

    def __init__(self, state: ExplainState) -> None:
        self._state = state
        self.by_lane: dict[str, LaneExplanation] = {}
        self.facts: dict[str, ExplainFacts] = {}

    def clear(self) -> None:
        """Forget all."""
        self.by_lane, self.facts = {}, {}

    def drop(self, lanes: Collection[str]) -> None:
        """Forget what these lanes answered."""
        for lane in lanes:
            self.by_lane.pop(lane, None)
            self.facts.pop(lane, None)

    def take_kept(self, rows: Sequence[ExplanationRow]) -> None:
        """Show what the session kept of lanes that do not answer, where it is to the same question."""
        for row in rows:
            own = self.by_lane.get(row.lane)
            if own is not None and own.error and own.query == row.query:
                self.by_lane[row.lane] = LaneExplanation(own.query, own.written, row.explanation, own.error, kept=True)

    def heat(self, lane: str) -> Heat | None:
        """A lane's answer as it is drawn; None while there is none."""
        answer = self.by_lane.get(lane)
        if answer is None or answer.explanation is None:
            return None
        signed = any(other.signed for other in self._on_scale_of(lane))
        return Heat(answer.explanation, self.top(lane), signed, self._state.choice.is_shared)

    def top(self, lane: str) -> float:
        """The end of the scale on which a lane's answer is drawn: that of all lanes, or its own."""
        return max((answer.top for answer in self._on_scale_of(lane)), default=0.0)

    def foremost(self, lanes: Sequence[str]) -> str:
        """Of these lanes the one in whose cell the user clicked last, else the first that has answered.

        Returns:
            Empty where none has answered.
        """
        choice = self._state.choice
        in_order = [*(lane for lane in (choice.lane, *choice.spans) if lane in lanes), *lanes]
        answers = ((lane, self.by_lane.get(lane)) for lane in in_order)
        return next((lane for lane, answer in answers if answer is not None and answer.explanation is not None), "")

    def _on_scale_of(self, lane: str) -> Sequence[LaneExplanation]:
        if self._state.choice.is_shared:
            return tuple(self.by_lane.values())
        return (self.by_lane[lane],) if lane in self.by_lane else ()
