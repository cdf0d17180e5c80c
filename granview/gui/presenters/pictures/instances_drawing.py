"""Objects of one cell drawn by a plan: one by one, or as a map where very many are in view."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from granview.core.labels import LabelSet
from granview.gui.paint.frame import Frame
from granview.gui.paint.overlay_style import OverlayStyle, class_name
from granview.gui.paint.ranked import RankedPainter, premultiplied
from granview.gui.paint.tags import PlacedTag, Tag, paint_tags, place_alone, place_tags, tag_font
from granview.gui.presenters.pictures.instances_choices import ALWAYS, TAGS
from granview.gui.presenters.pictures.instances_plan import Plan
from granview.gui.presenters.pictures.instances_shapes import MOST_PATHS, RankedLevels, Shapes
from granview.gui.presenters.pictures.instances_strokes import Strokes, draw_lit

_NAMED_FROM_PX: Final = 44.0
"""Objects that are smaller on the screen have no name, which their colour tells, only their score."""

_TAGGED_FROM_PX: Final = 20.0
"""Objects that are smaller still have labels only under the cursor."""

_MOST_TAGS: Final = 150
"""Where more objects are in view, none has a label: they would hide what they are about."""


class Drawing:
    """Draws n objects, and those of the reference that are missed.

    Args:
        shapes: The objects.
        plan: Which of them, in which colours.
        labels: Their classes.
        style: Opacity, outlines, labels.
        missed: The shapes of the reference, where objects that are missed are drawn; None while they are not there.
        is_truth: Whether this is the reference, which is sure of all.
        before: What was drawn before, whose map is drawn on with other colours.
    """

    def __init__(
        self,
        shapes: Shapes,
        plan: Plan,
        labels: LabelSet,
        style: OverlayStyle,
        missed: Shapes | None,
        is_truth: bool,
        before: "Drawing | None" = None,
    ) -> None:
        self._shapes = shapes
        self._plan = plan
        self._labels = labels
        self._style = style
        self._missed = missed
        self._is_truth = is_truth
        self._map: RankedPainter | None = None if before is None else before._map
        self._missed_map: RankedPainter | None = None if before is None else before._missed_map
        if shapes.ranked is not None:
            self._map = self._map or RankedPainter(shapes.ranked.levels)
            self._map.set_table(*self._tables(shapes.ranked, plan.shown * plan.strength, plan.colors))
        self._make_missed_map()

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is in the frame."""
        seen = QRectF(frame.to_image(frame.rect.topLeft()), frame.to_image(frame.rect.bottomRight()))
        places = self._in_order(self._shapes, self._plan.shown, seen)
        if self._map is not None and len(places) > MOST_PATHS:
            self._map.paint(painter, frame)
        else:
            self._paint_each(painter, frame, places)
        self._paint_missed(painter, frame, seen)
        if TAGS.value_in(self._style.options) == ALWAYS and len(places) <= _MOST_TAGS:
            font = tag_font(painter.font())
            paint_tags(painter, self._tags(places, frame, font), font)

    def paint_lit(self, painter: QPainter, frame: Frame, place: int | None, missed: int | None) -> None:
        """Draw the object that stands out, with its label; or the one of the reference that is missed here."""
        shapes = self._shapes if place is not None else self._missed
        lit = place if place is not None else missed
        if shapes is None or lit is None:
            return
        color = QColor(*self._plan.colors[place].tolist()) if place is not None else self._plan.missed_color
        _to_image(painter, frame)
        draw_lit(
            painter, shapes.path(lit, frame.zoom), None if shapes.instances.masks is None else shapes.box(lit), color
        )
        painter.restore()
        if place is not None:
            font = tag_font(painter.font())
            paint_tags(
                painter,
                [place_alone(self._tag(place, self._words(place, is_named=True), frame), font, frame.rect)],
                font,
            )

    def _in_order(self, shapes: Shapes, which: NDArray[np.bool_], seen: QRectF) -> list[int]:
        """The objects in view, the largest first."""
        visible = which & shapes.within(seen)
        places: list[int] = shapes.by_size[visible[shapes.by_size]].tolist()
        return places

    def _paint_each(self, painter: QPainter, frame: Frame, places: list[int]) -> None:
        instances, plan = self._shapes.instances, self._plan
        strokes = self._strokes(frame, len(places), has_masks=instances.masks is not None)
        _to_image(painter, frame)
        colors, crowds, strength = plan.colors.tolist(), instances.is_crowd.tolist(), plan.strength.tolist()
        for place in places:
            path = self._shapes.path(place, frame.zoom)
            color = QColor(*colors[place])
            strokes.draw(painter, path, color, strength[place], crowd=crowds[place], missed=False)
        painter.restore()

    def _paint_missed(self, painter: QPainter, frame: Frame, seen: QRectF) -> None:
        if self._missed is None or self._plan.missed is None:
            return
        places = self._in_order(self._missed, self._plan.missed, seen)
        if self._missed_map is not None and len(places) > MOST_PATHS:
            self._missed_map.paint(painter, frame)
            return
        strokes = self._strokes(frame, len(places), has_masks=self._missed.instances.masks is not None)
        _to_image(painter, frame)
        for place in places:
            path = self._missed.path(place, frame.zoom)
            strokes.draw(painter, path, self._plan.missed_color, 1.0, crowd=False, missed=True)
        painter.restore()

    def _strokes(self, frame: Frame, n: int, *, has_masks: bool) -> Strokes:
        style = self._style
        return Strokes(0.0 if style.outline_only else style.opacity, self._line_opacity, frame.scale, n, has_masks)

    @property
    def _line_opacity(self) -> float:
        """Lines are thin, and are drawn stronger than areas."""
        return 1 - (1 - self._style.opacity) ** 3

    def _make_missed_map(self) -> None:
        missed, which = self._missed, self._plan.missed
        if missed is None or which is None or missed.ranked is None:
            self._missed_map = None
            return
        self._missed_map = self._missed_map or RankedPainter(missed.ranked.levels)
        color = self._plan.missed_color
        rgb = np.array([[color.red(), color.green(), color.blue()]], np.uint8)
        self._missed_map.set_table(
            *self._tables(missed.ranked, which.astype(np.float64), rgb.repeat(len(which), axis=0))
        )

    def _tables(
        self, ranked: RankedLevels, strength: NDArray[np.float64], colors: NDArray[np.uint8]
    ) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        """Colours of a map's areas and lines."""
        drawn = np.append(0.0, strength[ranked.places])
        table = np.concatenate([np.zeros((1, 3), np.uint8), colors[ranked.places]])
        areas = 0.0 if self._style.outline_only else self._style.opacity
        return premultiplied(table, drawn * areas), premultiplied(table, drawn * self._line_opacity)

    def _tags(self, places: list[int], frame: Frame, font: QFont) -> list[PlacedTag]:
        """Labels of the objects that are large enough on the screen, the surest first."""
        scores = self._shapes.instances.scores
        surest = sorted(places, key=lambda place: -float(scores[place]))
        return place_tags(self._large(surest, frame), font, frame.rect.intersected(frame.image_rect))

    def _large(self, places: list[int], frame: Frame) -> Iterator[Tag]:
        sides = self._shapes.instances.boxes_xyxy
        large = np.maximum(sides[:, 2] - sides[:, 0], sides[:, 3] - sides[:, 1]) * frame.scale
        has_names = len(self._labels) > 1
        for place in places:
            if large[place] >= _TAGGED_FROM_PX and self._plan.strength[place] == 1:
                words = self._words(place, is_named=has_names and large[place] >= _NAMED_FROM_PX)
                if words:
                    yield self._tag(place, words, frame)

    def _tag(self, place: int, words: str, frame: Frame) -> Tag:
        box = self._shapes.box(place)
        about = QRectF(frame.to_screen(box.topLeft()), frame.to_screen(box.bottomRight()))
        return Tag(words, about, QColor(*self._plan.colors[place].tolist()))

    def _words(self, place: int, *, is_named: bool) -> str:
        """Class and score; the reference has no scores."""
        instances = self._shapes.instances
        name = class_name(self._labels, int(instances.class_ids[place])) if is_named else ""
        percent = "" if self._is_truth else f"{round(float(instances.scores[place]) * 100)} %"
        return " ".join(word for word in (name, percent) if word)


def _to_image(painter: QPainter, frame: Frame) -> None:
    """Draw in image px until the painter is restored."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    origin: QPointF = frame.origin
    painter.translate(origin)
    painter.scale(frame.scale, frame.scale)
