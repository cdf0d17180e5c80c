"""What the window knows of lanes and results: frozen values, without pixels."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import msgspec

from granview.core.errors import GranViewError
from granview.core.events import LaneState
from granview.core.labels import ClassMap, LabelSet
from granview.core.lane import LaneSpec, ModelFacts
from granview.core.measurements import Cost, Timing
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.core.sample_kind import Kind
from granview.tasks.base import TASKS

Key = tuple[str, str]
"""(sample name, lane name)"""

_WITHOUT_PROCESS: Final = frozenset({None, LaneState.FAILED, LaneState.CLOSED, LaneState.UNLOADED})


@dataclass(frozen=True)
class Lane:
    """A lane as the window sees it.

    Attributes:
        spec: What the user asked for.
        place: Which of the lane colours is its own; kept while the lane lives.
        state: Where its process is; None while it has none.
        text: Why it is in that state, or what it is doing.
        fraction: How far loading is, or a pass that takes long, 0 to 1; None when it cannot be known.
        facts: What loading found out; None before.
        cost: What it has cost so far; None before.
        done: Samples of the present run that it is through with, failed ones included.
        failed: Of those, how many failed.
        total: Samples of the present run.
    """

    spec: LaneSpec
    place: int
    state: LaneState | None = None
    text: str = ""
    fraction: float | None = None
    facts: ModelFacts | None = None
    cost: Cost | None = None
    done: int = 0
    failed: int = 0
    total: int = 0

    @property
    def name(self) -> str:
        """The lane's name, unique in the session."""
        return self.spec.name

    @cached_property
    def takes(self) -> Kind | None:
        """The kind of samples that it runs; None for a task that this version does not know."""
        try:
            return TASKS.get(self.spec.task).kind
        except GranViewError:
            return None

    @cached_property
    def writes(self) -> bool:
        """Whether its model writes a text, token by token."""
        return self.spec.task in TASKS and TASKS.get(self.spec.task).writes_text

    def runs(self, kind: Kind) -> bool:
        """Whether its task is one of samples of that kind."""
        return self.takes == kind

    @property
    def has_process(self) -> bool:
        """Whether a process is there or on its way, so that samples can be submitted."""
        return self.state not in _WITHOUT_PROCESS

    @property
    def is_busy(self) -> bool:
        """Whether it still has samples to run."""
        return self.has_process and self.done < self.total

    @property
    def is_within_sample(self) -> bool:
        """Whether it says how far it is with a sample that takes long; ``text`` says it in words."""
        return self.state == LaneState.RUNNING and self.fraction is not None

    @property
    def share_done(self) -> float:
        """How far it is with the present run, 0 to 1, a sample that it is within included."""
        within = self.fraction if self.is_within_sample and self.fraction is not None else 0.0
        return (self.done + within) / self.total if self.total else 0.0


@dataclass(frozen=True)
class Row:
    """A result without its pixels.

    Attributes:
        ok: Whether there is a prediction.
        request_id: Grows with each request of this sitting; 0 for a result that the session already held.
        error: What went wrong, in words.
        hint: What to do about it.
        timing: What it took; None where the sample failed.
        notices: Sentences to show beside the result.
        class_map: Where the model's classes are in ``scored_labels``; None without a reference.
        scored_labels: The label set in which it was scored: the reference's, or that of both together.
        class_edits: The user's class map when it was asked for.
        stale: Whether what it was computed from has changed since.
    """

    ok: bool
    request_id: int = 0
    error: str = ""
    hint: str = ""
    timing: Timing | None = None
    notices: tuple[str, ...] = ()
    class_map: ClassMap | None = None
    scored_labels: LabelSet | None = None
    class_edits: Mapping[str, str] = field(default_factory=dict)
    stale: bool = False

    @property
    def is_current(self) -> bool:
        """Whether there is nothing to run again."""
        return self.ok and not self.stale

    def class_map_to(self, reference: LabelSet | None) -> ClassMap | None:
        """Where the model's classes are in the label set of a reference; None where it was scored in another one."""
        if reference is None or self.scored_labels is None or self.scored_labels.names != reference.names:
            return None
        return self.class_map


class ViewPosition(msgspec.Struct, frozen=True):
    """Where the user is in a session.

    Attributes:
        sample: Name of the sample that is shown; None where none is.
        pinned: Name of the lane that the others are compared with, or None.
        colors: Which of the lane colours is whose, by the lane's name: each keeps its own when another is closed.
    """

    sample: str | None = None
    pinned: str | None = None
    colors: dict[str, int] = {}


@dataclass(frozen=True)
class Snapshot:
    """A session's content, as it is read when the session is opened."""

    samples: tuple[Sample, ...] = ()
    lanes: tuple[tuple[LaneSpec, ModelFacts | None, Cost | None], ...] = ()
    rows: tuple[tuple[Key, Row], ...] = ()
    params: RunParams = field(default_factory=RunParams)
    place: ViewPosition = field(default_factory=ViewPosition)
