"""Lines of several parts that give way in whole parts, so that no number is cut to another number."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

BETWEEN: Final = " · "
_MORE: Final = " …"


def whole_parts(text: str, room_px: int, metrics: QFontMetrics) -> str:
    """As many of the parts as there is room for, from the first on; empty where there is none for the first."""
    parts = text.split(BETWEEN)
    lines = (BETWEEN.join(parts[:n]) for n in range(len(parts), 0, -1))
    return next((line for line in lines if metrics.horizontalAdvance(line) <= room_px), "")


def fitted_parts(text: str, room_px: int, metrics: QFontMetrics) -> str:
    """The parts that there is room for, and an ellipsis for the rest; a first part alone is shortened in its middle."""
    if metrics.horizontalAdvance(text) <= room_px:
        return text
    line = whole_parts(text, room_px - metrics.horizontalAdvance(_MORE), metrics)
    first = text.split(BETWEEN, maxsplit=1)[0]
    return line + _MORE if line else metrics.elidedText(first, Qt.TextElideMode.ElideMiddle, room_px)
