"""Quality against cost: a dot for each lane, the front joined; cost on an axis of ratios."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from granview.analysis.pareto_front import pareto_front
from granview.export.report.drawing import Dot, Drawing, Label, Line, Shape, text_width
from granview.export.report.plots.scales import Scale, linear, logarithmic

WIDTH: Final = 720.0
_TOP: Final = 26.0
_PLOT: Final = 280.0
_LEFT: Final = 56.0
_RIGHT: Final = 24.0
_SIZE: Final = 12.5


@dataclass(frozen=True)
class CostDot:
    """A lane: its cost, above 0, and its quality."""

    name: str
    series: int
    cost: float
    quality: float


def cost_quality(dots: Sequence[CostDot], cost: str, quality: str, is_higher_better: bool, top: float) -> Drawing:
    """The drawing.

    Args:
        dots: The lanes, at least one.
        cost: What stands below the axis of costs, with its unit.
        quality: What stands above the axis of quality.
        is_higher_better: Whether higher values of quality are better.
        top: The best value of quality; axes do not run past it.
    """
    bottom = _TOP + _PLOT
    x = logarithmic([dot.cost for dot in dots], _LEFT + 10, WIDTH - _RIGHT)
    bounds = (float("-inf"), top) if is_higher_better else (top, float("inf"))
    y = linear([dot.quality for dot in dots], bottom - 8, _TOP + 8, bounds)
    shapes: list[Shape] = [Label(0, 14, quality)]
    for tick in y.ticks:
        shapes.append(Line(((_LEFT, y(tick)), (WIDTH - _RIGHT + 10, y(tick))), "rule"))
        shapes.append(Label(_LEFT - 8, y(tick) + 4, y.label(tick), "end"))
    for tick in x.ticks:
        shapes.append(Line(((x(tick), bottom), (x(tick), bottom + 5)), "muted"))
        shapes.append(Label(x(tick), bottom + 20, x.label(tick), "middle"))
    shapes.append(Line(((_LEFT, bottom), (WIDTH - _RIGHT + 10, bottom)), "muted"))
    shapes.append(Label((_LEFT + WIDTH) / 2, bottom + 42, cost, "middle"))
    sign = 1 if is_higher_better else -1
    front = [dots[place] for place in pareto_front([dot.cost for dot in dots], [sign * dot.quality for dot in dots])]
    if len(front) > 1:
        shapes.append(Line(tuple((x(dot.cost), y(dot.quality)) for dot in front), "muted", 1.4, is_dashed=True))
    shapes += [Dot(x(dot.cost), y(dot.quality), 6.0, dot.series) for dot in dots]
    shapes += _labels(dots, x, y)
    return Drawing(WIDTH, bottom + 52, tuple(shapes))


def _labels(dots: Sequence[CostDot], x: Scale, y: Scale) -> list[Shape]:
    """The names beside their dots, each at the first of some places where it covers no other name and no dot."""
    taken = [_box(x(dot.cost) - 7, y(dot.quality) - 7, 14, 14) for dot in dots]
    shapes: list[Shape] = []
    for dot in sorted(dots, key=lambda each: (x(each.cost), each.name)):
        width, at = text_width(dot.name, _SIZE), (x(dot.cost), y(dot.quality))
        boxes = [box for box in _places(at, width) if box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0]
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
