"""What each lane is asked about the sample that is shown, what it answered, and what is kept of it in the session."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

import msgspec
from PySide6.QtCore import QObject, Signal

from granview.core.explain_facts import ExplainFacts
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import Explanation, PackedExplanation
from granview.core.labels import LabelSet
from granview.core.messages import Explained, NotExplained
from granview.gui.background.jobs import Job
from granview.gui.model.explain_state import ExplainChoice, ExplainState
from granview.gui.paint.heat import Heat
from granview.gui.session.document import Document
from granview.store.rows import ExplanationRow
from granview.store.session import Session


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
    query: ExplainQuery | None, written: str | None, reply: Explained | NotExplained
) -> LaneExplanation:
    """An answer as the window holds it."""
    facts = () if reply.facts is None else _notices(reply.facts)
    if isinstance(reply, NotExplained):
        return LaneExplanation(query, written, error=f"{reply.error} {reply.hint}".strip(), notices=facts)
    if reply.explanation is None:
        return LaneExplanation(query, written, notices=facts)
    explanation = reply.explanation.unpacked()
    return LaneExplanation(query, written, explanation, notices=tuple(dict.fromkeys((*facts, *explanation.notices))))


def _notices(facts: ExplainFacts) -> tuple[str, ...]:
    return facts.notices


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
        reply = self.by_lane.get(lane)
        if reply is None or reply.explanation is None:
            return None
        signed = any(other.signed for other in self._on_scale_of(lane))
        return Heat(reply.explanation, self.top(lane), signed, self._state.choice.is_shared)

    def top(self, lane: str) -> float:
        """The end of the scale on which a lane's answer is drawn: that of all lanes, or its own."""
        return max((reply.top for reply in self._on_scale_of(lane)), default=0.0)

    def foremost(self, lanes: Sequence[str]) -> str:
        """Of these lanes the one in whose cell the user clicked last, else the first that has answered.

        Returns:
            Empty where none has answered.
        """
        choice = self._state.choice
        in_order = [*(lane for lane in (choice.lane, *choice.spans) if lane in lanes), *lanes]
        replies = ((lane, self.by_lane.get(lane)) for lane in in_order)
        return next((lane for lane, reply in replies if reply is not None and reply.explanation is not None), "")

    def _on_scale_of(self, lane: str) -> Sequence[LaneExplanation]:
        if self._state.choice.is_shared:
            return tuple(self.by_lane.values())
        return (self.by_lane[lane],) if lane in self.by_lane else ()


class SavedExplanations(QObject):
    """Keeps answers, and reads what was kept of a sample, off the window's thread."""

    arrived = Signal(object)
    """``Sequence[ExplanationRow]``, those asked last at the end."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._job: Job | None = None

    def read(self, sample: str) -> None:
        """Read what was kept of this sample; ``arrived`` tells it."""
        self.forget()
        self._job = self._document.read(lambda session: session.explanations(sample), self._on_read)

    def keep(self, sample: str, replies: Mapping[str, LaneExplanation]) -> None:
        """Keep what lanes answered about this sample, unless that was kept before, or the session can only be read."""
        if self._document.is_read_only:
            return
        for lane, reply in replies.items():
            if reply.explanation is not None and reply.query is not None and not reply.kept:
                self._document.write(partial(_keep, (sample, lane, reply.query, reply.explanation.packed())))

    def forget(self) -> None:
        """Want no answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_read(self, rows: Sequence[ExplanationRow]) -> None:
        self._job = None
        self.arrived.emit(rows)


def _keep(kept: tuple[str, str, ExplainQuery, PackedExplanation], session: Session) -> None:
    session.keep_explanation(*kept)


PREFERRED: Final = (
    *("attention", "grad-cam", "integrated-gradients", "rollout"),
    *("mean-attention", "relevance", "input-gradients"),
)
"""Methods, those first that say most at a glance."""


def lane_query(
    choice: ExplainChoice, lane: str, facts: ExplainFacts | None, labels: LabelSet | None
) -> ExplainQuery | None:
    """The question as this lane is asked it: with its own index of the class, and a layer only where it has that.

    Args:
        choice: What the user chose.
        lane: The lane's name.
        facts: What it can be asked; None while that is not known.
        labels: Its classes; None while its model has never been loaded.

    Returns:
        None where the lane is only asked what can be asked.
    """
    query = choice.query(lane)
    if query is None:
        return None
    layers = () if facts is None else facts.target_layers
    return msgspec.structs.replace(
        query,
        target=labels.index(choice.target) if choice.target and labels is not None else None,
        target_layer=choice.target_layer if choice.target_layer in layers else "",
    )


def unknown_class(choice: ExplainChoice, labels: LabelSet | None) -> str:
    """The class that was chosen, where a lane of these classes does not know it; empty otherwise."""
    unknown = choice.target and labels is not None and labels.index(choice.target) is None
    return choice.target if unknown else ""


def preferred_method(facts: Iterable[ExplainFacts]) -> str:
    """The method that most lanes offer, of several the one that says most at a glance; empty where none is offered."""
    offered = Counter(method.name for each in facts for method in each.methods if method.offered)
    best = max(PREFERRED, key=lambda name: (offered[name], -PREFERRED.index(name)))
    return best if offered[best] else ""
