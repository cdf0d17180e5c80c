"""Drawings beside each other in one, as many in a row as are wanted."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from granview.export.report.drawing import Area, Dot, Drawing, Label, Line, Place, Shape
from granview.export.report.grid import rows_of

GAP: Final = 28.0
"""Between two drawings, in px, both ways."""


def side_by_side(drawings: Sequence[Drawing], columns: int) -> Drawing:
    """One drawing of all; each row is as high as its highest."""
    shapes: list[Shape] = []
    y = width = 0.0
    for row in rows_of(drawings, columns):
        x = 0.0
        for drawing in row:
            shapes += [_moved(shape, x, y) for shape in drawing.shapes]
            x += drawing.width + GAP
        width = max(width, x - GAP)
        y += max(drawing.height for drawing in row) + GAP
    return Drawing(width, max(y - GAP, 0.0), tuple(shapes))


def _moved(shape: Shape, x: float, y: float) -> Shape:
    match shape:
        case Line() | Area():
            return replace(shape, places=tuple(_place(place, x, y) for place in shape.places))
        case Dot() | Label():
            return replace(shape, x=shape.x + x, y=shape.y + y)


def _place(place: Place, x: float, y: float) -> Place:
    return place[0] + x, place[1] + y
