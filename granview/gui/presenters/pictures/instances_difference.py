"""Where two lanes differ in what objects they find, and with a reference which of its objects each has found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QPainter

from granview.gui.model.number_filter import NO_FILTERS, FilterValues
from granview.gui.paint.frame import Frame
from granview.gui.presenters.picture_presenter import DifferenceJob, DifferenceRow
from granview.gui.presenters.pictures.instances_choices import LEAST_IOU, is_left
from granview.gui.presenters.pictures.instances_pairs import (
    ClassedPairs,
    Flags,
    Side,
    lane_matches,
    pairs_of,
    shared_by,
)
from granview.gui.presenters.pictures.instances_shapes import shapes_of
from granview.gui.presenters.pictures.instances_strokes import Strokes
from granview.gui.style.theme import Theme

translate = QCoreApplication.translate

LEFT: Final = "left"
RIGHT: Final = "right"
REFERENCE: Final = "reference"


@dataclass(frozen=True)
class Mark:
    """Objects that are drawn alike.

    Attributes:
        role: The colour, a role of the theme; empty: they are outlined in grey.
        text: What they are, in words.
        side: Whose objects they are.
        which: (n,) bool, which of them.
        is_dashed: Whether in dashed lines.
    """

    role: str
    text: str
    side: str
    which: Flags
    is_dashed: bool = False


class InstancesDifference:
    """Objects in the colours of who has found them. Thresholds and filters act at once.

    Args:
        sides: Left and right, and the reference where there is one.
        pairs: Of left and right; with a reference of each with that.
    """

    def __init__(self, sides: Mapping[str, Side], pairs: Mapping[str, ClassedPairs]) -> None:
        self._sides = sides
        self._pairs = pairs
        self._shapes = {name: shapes_of(side.prediction) for name, side in sides.items()}
        self._colors: dict[str, QColor] = {}
        self._opacity = 0.5
        self._marks: list[Mark] = []
        self.set_filters(NO_FILTERS)

    @property
    def rows(self) -> Sequence[DifferenceRow]:
        """Each kind of objects with its number."""
        return [
            DifferenceRow(mark.role, mark.text, None, int(np.count_nonzero(mark.which)), mark.is_dashed)
            for mark in self._marks
        ]

    def set_filters(self, values: FilterValues) -> None:
        """Compare what these filters leave from now on."""
        shown = {
            name: is_left(side.prediction, self._shapes[name].areas_px, values) for name, side in self._sides.items()
        }
        compared = self._with_reference if REFERENCE in self._sides else self._without_reference
        self._marks = compared(shown, LEAST_IOU.value_in(values))

    def set_colors(self, theme: Theme, opacity: float) -> None:
        """Draw in these colours from now on."""
        self._colors = {role: theme.color(role) for role in ("only_left", "only_right", "both_wrong", "different")}
        self._colors[""] = theme.color("unnamed")
        self._opacity = opacity

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is in the frame, what both have found first."""
        seen = QRectF(frame.to_image(frame.rect.topLeft()), frame.to_image(frame.rect.bottomRight()))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(frame.origin)
        painter.scale(frame.scale, frame.scale)
        for mark in reversed(self._marks):
            self._paint_mark(painter, frame, seen, mark)
        painter.restore()

    def _paint_mark(self, painter: QPainter, frame: Frame, seen: QRectF, mark: Mark) -> None:
        shapes = self._shapes[mark.side]
        visible = mark.which & shapes.within(seen)
        places = shapes.by_size[visible[shapes.by_size]].tolist()
        areas = 0.0 if mark.is_dashed or not mark.role else self._opacity
        strokes = Strokes(
            areas, 1 - (1 - self._opacity) ** 3, frame.scale, len(places), shapes.instances.masks is not None
        )
        for place in places:
            path = shapes.path(place, frame.zoom)
            strokes.draw(painter, path, self._colors[mark.role], 1.0, crowd=False, missed=mark.is_dashed)

    def _with_reference(self, shown: Mapping[str, Flags], least_iou: float) -> list[Mark]:
        truth = self._sides[REFERENCE].prediction
        there = shown[REFERENCE] & ~truth.is_crowd
        missed: dict[str, Flags] = {}
        invented: dict[str, Flags] = {}
        for name in (LEFT, RIGHT):
            found = lane_matches(self._pairs[name], self._sides[name].prediction, truth, least_iou)
            missed[name] = found.missed(shown[name], truth)
            invented[name] = shown[name] & (found.objects < 0) & ~found.ignored
        ours, theirs = ~missed[LEFT], ~missed[RIGHT]
        only = translate("InstancesDifference", "Only {lane} finds")
        false = translate("InstancesDifference", "{lane} invents")
        left, right = self._sides[LEFT].title, self._sides[RIGHT].title
        return [
            Mark("only_left", only.format(lane=left), REFERENCE, there & ours & ~theirs),
            Mark("only_right", only.format(lane=right), REFERENCE, there & theirs & ~ours),
            Mark("both_wrong", translate("InstancesDifference", "Neither finds"), REFERENCE, there & ~ours & ~theirs),
            Mark("only_left", false.format(lane=left), LEFT, invented[LEFT], is_dashed=True),
            Mark("only_right", false.format(lane=right), RIGHT, invented[RIGHT], is_dashed=True),
            Mark("", translate("InstancesDifference", "Both find"), REFERENCE, there & ours & theirs),
        ]

    def _without_reference(self, shown: Mapping[str, Flags], least_iou: float) -> list[Mark]:
        ours, theirs = shared_by(self._pairs[LEFT], shown[LEFT], shown[RIGHT], least_iou)
        only = translate("InstancesDifference", "Only {lane}")
        left, right = self._sides[LEFT].title, self._sides[RIGHT].title
        return [
            Mark("only_left", only.format(lane=left), LEFT, shown[LEFT] & ~ours),
            Mark("only_right", only.format(lane=right), RIGHT, shown[RIGHT] & ~theirs),
            Mark("", translate("InstancesDifference", "Both"), LEFT, shown[LEFT] & ours),
        ]


def instances_difference(left: Side, right: Side, reference: Side | None) -> DifferenceJob | str:
    """What compares the objects of two cells, or why they cannot be compared.

    Where one of the two is the reference itself, they are compared with each other alone.
    """
    if len({side.prediction.size for side in (left, right, reference) if side is not None}) > 1:
        return translate("InstancesDifference", "These are objects of pictures of different sizes.")
    if reference is None or left.is_reference or right.is_reference:
        return lambda: InstancesDifference({LEFT: left, RIGHT: right}, {LEFT: pairs_of(left, right)})
    sides = {LEFT: left, RIGHT: right, REFERENCE: reference}
    return lambda: InstancesDifference(sides, {name: pairs_of(sides[name], reference) for name in (LEFT, RIGHT)})
