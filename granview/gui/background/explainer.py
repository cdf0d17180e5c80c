"""Asks the lanes what the user wants explained, and holds on to their answers for the sample that is shown."""

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from granview.core.explain_facts import ExplainFacts
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import Explanation, PackedExplanation
from granview.core.messages import Explained, NotExplained
from granview.core.sample import Sample
from granview.core.text_prediction import GeneratedText
from granview.gui.background.loader import SampleLoader
from granview.gui.background.runner import Runner
from granview.gui.background.timers import once
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.document import Document
from granview.gui.model.explain_state import ExplainState
from granview.gui.paint.heat import Heat
from granview.store.session import Session

_SETTLED_MS: Final = 800
"""An answer that is looked at for so long is kept in the session."""


PREFERRED: Final = (
    *("attention", "grad-cam", "integrated-gradients", "rollout"),
    *("mean-attention", "relevance", "input-gradients"),
)
"""Methods, those first that say most at a glance."""


@dataclass(frozen=True)
class LaneAnswer:
    """What a lane answered last.

    Attributes:
        query: What it was asked.
        explanation: The answer; None where it cannot answer.
        error: Why not, in words.
    """

    query: ExplainQuery | None
    explanation: Explanation | None = None
    error: str = ""


@dataclass(frozen=True)
class _Asked:
    """A question under way: late answers to earlier ones are told by it."""

    number: int
    lane: str
    sample: str
    query: ExplainQuery | None


class Explainer(QObject):
    """Follows the explain state, the sample that is shown and its lanes.

    Lanes are asked side by side, each the same; a lane that is busy answers between two of its batches. An answer stays
    until the next one is there, so that moving about does not flicker.
    """

    changed = Signal()
    """Answers or facts are others."""

    _answered = Signal(object, object)

    def __init__(
        self,
        state: ExplainState,
        model: ComparisonModel,
        loader: SampleLoader,
        runner: Runner,
        document: Document,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._model = model
        self._loader = loader
        self._runner = runner
        self._document = document
        self._numbers: dict[str, int] = {}
        self._next = 1
        self.answers: dict[str, LaneAnswer] = {}
        self.facts: dict[str, ExplainFacts] = {}
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._soon = once(self, 0, self._ask_all)
        self._settled = once(self, _SETTLED_MS, self._keep)
        state.changed.connect(self._on_state_changed)
        model.samples.current_changed.connect(self._on_sample_changed)
        model.lanes.changed.connect(self._on_lanes_changed)
        document.replaced.connect(self._forget)

    @property
    def waits(self) -> bool:
        """Whether a lane has not answered yet, or is about to be asked."""
        return bool(self._numbers) or self._soon.isActive()

    def top(self, lane: str) -> float:
        """The end of the scale on which a lane's answer is drawn: that of all lanes, or its own."""
        answers = self.answers if self._state.choice.shared_scale else {lane: self.answers[lane]}
        return max((_largest(answer.explanation) for answer in answers.values() if answer.explanation), default=0.0)

    def heat(self, lane: str) -> Heat | None:
        """A lane's answer as it is drawn; None while there is none."""
        answer = self.answers.get(lane)
        if answer is None or answer.explanation is None:
            return None
        return Heat(answer.explanation, self.top(lane), self._state.choice.shared_scale)

    def error(self, lane: str) -> str:
        """Why a lane cannot answer; empty where it can."""
        answer = self.answers.get(lane)
        return "" if answer is None else answer.error

    def _on_state_changed(self, _: object) -> None:
        if self._state.choice.on:
            self._soon.start()
        else:
            self._forget()

    def _on_sample_changed(self) -> None:
        self._forget()
        self._state.choose(place=None)
        if self._state.choice.on:
            self._soon.start()

    def _on_lanes_changed(self) -> None:
        gone = self.answers.keys() - set(self._model.lanes.names())
        for lane in gone:
            self.answers.pop(lane, None)
            self.facts.pop(lane, None)
        if self._state.choice.on:
            self._soon.start()

    def _forget(self) -> None:
        self._numbers.clear()
        self.answers, self.facts = {}, {}
        self.changed.emit()

    def _ask_all(self) -> None:
        sample = self._model.samples.current
        if sample is None or not self._state.choice.on:
            return
        query = self._state.choice.query()
        self._settled.stop()
        for lane in self._model.lanes_of(sample):
            answered = self.answers.get(lane.name)
            if answered is None or answered.query != query:
                self._ask(lane.name, sample, query)
        self.changed.emit()

    def _ask(self, lane: str, sample: Sample, query: ExplainQuery | None) -> None:
        asked = _Asked(self._next, lane, sample.name, query)
        self._next += 1
        self._numbers[lane] = asked.number
        self._runner.explain(lane, sample, query, partial(self._answered.emit, asked), self._written(lane))

    def _written(self, lane: str) -> str | None:
        found = self._loader.predictions.get(lane)
        return found.text if isinstance(found, GeneratedText) else None

    @Slot(object, object)
    def _on_answered(self, asked: _Asked, answer: Explained | NotExplained) -> None:
        if self._numbers.get(asked.lane) != asked.number:
            return
        del self._numbers[asked.lane]
        if answer.facts is not None:
            self.facts[asked.lane] = answer.facts
        self.answers[asked.lane] = _as_lane_answer(asked.query, answer)
        if not self.waits:
            self._settled.start()
            self._choose_method()
        self.changed.emit()

    def _choose_method(self) -> None:
        """Take the method that most lanes offer, where the user has chosen none."""
        if self._state.choice.method:
            return
        offered = Counter(method.name for facts in self.facts.values() for method in facts.methods if method.offered)
        if offered:
            self._state.choose(method=max(PREFERRED, key=lambda name: (offered[name], -PREFERRED.index(name))))

    def _keep(self) -> None:
        """Keep in the session what was looked at."""
        sample = self._model.samples.current
        if sample is None or self._document.is_read_only:
            return
        for lane, answer in self.answers.items():
            if answer.explanation is not None and answer.query is not None:
                kept = (sample.name, lane, answer.query, answer.explanation.packed())
                self._document.write(partial(_keep, kept))


def _as_lane_answer(query: ExplainQuery | None, answer: Explained | NotExplained) -> LaneAnswer:
    if isinstance(answer, NotExplained):
        return LaneAnswer(query, error=f"{answer.error} {answer.hint}".strip())
    return LaneAnswer(query, None if answer.explanation is None else answer.explanation.unpacked())


def _keep(kept: tuple[str, str, ExplainQuery, PackedExplanation], session: Session) -> None:
    session.keep_explanation(*kept)


def _largest(explanation: Explanation) -> float:
    values = explanation.weights.values
    return float(abs(values).max(initial=0.0))
