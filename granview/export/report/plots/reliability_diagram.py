"""Whether probabilities are what they say: the share of hits against the confidence, beside the diagonal."""

from collections.abc import Sequence
from typing import Final

from granview.export.report.drawing import Dot, Drawing, Label, Line, Shape
from granview.export.report.plots.legend import legend
from granview.export.report.plots.scales import linear
from granview.report.reliability import Reliability

WIDTH: Final = 520.0
_PLOT: Final = 300.0
_LEFT: Final = 56.0


def reliability_diagram(lanes: Sequence[tuple[Reliability, int]], confidence: str, hits: str) -> Drawing:
    """The drawing of each lane with its place among the series."""
    head, y0 = legend([(each.lane, series) for each, series in lanes], _LEFT, WIDTH - _LEFT, 16)
    top = y0 + 26
    bottom, right = top + _PLOT, WIDTH - 20
    x, y = linear([0.0, 1.0], _LEFT, right, (0.0, 1.0)), linear([0.0, 1.0], bottom, top, (0.0, 1.0))
    shapes: list[Shape] = [*head, Label(0, top - 10, hits)]
    for tick in y.ticks:
        shapes.append(Line(((_LEFT, y(tick)), (right, y(tick))), "rule"))
        shapes.append(Label(_LEFT - 8, y(tick) + 4, y.label(tick), "end"))
        shapes.append(Label(x(tick), bottom + 18, x.label(tick), "middle"))
    shapes.append(Line(((x(0), y(0)), (x(1), y(1))), "muted", is_dashed=True))
    shapes.append(Label((_LEFT + right) / 2, bottom + 40, confidence, "middle"))
    for each, series in lanes:
        places = tuple((x(float(c)), y(float(h))) for c, h in zip(each.confidence, each.hits, strict=True))
        shapes += [Line(places, series, 1.8)] if len(places) > 1 else []
        shapes += [Dot(px, py, 3.6, series) for px, py in places]
    return Drawing(WIDTH, bottom + 50, tuple(shapes))
