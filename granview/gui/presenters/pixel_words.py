"""A px in words: where it is, what its file holds there, and how close it is seen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF

from granview.gui.widgets.fitted_text import BETWEEN

_FINE: Final = 0.2
"""Below this zoom a tenth of a percent is said."""

translate = QCoreApplication.translate


def position_words(point: QPointF, values: Sequence[float], zoom: float) -> str:
    """Such as ``120, 64 · 4095 · 200 %``: column and row, the file's own values, device px per image px.

    The parts that matter less come last, so that they are the first to give way.
    """
    place = f"{int(point.x())}, {int(point.y())}"
    return BETWEEN.join(part for part in (place, value_words(values), zoom_words(zoom)) if part)


def value_words(values: Sequence[float]) -> str:
    """The values of a px, each whole where it is: ``4095``, ``12 40 200``, ``0.1234``."""
    return " ".join(str(value) if isinstance(value, int) else f"{value:.6g}" for value in values)


def named_values(values: Sequence[float], channels: Sequence[str]) -> str:
    """The values of a px with the names of their channels: ``R 12  G 40  B 200``; grey has no name."""
    if len(values) == 1:
        return value_words(values)
    return "  ".join(f"{name} {value_words([value])}" for name, value in zip(channels, values, strict=False))


def zoom_words(zoom: float) -> str:
    """Device px per image px: ``200 %``, ``12.5 %``."""
    percent = f"{zoom * 100:.{1 if zoom < _FINE else 0}f}"
    return translate("PixelWords", "{percent} %").format(percent=percent)
