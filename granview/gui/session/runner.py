"""The commands that make lanes run: open, feed, stop, restart. The engine answers by events."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from granview.core.events import Event, LaneState
from granview.core.explain_query import ExplainQuery
from granview.core.lane import LaneSpec
from granview.core.pinned_model import pinned
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.gui.background.event_bridge import EventBridge
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Lane
from granview.gui.session.document import Document
from granview.store.session import Session

if TYPE_CHECKING:
    from granview.engine.engine import Engine
    from granview.engine.explain_requests import OnExplainReply

OnEvents = Callable[[Sequence[Event]], None]
Hold = Callable[[Callable[[], None]], bool]
NewEngine = Callable[[OnEvents, Session], "Engine"]


class Runner(QObject):
    """Owns the engine of the open session; makes it when the first lane is needed.

    Args:
        model: Told of everything that the engine says.
        document: The session that the engine records into.
        new_engine: Makes an engine from a listener and a session.

    Attributes:
        hold: Asked before each run, with what would begin it; True where it keeps that, and calls it later.
    """

    events = Signal(object)
    """``tuple[Event, ...]``, after the model has taken them over."""

    about_to_run = Signal()
    """A run of all lanes was asked for; what else shall be part of it can still be added."""

    nothing_to_run = Signal()
    """Run was asked for, and every lane has an up-to-date result of every sample."""

    def __init__(
        self, model: ComparisonModel, document: Document, new_engine: NewEngine, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._document = document
        self._new_engine = new_engine
        self.hold: Hold = lambda _: False
        self._engine: Engine | None = None
        self._bridge: EventBridge | None = None
        self._opened: set[str] = set()
        self._ran_with: RunParams | None = None

    def add_lanes(self, specs: Sequence[LaneSpec], load: bool = True) -> None:
        """Add lanes, and begin to load their models; without ``load`` they are loaded by the first run."""
        self._model.add_lanes(specs)
        for spec in specs:
            self._document.write(partial(Session.add_lane, spec=spec))
            if load:
                self._open(spec)

    def remove_lane(self, name: str) -> None:
        """Remove a lane, its process and its results."""
        self.end_lane(name)
        self._document.write(lambda session: session.remove_lane(name))

    def end_lane(self, name: str) -> None:
        """End a lane's process, and show it no more; the session keeps it."""
        if self._engine is not None:
            self._engine.close_lane(name)
        self._opened.discard(name)
        self._model.remove_lane(name)

    def restart_lane(self, name: str) -> None:
        """Start a lane's process anew."""
        lane = self._model.lanes.get(name)
        if lane is not None and not self._open(lane.spec):
            self._running_engine().restart_lane(name)

    def unload_lane(self, name: str) -> None:
        """End an idle lane's process, so that its memory comes back; the next run or question loads it again."""
        if self._engine is not None and name in self._opened:
            self._engine.unload_lane(name)

    def run(self, force: bool = False, only_lane: str | None = None) -> None:
        """Run what has no up-to-date result, or everything with ``force``; the sample that is shown first."""
        if self.hold(partial(self.run, force, only_lane)):
            return
        if only_lane is None:
            self.about_to_run.emit()
        lanes = [lane for lane in self._model.lanes.all() if only_lane in (None, lane.name)]
        work = [(lane, self._samples_for(lane.name, force)) for lane in lanes]
        work = [(lane, samples) for lane, samples in work if samples]
        if not work:
            self.nothing_to_run.emit()
            return
        params = self._model.params
        self._document.write(Session.start_run, lambda _: self._submit(work, params))

    def run_sample(self, lane: str, sample: Sample) -> None:
        """Run one sample in one lane, as part of the last run that had the same parameters.

        Args:
            lane: The lane's name; its model is loaded where it is not yet.
            sample: The sample, with the prompts that it has now.
        """
        known = self._model.lanes.get(lane)
        if known is None:
            return
        params = self._model.params
        work = [(known, [sample])]
        if self._ran_with == params:
            self._submit(work, params)
        else:
            self._document.write(Session.start_run, lambda _: self._submit(work, params))

    def stop(self, lane: str | None = None) -> None:
        """Forget what waits and what runs, in one lane or in all."""
        if self._engine is not None:
            self._engine.cancel(lane)

    def explain(
        self,
        lane: str,
        sample: Sample,
        query: ExplainQuery | None,
        on_reply: "OnExplainReply",
        written: str | None = None,
    ) -> None:
        """Ask a lane about a sample; what it was asked before, and has not answered, is forgotten.

        Args:
            lane: The lane's name; its model is loaded where it is not yet.
            sample: The sample that is asked about.
            query: The question; None asks what can be asked.
            on_reply: Told the answer, on a thread of the engine's.
            written: What the lane wrote about the sample, for models that write.
        """
        known = self._model.lanes.get(lane)
        if known is None:
            return
        self._open(known.spec)
        engine = self._running_engine()
        engine.cancel_explanations(lane)
        engine.explain(lane, sample, query, on_reply, written, self._model.params.image.range)

    def idle_pids(self) -> dict[str, int]:
        """The process ids of lanes on the CPU that are loaded and do nothing, by name."""
        pids = {} if self._engine is None else self._engine.process_ids()
        idle = [lane for lane in self._model.lanes.all() if lane.state is LaneState.IDLE]
        return {
            lane.name: pids[lane.name]
            for lane in idle
            if lane.name in pids and lane.facts is not None and lane.facts.device == "cpu"
        }

    def detach(self) -> Callable[[], None]:
        """Let go of the engine; the function that is returned ends it, and may take seconds."""
        engine, bridge = self._engine, self._bridge
        self._engine = self._bridge = self._ran_with = None
        self._opened.clear()
        if bridge is not None:
            bridge.close()
        return (lambda: None) if engine is None else engine.shutdown

    def _samples_for(self, lane: str, force: bool) -> list[Sample]:
        return self._model.samples_of(lane) if force else self._model.missing(lane)

    def _submit(self, work: Sequence[tuple[Lane, list[Sample]]], params: RunParams) -> None:
        engine = self._running_engine()
        self._ran_with = params
        for lane, samples in work:
            now = self._model.lanes.get(lane.name)
            if now is None:
                continue
            if not self._open(now.spec) and now.state in (LaneState.FAILED, LaneState.CLOSED):
                engine.restart_lane(now.name)
            self._model.note_submitted(engine.submit(now.name, samples, params), params)

    def _open(self, spec: LaneSpec) -> bool:
        """Start a lane's process unless it was started before; whether it was now."""
        if spec.name in self._opened:
            return False
        self._opened.add(spec.name)
        known = self._model.lanes.get(spec.name)
        self._running_engine().open_lane(pinned(spec, known.facts if known else None))
        return True

    def _running_engine(self) -> "Engine":
        if self._engine is None:
            bridge = EventBridge(self)
            bridge.arrived.connect(partial(self._on_events, bridge))
            self._bridge = bridge
            self._engine = self._new_engine(bridge.post, self._document.session)
        return self._engine

    def _on_events(self, bridge: EventBridge, events: Sequence[Event]) -> None:
        if bridge is self._bridge:
            self._model.apply(events)
            self.events.emit(events)
