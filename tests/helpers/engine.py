"""What tests of the engine share: lanes and samples of the test model, and a witness of events."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PIL import Image

from granview.core.events import Event, LaneChanged, LaneState, ResultArrived, SampleFailed
from granview.core.lane import LaneSpec
from granview.core.sample import Sample
from granview.engine.engine import Engine
from granview.engine.limits import Limits, WorkerOptions
from tests.helpers.checkerboard import GREY, Color

SPAWN: Final = WorkerOptions(start_method="spawn", loader="tests.helpers.checkerboard:load_adapter")
QUICK: Final = Limits(sample_timeout_s=1.0)
"""Limits under which a hang is found out soon."""

DEADLINE_S: Final = 60.0


class Witness:
    """Remembers every event of an engine, and waits for what shall happen.

    Attributes:
        events: All events, in the order in which they were told.
    """

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._changed = threading.Condition()

    def __call__(self, events: Sequence[Event]) -> None:
        with self._changed:
            self.events.extend(events)
            self._changed.notify_all()

    def wait_for(self, happened: Callable[[list[Event]], bool], deadline_s: float = DEADLINE_S) -> None:
        """Wait until the events so far satisfy a predicate."""
        with self._changed:
            if not self._changed.wait_for(lambda: happened(self.events), deadline_s):
                tail = "\n".join(repr(event)[:300] for event in self.events[-30:])
                raise AssertionError(f"it did not happen; the last events:\n{tail}")

    def answers(self, lane: str) -> list[ResultArrived | SampleFailed]:
        """The lane's answers so far."""
        return [e for e in tuple(self.events) if isinstance(e, ResultArrived | SampleFailed) and e.lane == lane]

    def wait_for_answers(self, lane: str, count: int) -> list[ResultArrived | SampleFailed]:
        """Wait for so many answers of a lane."""
        self.wait_for(lambda _: len(self.answers(lane)) >= count)
        return self.answers(lane)

    def states(self, lane: str) -> list[LaneState]:
        """The states that a lane went through."""
        return [e.state for e in tuple(self.events) if isinstance(e, LaneChanged) and e.lane == lane]

    def wait_for_state(self, lane: str, state: LaneState) -> LaneChanged:
        """Wait until a lane was in a state; the last such change."""
        self.wait_for(lambda _: state in self.states(lane))
        changes = [e for e in self.events if isinstance(e, LaneChanged) and e.lane == lane and e.state is state]
        return changes[-1]

    def wait_until_now(self, lane: str, state: LaneState) -> None:
        """Wait until a lane's newest state is this."""
        self.wait_for(lambda _: self.states(lane)[-1:] == [state])


def picture(folder: Path, name: str, color: Color = GREY, size: tuple[int, int] = (8, 6)) -> Sample:
    """A sample of one colour; ``size`` is (width, height)."""
    path = folder / f"{name}.png"
    Image.new("RGB", size, color).save(path)
    return Sample(name, str(path))


def lane(name: str, model: str = "checkerboard", batch_size: int = 1) -> LaneSpec:
    """A lane of the test model."""
    return LaneSpec(name, model, device="cpu", batch_size=batch_size)


def pid_of(engine: Engine, name: str) -> int:
    """The number of a lane's process."""
    process = engine._lanes[name].process
    assert process is not None
    pid = process.pid
    assert pid is not None
    return pid
