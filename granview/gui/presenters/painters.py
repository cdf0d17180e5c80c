"""Which painter draws which prediction type: one line per type."""

from collections.abc import Callable
from typing import Any, Final, Protocol

from PySide6.QtGui import QPainter

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.label_map import LabelMap
from granview.gui.background.latest import BackgroundPool
from granview.gui.paint.frame import Frame
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.label_map_painter import LabelMapPainter


class PredictionPainter(Protocol):
    """Draws one prediction over the picture."""

    @property
    def notice(self) -> str:
        """What the user must know about what is drawn."""
        ...

    def set_labels(self, labels: LabelSet) -> None:
        """Take over other names and colours for the same prediction."""

    def set_style(self, style: OverlayStyle) -> None:
        """Draw with these choices from now on."""

    def close(self) -> None:
        """Forget what is still being prepared."""

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is ready of what is in the frame."""


PAINTERS: Final[dict[type[Any], Callable[[Any, LabelSet, BackgroundPool, Callable[[], None]], PredictionPainter]]] = {
    LabelMap: LabelMapPainter,
}


def painter_for(
    prediction: Prediction, labels: LabelSet, background: BackgroundPool, on_ready: Callable[[], None]
) -> PredictionPainter:
    """A painter for a prediction, by its type; it calls ``on_ready`` whenever there is something new to paint."""
    return PAINTERS[type(prediction)](prediction, labels, background, on_ready)
