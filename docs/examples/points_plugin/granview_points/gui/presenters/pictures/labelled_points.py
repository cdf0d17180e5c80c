"""Labelled points: what the window makes of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from granview.core.class_matching import match_classes
from granview.core.labels import LabelSet, normalized
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.model.number_filter import FilterValues, NumberFilter
from granview.gui.model.readout import Readout
from granview.gui.paint.frame import Frame
from granview.gui.paint.overlay_style import OverlayStyle, class_name
from granview.gui.presenters.picture_presenter import (
    DifferenceJob,
    DifferenceRow,
    DifferenceSide,
    PicturePresenter,
    ViewChoice,
    picture_presenter,
)
from granview.gui.style.theme import Theme
from granview_points.core.predictions.labelled_points import LabelledPoints
from granview_points.scoring.point_matching import match_points

translate = QCoreApplication.translate

Side = DifferenceSide[LabelledPoints]

_RADIUS: Final = 6.0
"""Of a circle about a point, in px of the screen: it is as large at every zoom."""

LEAST_SCORE: Final = NumberFilter("score", translate("LabelledPointsPresenter", "Least score"), 0.0, 1.0, 0.0)

_REACH_PX: Final = 4.0
"""The cursor reads a point from this far, in px of the picture."""


def _draw_circle(painter: QPainter, centre: QPointF, color: QColor, is_filled: bool) -> None:
    painter.setPen(QPen(color, 2))
    painter.setBrush(color if is_filled else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, _RADIUS, _RADIUS)


def surer_than(points: LabelledPoints, least: float) -> LabelledPoints:
    """The points whose score is at least this."""
    kept = points.scores >= least
    return LabelledPoints(points.xy_px[kept], points.classes[kept], points.scores[kept])


class LabelledPointsPainter:
    """Draws a disc about each point, or a circle where outlines are wanted."""

    notice = ""

    def __init__(self, points: LabelledPoints, labels: LabelSet) -> None:
        self._points = points
        self._labels = labels
        self._style = OverlayStyle()

    def set_labels(self, labels: LabelSet) -> None:
        """Take over other names and colours."""
        self._labels = labels

    def set_style(self, style: OverlayStyle) -> None:
        """Draw with these choices from now on."""
        self._style = style

    def close(self) -> None:
        """Nothing is being prepared."""

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw the points that are in the frame."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hidden = {normalized(name) for name in self._style.hidden}
        points = surer_than(self._points, LEAST_SCORE.value_in(self._style.filters))
        for (x, y), value in zip(points.xy_px.tolist(), points.classes.tolist(), strict=True):
            centre = frame.to_screen(QPointF(x, y))
            if normalized(class_name(self._labels, value)) not in hidden and frame.rect.contains(centre):
                _draw_circle(painter, centre, self._color(value), not self._style.outline_only)
        painter.restore()

    def _color(self, value: int) -> QColor:
        color = QColor(*(self._labels.colors[value] if value < len(self._labels) else self._style.unnamed))
        color.setAlphaF(self._style.strength)
        return color


@dataclass(frozen=True)
class _Mark:
    """Points of one colour in a difference, (n, 2) px; ``role`` is the theme's."""

    role: str
    text: str
    xy_px: NDArray[np.float32]


class LabelledPointsDifference:
    """Circles about the points that not both have."""

    def __init__(self, marks: Sequence[_Mark]) -> None:
        self._marks = marks
        self._colors: dict[str, QColor] = {}

    @property
    def rows(self) -> Sequence[DifferenceRow]:
        """Each kind of points with its share of all."""
        n = sum(len(mark.xy_px) for mark in self._marks)
        return [DifferenceRow(mark.role, mark.text, len(mark.xy_px) / n if n else None) for mark in self._marks]

    def set_colors(self, theme: Theme, opacity: float) -> None:
        """Draw in these colours from now on."""
        self._colors = {mark.role: theme.color(mark.role) for mark in self._marks if mark.role}

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw the circles."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks:
            for x, y in mark.xy_px.tolist() if mark.role in self._colors else ():
                _draw_circle(painter, frame.to_screen(QPointF(x, y)), self._colors[mark.role], is_filled=False)
        painter.restore()


@picture_presenter
class LabelledPointsPresenter(PicturePresenter[LabelledPoints]):
    """Draws points, reads them under the cursor, and shows which of them only one lane found."""

    type_name = LabelledPoints.type_name
    choices = frozenset(ViewChoice)

    @property
    def plural(self) -> str:
        """As users call them."""
        return translate("LabelledPointsPresenter", "points")

    def painter(
        self, prediction: LabelledPoints, labels: LabelSet, background: BackgroundPool, on_ready: Callable[[], None]
    ) -> LabelledPointsPainter:
        """Discs or circles."""
        return LabelledPointsPainter(prediction, labels)

    @property
    def filters(self) -> Sequence[NumberFilter]:
        """By the score."""
        return (LEAST_SCORE,)

    def filtered(self, prediction: LabelledPoints, values: FilterValues) -> LabelledPoints:
        """The points that are sure enough."""
        return surer_than(prediction, LEAST_SCORE.value_in(values))

    def readout(self, prediction: LabelledPoints, labels: LabelSet, point: QPointF) -> Readout | None:
        """The class of the nearest point, and how sure the lane is of it; None where none is near."""
        distance = np.hypot(*(prediction.xy_px - (point.x(), point.y())).T)
        if not len(distance) or distance.min() > _REACH_PX:
            return None
        nearest = int(distance.argmin())
        value = int(prediction.classes[nearest])
        color = labels.colors[value] if value < len(labels) else None
        return Readout(class_name(labels, value), float(prediction.scores[nearest]), color)

    def difference(self, left: Side, right: Side, reference: Side | None) -> DifferenceJob | str:
        """With a reference, who found which of its points; without, which points both have."""
        if reference is None:
            return partial(_without_reference, left, right)
        return partial(_with_reference, left, right, reference)


def _with_reference(left: Side, right: Side, reference: Side) -> LabelledPointsDifference:
    ours, theirs = (_found(side, reference)[0] for side in (left, right))
    only = translate("LabelledPointsPresenter", "Only {lane} found")
    return LabelledPointsDifference(
        [
            _Mark("only_left", only.format(lane=left.title), _of(reference, ours & ~theirs)),
            _Mark("only_right", only.format(lane=right.title), _of(reference, theirs & ~ours)),
            _Mark("both_wrong", translate("LabelledPointsPresenter", "Both missed"), _of(reference, ~ours & ~theirs)),
            _Mark("", translate("LabelledPointsPresenter", "Both found"), _of(reference, ours & theirs)),
        ]
    )


def _without_reference(left: Side, right: Side) -> LabelledPointsDifference:
    shared, ours = _found(left, right)
    only = translate("LabelledPointsPresenter", "Only {lane}")
    return LabelledPointsDifference(
        [
            _Mark("only_left", only.format(lane=left.title), _of(left, ~ours)),
            _Mark("only_right", only.format(lane=right.title), _of(right, ~shared)),
            _Mark("", translate("LabelledPointsPresenter", "Both"), _of(left, ours)),
        ]
    )


def _found(side: Side, other: Side) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which points of the other a side has, and which of its own the other has."""
    class_map = side.class_map if side.class_map is not None else match_classes(side.labels, other.labels).class_map
    classes = class_map.table(len(other.labels))[side.prediction.classes]
    return match_points(side.prediction, classes, other.prediction)


def _of(side: Side, which: NDArray[Any]) -> NDArray[np.float32]:
    xy_px: NDArray[np.float32] = side.prediction.xy_px[which]
    return xy_px
