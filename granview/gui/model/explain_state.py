"""What is asked of the lanes about the sample that is shown: why there, and where from. Plain observable values."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from granview.core.explain_methods import is_comparable
from granview.core.explain_query import Direction, ExplainQuery, Place, SpanPlace


@dataclass(frozen=True)
class ExplainChoice:
    """What the user has chosen.

    Attributes:
        on: Whether explanations are shown.
        method: The method's name; empty until one is chosen.
        direction: Which way attention is followed.
        depth: The layer, as a share of each lane's stack, 0 to 1: the same relative depth in every lane.
        head: The head; None for the mean.
        stack: The stack of layers; None for each lane's first.
        place: Where in the sample; None for everywhere.
        spans: The place by lane, where it lies in a text that lanes wrote: each has its own. A lane that is not among
            them is asked about everywhere.
        region: Where the answer should lie, such as the reference's region at the place; None where nothing is known.
        shared_scale: Whether the user wants one scale for all lanes, or one for each; None until he says so.
        lane: The lane in whose text the user clicked last; empty for none.
        target: Name of the class that is explained; empty for the one predicted at the place.
        target_layer: Name of the layer that Grad-CAM looks at, in lanes that have one of that name; empty for the one
            that each lane chooses.
        overview: Whether all layers and heads are wanted as well.
    """

    on: bool = False
    method: str = ""
    direction: Direction = "from"
    depth: float = 1.0
    head: int | None = None
    stack: str | None = None
    place: Place | None = None
    spans: Mapping[str, SpanPlace] = field(default_factory=dict)
    region: Place | None = None
    shared_scale: bool | None = None
    lane: str = ""
    target: str = ""
    target_layer: str = ""
    overview: bool = False

    @property
    def is_shared(self) -> bool:
        """Whether all lanes are drawn on one scale: as the user said, else where values of different lanes compare."""
        return is_comparable(self.method) if self.shared_scale is None else self.shared_scale

    @property
    def misleads(self) -> bool:
        """Whether lanes are drawn on one scale though their values do not compare."""
        return self.is_shared and not is_comparable(self.method)

    def query(self, lane: str) -> ExplainQuery | None:
        """The question to a lane; None, which asks what can be asked, until a method is chosen.

        Class and layer go by names here and are left out: what they are to a lane is known to those who ask it.
        """
        if not self.method:
            return None
        return ExplainQuery(
            self.method,
            self.spans.get(lane) if self.spans else self.place,
            self.direction,
            depth=self.depth,
            head=self.head,
            stack=self.stack,
            overview=self.overview,
            region=self.region,
        )


class ExplainState(QObject):
    """The choice; ``changed`` tells that it is another one, with the one before."""

    changed = Signal(object)
    """The ``ExplainChoice`` before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = ExplainChoice()

    @property
    def choice(self) -> ExplainChoice:
        """What is chosen now."""
        return self._choice

    def choose(self, **changes: Any) -> None:
        """Change some of the choice, by the names of its attributes."""
        before = self._choice
        self._choice = replace(before, **changes)
        if self._choice != before:
            self.changed.emit(before)

    def pick(self, place: Place, **more: Any) -> None:
        """Ask about a place of the sample that is shown; nothing where explanations are not shown.

        Args:
            place: The place.
            more: What else changes with it, by the names of the choice's attributes.
        """
        if self._choice.on:
            self.choose(**{"place": place, "spans": {}, "region": None, **more})

    def forget_place(self) -> None:
        """Ask about the whole sample."""
        self.choose(place=None, spans={}, region=None)
