"""Class scores of one picture's cells joined: which classes of each lane are right, where the reference is known."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPointF

from granview.core.class_matching import match_classes
from granview.core.predictions.class_scores import ClassScores
from granview.gui.model.readout import Readout
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.picture_presenter import DifferenceRow, DifferenceSide
from granview.gui.presenters.pictures.class_scores_painter import ClassScoresPainter

Side = DifferenceSide[ClassScores]


def right_classes(side: Side, reference: Side) -> frozenset[int]:
    """The classes of a lane that the reference says, as indices of the lane's label set."""
    match = match_classes(side.labels, reference.labels).class_map
    said = frozenset(reference.prediction.chosen())
    return frozenset(place for place, target in enumerate(match.targets) if target in said)


class ClassScoresLinks:
    """Tells every cell's painter which classes are right.

    Args:
        on_ready: Called when that is known.
    """

    def __init__(self, on_ready: Callable[[], None]) -> None:
        self._on_ready = on_ready
        self._known: dict[str, frozenset[int]] = {}

    def show(self, sides: Mapping[str, DifferenceSide[Any]]) -> None:
        """Compare each cell with the reference."""
        reference = next((side for side in sides.values() if side.is_reference), None)
        lanes = {} if reference is None else {key: side for key, side in sides.items() if not side.is_reference}
        known = {} if reference is None else {key: right_classes(side, reference) for key, side in lanes.items()}
        if known != self._known:
            self._known = known
            self._on_ready()

    def join(self, key: str, painter: Any) -> None:
        """Let a cell's painter mark its classes."""
        if isinstance(painter, ClassScoresPainter):
            painter.set_known(self._known.get(key))

    def set_style(self, style: OverlayStyle) -> None:
        """What is right does not depend on it."""

    def legend(self, key: str) -> Sequence[DifferenceRow]:
        """Marks are told apart by their shape."""
        return ()

    def point_at(self, key: str | None, point: QPointF | None) -> bool:
        """Nothing stands out: a class is of the whole picture."""
        return False

    def readouts(self) -> Mapping[str, Readout]:
        """None, since nothing stands out."""
        return {}

    def close(self) -> None:
        """Nothing is being compared."""
