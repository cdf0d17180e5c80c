"""Quality against cost: a dot for each lane, the front joined; cost on an axis of ratios."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from granview.export.report.drawing import Dot, Drawing, Label, Line, Shape, text_width, wrapped
from granview.export.report.plots.scales import Scale, linear, logarithmic

WIDTH: Final = 720.0
_TOP: Final = 26.0
_PLOT: Final = 280.0
_LEFT: Final = 56.0
_RIGHT: Final = 24.0
_SIZE: Final = 12.5
_AXIS_SIZE: Final = 12.0
_FLATTEST: Final = 0.62
"""A narrow plot is lower than a wide one, but not lower than this part of it."""


@dataclass(frozen=True)
class CostDot:
    """A lane: its cost, above 0, and its quality."""

    name: str
    series: int
    cost: float
    quality: float


@dataclass(frozen=True)
class CostPlot:
    """What a plot shows.

    Attributes:
        dots: The lanes, at least one.
        front: The lanes that no other one beats in both, the cheapest first; they are joined.
        cost: What stands below the axis of costs, with its unit.
        quality: What stands above the axis of quality.
        is_higher_better: Whether higher values of quality are better.
        top: The best value of quality; axes do not run past it.
    """

    dots: tuple[CostDot, ...]
    front: tuple[str, ...]
    cost: str
    quality: str
    is_higher_better: bool
    top: float


def cost_quality(plot: CostPlot, width: float = WIDTH) -> Drawing:
    """The drawing, so many px wide."""
    dots, height = plot.dots, _PLOT * max(width / WIDTH, _FLATTEST)
    bottom, right = _TOP + height, width - _RIGHT
    x = logarithmic([dot.cost for dot in dots], _LEFT + 10, right)
    bounds = (float("-inf"), plot.top) if plot.is_higher_better else (plot.top, float("inf"))
    y = linear([dot.quality for dot in dots], bottom - 8, _TOP + 8, bounds)
    shapes: list[Shape] = [Label(0, 14, plot.quality)]
    for tick in y.ticks:
        shapes.append(Line(((_LEFT, y(tick)), (right + 10, y(tick))), "rule"))
        shapes.append(Label(_LEFT - 8, y(tick) + 4, y.label(tick), "end"))
    for tick, name in _apart(x):
        shapes.append(Line(((x(tick), bottom), (x(tick), bottom + 5)), "muted"))
        shapes.append(Label(x(tick), bottom + 20, name, "middle"))
    shapes.append(Line(((_LEFT, bottom), (right + 10, bottom)), "muted"))
    for place, line in enumerate(wrapped(plot.cost, _AXIS_SIZE, width - _LEFT)):
        shapes.append(Label((_LEFT + width) / 2, bottom + 42 + 16 * place, line, "middle", size=_AXIS_SIZE))
    by_name = {dot.name: dot for dot in dots}
    front = [by_name[name] for name in plot.front if name in by_name]
    if len(front) > 1:
        shapes.append(Line(tuple((x(dot.cost), y(dot.quality)) for dot in front), "muted", 1.4, is_dashed=True))
    shapes += [Dot(x(dot.cost), y(dot.quality), 6.0, dot.series) for dot in dots]
    shapes += _labels(dots, x, y, width)
    lowest = max(shape.y for shape in shapes if isinstance(shape, Label))
    return Drawing(width, max(lowest, bottom + 42) + 10, tuple(shapes))


def _apart(scale: Scale) -> list[tuple[float, str]]:
    """The ticks with their names, of which none touches another: every second, third, … where all have no room."""
    named = [(tick, scale.label(tick)) for tick in scale.ticks]
    for step in range(1, len(named) + 1):
        kept = named[::step]
        ends = [(scale(tick), text_width(name, _AXIS_SIZE) / 2 + 5) for tick, name in kept]
        if all(a + half <= b - other for (a, half), (b, other) in pairwise(ends)):
            return kept
    return named[:1]


def _labels(dots: Sequence[CostDot], x: Scale, y: Scale, room: float) -> list[Shape]:
    """The names beside their dots, each at the first of some places where it covers no other name and no dot."""
    taken = [_box(x(dot.cost) - 7, y(dot.quality) - 7, 14, 14) for dot in dots]
    shapes: list[Shape] = []
    for dot in sorted(dots, key=lambda each: (x(each.cost), each.name)):
        width, at = text_width(dot.name, _SIZE), (x(dot.cost), y(dot.quality))
        boxes = [box for box in _places(at, width) if box[0] >= 0 and box[2] <= room and box[1] >= 16]
        free = [box for box in boxes if not any(_cover(box, other) for other in taken)]
        box = (free or boxes or [_box(at[0] + 11, at[1] - 8, width, 16)])[0]
        taken.append(box)
        shapes.append(Label(box[0], box[3] - 4, dot.name, role="ink", size=_SIZE))
    return shapes


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def _box(x: float, y: float, width: float, height: float) -> Box:
    return x, y, x + width, y + height


def _places(at: tuple[float, float], width: float) -> list[Box]:
    """Where a name may stand: right, left, above, below of its dot, then farther away."""
    x, y = at
    near = [(x + 11, y - 8), (x - 11 - width, y - 8), (x - width / 2, y - 26), (x - width / 2, y + 10)]
    far = [(x + dx - width / 2, y + dy) for dy in (-42, 26, -58, 42) for dx in (0, width / 2, -width / 2)]
    return [_box(left, top, width, 16) for left, top in (*near, *far)]


def _cover(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
