"""How many columns of cells show their pictures largest."""

import math
from collections.abc import Iterator

from PySide6.QtCore import QRect, QSizeF

_EQUAL = 0.01


def best_columns(count: int, area: QSizeF, picture: QSizeF, extra_height: float) -> int:
    """Number of columns, 1 to ``count``, at which every picture is largest.

    Among those that come to the same within a hundredth, the fewest places stay empty, then the columns are the most.

    Args:
        count: Number of cells, at least 1.
        area: Room for all cells.
        picture: Size of the picture; only its shape matters.
        extra_height: Height of a cell's head and foot.
    """

    def scale(columns: int) -> float:
        rows = math.ceil(count / columns)
        return min(area.width() / columns / picture.width(), (area.height() / rows - extra_height) / picture.height())

    choices = range(1, count + 1)
    largest = max(scale(columns) for columns in choices)
    good = [columns for columns in choices if scale(columns) >= largest - abs(largest) * _EQUAL]
    return max(good, key=lambda columns: (-(-count % columns), columns))


def tiles(count: int, columns: int, area: QRect, gap: int) -> Iterator[QRect]:
    """Equally large rectangles, row by row, with a gap between them."""
    rows = math.ceil(count / columns)
    width = (area.width() - gap * (columns - 1)) // columns
    height = (area.height() - gap * (rows - 1)) // rows
    for index in range(count):
        row, column = divmod(index, columns)
        yield QRect(area.left() + column * (width + gap), area.top() + row * (height + gap), width, height)
