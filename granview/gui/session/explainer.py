"""Asks the lanes what the user wants explained, and holds on to their answers for the sample that is shown."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from threading import Lock
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from granview.core.events import LaneState
from granview.core.explain_query import ExplainQuery
from granview.core.messages import Explained, NotExplained
from granview.core.sample import Sample
from granview.gui.background.timers import once
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.explain_state import ExplainChoice, ExplainState
from granview.gui.session.document import Document
from granview.gui.session.lane_explanations import (
    LaneExplanation,
    LaneExplanations,
    SavedExplanations,
    lane_explanation,
    lane_query,
    preferred_method,
    unknown_class,
)
from granview.gui.session.runner import Runner
from granview.gui.session.sample_loader import SampleLoader
from granview.store.rows import ExplanationRow

_SETTLED_MS: Final = 800
"""An answer that is looked at for so long is kept in the session."""

_PATIENCE_S: Final = 0.25
"""An answer under way is awaited for so long before another question takes its place: so dragging shows something."""

_SLOW_MS: Final = 700
"""A lane that has shown nothing for so long after a question says that it was asked."""

_STOPPED: Final = frozenset({LaneState.FAILED, LaneState.CLOSED})
_STARTING: Final = frozenset({None, LaneState.STARTING, LaneState.LOADING, LaneState.RESTARTING})


@dataclass(frozen=True)
class _Asked:
    """A question under way: late answers to earlier ones are told by its number."""

    number: int
    lane: str
    sample: str
    query: ExplainQuery | None
    written: str | None
    since_s: float


class Explainer(QObject):
    """Follows the explain state, the sample that is shown and its lanes.

    Lanes are asked side by side, each the same; a lane that is busy answers between two of its batches. An answer stays
    until the next one is there, so that moving about does not flicker.

    Attributes:
        said: What the lanes answered, and what they can be asked.
    """

    changed = Signal()
    """Answers or facts are others."""

    _replied = Signal(object, object)

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
        self._kept = SavedExplanations(document, self)
        self._open: dict[str, _Asked] = {}
        self._stopped: set[str] = set()
        self._next = 1
        self._lock = Lock()
        self._closed = False
        self._is_between = False
        self._range = model.params.image.range
        self._announced_loading: tuple[str, ...] = ()
        self.explanations = LaneExplanations(state)
        self._replied.connect(self._on_reply, Qt.ConnectionType.QueuedConnection)
        self._soon = once(self, 0, self._ask_all)
        self._later = once(self, round(_PATIENCE_S * 1_000), self._ask_all)
        self._settled = once(self, _SETTLED_MS, self._keep)
        self._slow = once(self, _SLOW_MS, self.changed.emit)
        state.changed.connect(self._on_state_changed)
        model.samples.current_changed.connect(self._on_sample_changed)
        model.lanes.changed.connect(self._on_lanes_changed)
        model.lanes.lane_changed.connect(self._on_lane_changed)
        model.params_changed.connect(self._on_params_changed)
        loader.changed.connect(self._ask_soon)
        document.replaced.connect(self._on_replaced)
        self._kept.arrived.connect(self._on_kept)

    @property
    def waits(self) -> bool:
        """Whether a lane has not answered yet, or is about to be asked."""
        return bool(self._open) or self._soon.isActive() or self._later.isActive()

    @property
    def loading(self) -> tuple[str, ...]:
        """The lanes that are asked and still load their models."""
        lanes = (self._model.lanes.get(name) for name in self._open)
        return tuple(lane.name for lane in lanes if lane is not None and lane.state in _STARTING)

    def close(self) -> None:
        """Ask nothing any more, and drop all answers that still come."""
        with self._lock:
            self._closed = True
        self._forget()

    def message(self, lane: str) -> str:
        """Why a lane cannot answer, or what the user must know of its answer; empty where there is nothing to say."""
        reply = self.explanations.by_lane.get(lane)
        if reply is None or (reply.explanation is None and not reply.error and lane in self._open):
            return self._what_is_awaited(lane)
        kept = self.tr("Shown as the session kept it.") if reply.kept else ""
        return " ".join(filter(None, (kept, reply.error, *reply.notices)))

    def _what_is_awaited(self, lane: str) -> str:
        if lane in self.loading:
            return self.tr("Loading the model…")
        asked = self._open.get(lane)
        is_slow = asked is not None and (time.monotonic() - asked.since_s) * 1_000 >= _SLOW_MS
        return self.tr("The model is asked for its explanation…") if is_slow else ""

    def _on_state_changed(self, before: ExplainChoice) -> None:
        if not self._state.choice.on:
            self._forget()
            return
        only_shown = replace(before, shared_scale=self._state.choice.shared_scale, lane=self._state.choice.lane)
        if self._state.choice == only_shown:
            self.changed.emit()
        else:
            self._soon.start()

    def _on_sample_changed(self) -> None:
        self._is_between = False
        self._forget()
        self._state.forget_place()
        self._ask_soon()

    def _on_params_changed(self) -> None:
        """What was answered about a picture in another range of brightness is no answer any more."""
        before, self._range = self._range, self._model.params.image.range
        if before != self._range:
            self._forget()
            self._ask_soon()

    def _on_replaced(self) -> None:
        """Ask nothing until the other session's samples are there: those that are still shown are not its own."""
        self._is_between = True
        self._stopped.clear()
        self._state.forget_place()
        self._forget()

    def _on_lanes_changed(self) -> None:
        gone = (self.explanations.by_lane.keys() | self._open.keys()) - set(self._model.lanes.names())
        self.explanations.drop(gone)
        for lane in gone:
            self._open.pop(lane, None)
        if gone:
            self.changed.emit()
        self._ask_soon()

    def _on_lane_changed(self, name: str) -> None:
        """A lane that was started again is asked again; one that is loaded only for a question says so."""
        if self.loading != self._announced_loading:
            self._announced_loading = self.loading
            self.changed.emit()
        lane = self._model.lanes.get(name)
        if lane is None or lane.state in _STOPPED:
            self._stopped.add(name)
        elif name in self._stopped and lane.state == LaneState.IDLE:
            self._stopped.discard(name)
            self.explanations.by_lane.pop(name, None)
            self._ask_soon()

    def _ask_soon(self) -> None:
        if self._state.choice.on and not self._closed and not self._is_between:
            self._soon.start()

    def _forget(self) -> None:
        for timer in (self._soon, self._later, self._settled, self._slow):
            timer.stop()
        self._open.clear()
        self._kept.forget()
        self.explanations.clear()
        self.changed.emit()

    def _ask_all(self) -> None:
        sample = self._model.samples.current
        if sample is None or self._closed or not self._state.choice.on:
            return
        lanes = self._model.lanes_of(sample)
        asked = [lane.name for lane in lanes if self._ask(lane.name, sample)]
        if asked:
            self._settled.stop()
            self._slow.start()
        if asked or not lanes:
            self.changed.emit()

    def _ask(self, lane: str, sample: Sample) -> bool:
        """Ask a lane unless it has answered just this, or is about to; whether it was asked."""
        facts, labels = self.explanations.facts.get(lane), self._loader.labels_of(lane)
        wanted = lane_query(self._state.choice, lane, facts, labels), self._written(lane)
        unknown = unknown_class(self._state.choice, labels)
        under_way, reply = self._open.get(lane), self.explanations.by_lane.get(lane)
        if under_way is not None:
            if (under_way.query, under_way.written) == wanted:
                return False
            if time.monotonic() - under_way.since_s < _PATIENCE_S:
                self._later.start()
                return False
        elif reply is not None and (reply.query, reply.written, reply.unknown_class) == (*wanted, unknown):
            return False
        if unknown:
            self._open.pop(lane, None)
            error = self.tr("This model has no class '{name}'.").format(name=unknown)
            self.explanations.by_lane[lane] = LaneExplanation(*wanted, error=error, unknown_class=unknown)
            return True
        asked = _Asked(self._next, lane, sample.name, *wanted, time.monotonic())
        self._next += 1
        self._open[lane] = asked
        self._runner.explain(lane, sample, asked.query, partial(self._tell, asked), asked.written)
        return True

    def _written(self, lane: str) -> str | None:
        found = self._loader.predictions.get(lane)
        return None if found is None else found.written

    def _tell(self, asked: _Asked, reply: Explained | NotExplained) -> None:
        """Take an answer from any thread."""
        with self._lock:
            if not self._closed:
                self._replied.emit(asked, reply)

    @Slot(object, object)
    def _on_reply(self, asked: _Asked, reply: Explained | NotExplained) -> None:
        if self._open.get(asked.lane) is not asked:
            return
        del self._open[asked.lane]
        if reply.facts is not None:
            self.explanations.facts[asked.lane] = reply.facts
        self.explanations.by_lane[asked.lane] = lane_explanation(asked.query, asked.written, reply)
        if isinstance(reply, NotExplained):
            self._kept.read(asked.sample)
        if not self._open:
            self._settled.start()
            self._choose_method()
        self._soon.start()
        self.changed.emit()

    def _choose_method(self) -> None:
        """Take the method that most lanes offer, where the user has chosen none."""
        method = preferred_method(self.explanations.facts.values())
        if method and not self._state.choice.method:
            self._state.choose(method=method)

    def _on_kept(self, rows: Sequence[ExplanationRow]) -> None:
        """Take over what was asked last where nothing is asked yet; show what was kept of lanes that do not answer."""
        if not self._state.choice.method and not self.explanations.facts and rows:
            self._take_over(rows[-1].query)
            return
        self.explanations.take_kept(rows)
        self.changed.emit()

    def _take_over(self, query: ExplainQuery) -> None:
        """Ask what was asked last: nothing else can be answered without a model."""
        self._state.choose(
            method=query.method,
            place=query.place,
            direction=query.direction,
            depth=1.0 if query.depth is None else query.depth,
            head=query.head,
            stack=query.stack,
            overview=query.overview,
            region=query.region,
        )

    def _keep(self) -> None:
        """Keep in the session what was looked at."""
        sample = self._model.samples.current
        if sample is not None:
            self._kept.keep(sample.name, self.explanations.by_lane)
