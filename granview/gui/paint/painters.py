"""Which painter draws which prediction type: one line per type."""

from collections.abc import Callable
from typing import Any, Final, Protocol

from PySide6.QtCore import QThreadPool, SignalInstance
from PySide6.QtGui import QPainter

from granview.core.labels import LabelSet
from granview.core.prediction import LabelMap, Prediction
from granview.gui.paint.frame import Frame
from granview.gui.paint.label_map import LabelMapPainter
from granview.gui.paint.style import OverlayStyle


class PredictionPainter(Protocol):
    """Draws one prediction over the picture."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted when something is ready that was not when it was last painted."""
        ...

    @property
    def notice(self) -> str:
        """What the user must know about what is drawn."""
        ...

    def set_style(self, style: OverlayStyle) -> None:
        """Draw with these choices from now on."""

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is ready of what is in the frame."""


PAINTERS: Final[dict[type[Any], Callable[[Any, LabelSet, QThreadPool], PredictionPainter]]] = {
    LabelMap: LabelMapPainter,
}


def painter_for(prediction: Prediction, labels: LabelSet, pool: QThreadPool) -> PredictionPainter:
    """A painter for a prediction, by its type."""
    return PAINTERS[type(prediction)](prediction, labels, pool)
