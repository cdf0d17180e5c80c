"""What the user clicks on becomes the place that is asked about, and is marked in every cell."""

from PySide6.QtCore import QObject, QRectF

from granview.core.explain_query import BoxPlace, Place, PointPlace, SpanPlace
from granview.gui.model.explain_state import ExplainState
from granview.gui.model.text_link import INPUT, TextLink
from granview.gui.model.viewport import Viewport


class Picking(QObject):
    """Joins pictures and texts with the explain state."""

    def __init__(self, state: ExplainState, viewport: Viewport, texts: TextLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._viewport = viewport
        viewport.picked.connect(lambda area: state.pick(_place(area)))
        texts.picked.connect(lambda space, stretch: state.pick(_span(space, stretch)))
        state.changed.connect(lambda _: self._show())

    def _show(self) -> None:
        choice = self._state.choice
        self._viewport.set_mark(_area(choice.place) if choice.on else None)


def _place(area: QRectF) -> Place:
    if area.isEmpty():
        return PointPlace(area.x(), area.y())
    return BoxPlace(area.left(), area.top(), area.right(), area.bottom())


def _span(space: str, stretch: tuple[int, int]) -> SpanPlace:
    return SpanPlace(*stretch, part="text" if space == INPUT else "target")


def _area(place: Place | None) -> QRectF | None:
    match place:
        case PointPlace(x, y):
            return QRectF(x, y, 0, 0)
        case BoxPlace(x0, y0, x1, y1):
            return QRectF(x0, y0, x1 - x0, y1 - y0)
        case _:
            return None
