"""Differences with their intervals, a row each, around a line at 0."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from granview.export.report.drawing import Dot, Drawing, Label, Line, Shape, text_width
from granview.export.report.plots.scales import Scale, linear

WIDTH: Final = 720.0
_ROW: Final = 30.0
_HEAD: Final = 28.0
_FOOT: Final = 46.0
_VALUES: Final = 190.0


@dataclass(frozen=True)
class ForestRow:
    """One difference.

    Attributes:
        name: The lane.
        series: Its place among the lanes.
        value: The difference.
        low: Lower end of its interval; None without one.
        high: The upper end.
        words: The numbers, as they are written beside it.
        is_shown: Whether the difference is more than chance.
    """

    name: str
    series: int
    value: float
    low: float | None
    high: float | None
    words: str
    is_shown: bool


def forest(rows: Sequence[ForestRow], axis: str, worse: str, better: str, margin: float = 0.0) -> Drawing:
    """The drawing.

    Args:
        rows: From top to bottom.
        axis: What is measured, below the axis.
        worse: What stands at the left end.
        better: What stands at the right end.
        margin: Differences smaller than this do not count; drawn where above 0.
    """
    names = min(max((text_width(row.name, 13) for row in rows), default=0.0) + 16, 230.0)
    left, right, bottom = names, WIDTH - _VALUES, _HEAD + _ROW * len(rows)
    ends = [end for row in rows for end in (row.value, row.low, row.high) if end is not None and math.isfinite(end)]
    scale = linear([0.0, margin, -margin, *ends], left + 12, right - 12)
    shapes: list[Shape] = []
    for tick in scale.ticks:
        shapes.append(Line(((scale(tick), _HEAD), (scale(tick), bottom)), "rule"))
        shapes.append(Label(scale(tick), bottom + 18, scale.label(tick), "middle"))
    for edge in {margin, -margin} - {0.0}:
        shapes.append(Line(((scale(edge), _HEAD), (scale(edge), bottom)), "muted", is_dashed=True))
    shapes.append(Line(((scale(0.0), _HEAD - 6), (scale(0.0), bottom)), "ink", 1.2))
    shapes.append(Label(scale(0.0) - 10, _HEAD - 12, worse, "end"))
    shapes.append(Label(scale(0.0) + 10, _HEAD - 12, better, "start"))
    for place, row in enumerate(rows):
        shapes += _row(row, scale, _HEAD + _ROW * (place + 0.5))
    shapes.append(Label((left + right) / 2, bottom + 38, axis, "middle", "muted"))
    return Drawing(WIDTH, bottom + _FOOT, tuple(shapes))


def _row(row: ForestRow, scale: Scale, y: float) -> list[Shape]:
    shapes: list[Shape] = [Label(0, y + 4.5, row.name, role="ink", size=13)]
    if row.low is not None and row.high is not None:
        low, high = scale(row.low), scale(row.high)
        shapes.append(Line(((low, y), (high, y)), row.series, 2.2))
        shapes += [Line(((end, y - 5), (end, y + 5)), row.series, 2.2) for end in (low, high)]
    shapes.append(Dot(scale(row.value), y, 5.0, row.series, is_hollow=not row.is_shown))
    shapes.append(Label(WIDTH, y + 4.5, row.words, "end", "ink", 12, is_strong=row.is_shown))
    return shapes
