"""Score against grain, a line for each lane, with intervals."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from granview.export.report.drawing import Area, Dot, Drawing, Label, Line, Place, Shape
from granview.export.report.plots.legend import legend
from granview.export.report.plots.scales import Scale, linear

WIDTH: Final = 720.0
_PLOT: Final = 200.0
_LEFT: Final = 52.0


@dataclass(frozen=True)
class ProfileLine:
    """One lane: a value, an interval and a count for each bucket; NaN where there is none."""

    name: str
    series: int
    mean: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


def profiles(
    lines: Sequence[ProfileLine], buckets: Sequence[str], counts: Sequence[int], axis: str, score: str, n_words: str
) -> Drawing:
    """The drawing.

    Args:
        lines: The lanes.
        buckets: What the buckets are called.
        counts: Units in each.
        axis: What the buckets are of, with its unit.
        score: What is measured.
        n_words: What stands before the counts.
    """
    head, top = legend([(line.name, line.series) for line in lines], _LEFT, WIDTH - _LEFT, 16)
    top += 14
    bottom = top + _PLOT
    known = [value for line in lines for value in (*line.mean, *line.low, *line.high) if math.isfinite(value)]
    y = linear(known or [0.0, 1.0], bottom, top, (0.0, 1.0))
    step = (WIDTH - _LEFT - 10) / max(len(buckets), 1)
    shapes: list[Shape] = [*head, Label(0, top - 8, score)]
    for tick in y.ticks:
        shapes.append(Line(((_LEFT, y(tick)), (WIDTH, y(tick))), "rule"))
        shapes.append(Label(_LEFT - 8, y(tick) + 4, y.label(tick), "end"))
    centres = [_LEFT + step * (place + 0.5) for place in range(len(buckets))]
    for x, bucket, n in zip(centres, buckets, counts, strict=True):
        shapes.append(Label(x, bottom + 20, bucket, "middle", "ink"))
        shapes.append(Label(x, bottom + 37, f"{n:,}", "middle", size=11))
    shapes.append(Label(0, bottom + 37, n_words, size=11))
    shapes.append(Label((_LEFT + WIDTH) / 2, bottom + 60, axis, "middle"))
    for place, line in enumerate(lines):
        shift = (place - (len(lines) - 1) / 2) * min(7.0, step / (len(lines) + 2))
        shapes += _line(line, [x + shift for x in centres], y)
    return Drawing(WIDTH, bottom + 70, tuple(shapes))


def _line(line: ProfileLine, xs: Sequence[float], y: Scale) -> list[Shape]:
    shapes: list[Shape] = []
    run: list[Place] = []
    for x, mean, low, high in zip(xs, line.mean, line.low, line.high, strict=True):
        if not math.isfinite(mean):
            shapes += [Line(tuple(run), line.series, 2.0)] if len(run) > 1 else []
            run = []
            continue
        if math.isfinite(low) and math.isfinite(high):
            corners = ((x - 1.6, y(low)), (x + 1.6, y(low)), (x + 1.6, y(high)), (x - 1.6, y(high)))
            shapes.append(Area(corners, line.series, 0.35))
        run.append((x, y(mean)))
        shapes.append(Dot(x, y(mean), 3.8, line.series))
    return [*([Line(tuple(run), line.series, 2.0)] if len(run) > 1 else []), *shapes]
