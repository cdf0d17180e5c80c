"""Names with the marks of their series, in as many rows as they need."""

from collections.abc import Sequence

from granview.export.report.drawing import Dot, Label, Shape, text_width


def legend(entries: Sequence[tuple[str, int]], left: float, room: float, y: float) -> tuple[list[Shape], float]:
    """The shapes from a baseline ``y`` on, and the baseline of the last row."""
    shapes: list[Shape] = []
    x = left
    for name, series in entries:
        width = 18 + text_width(name, 12) + 18
        if x > left and x + width > left + room:
            x, y = left, y + 20
        shapes += [Dot(x + 5, y - 4, 5, series), Label(x + 16, y, name, role="ink")]
        x += width
    return shapes, y
