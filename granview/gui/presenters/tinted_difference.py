"""Differences as a map of one or two colours, the stronger the larger."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPainter

from granview.gui.paint.frame import Frame
from granview.gui.paint.indexed import IndexedPainter, pyramid
from granview.gui.paint.overlay_style import argb
from granview.gui.presenters.picture_presenter import DifferenceRow
from granview.gui.style.theme import Theme

STEPS: Final = 127
"""Strengths of each of two colours: indices 1 to 127, and 128 to 254."""


@dataclass(frozen=True)
class Tint:
    """A colour of a difference, at all its strengths.

    Attributes:
        role: The theme's.
        text: What has it, in words.
        share: Part of the px that have it.
    """

    role: str
    text: str
    share: float


class TintedDifference:
    """A map of differences in one or two colours; equal px are clear.

    Args:
        indices: (H, W) uint8: 0 for clear, 1 to 127 strengths of the first tint, 128 to 254 of the second.
        tints: One or two.
        rest: What is not coloured, in words.
        own_frame: From the frame of the sample's picture to that of the map's own px.
    """

    def __init__(
        self,
        indices: NDArray[np.uint8],
        tints: Sequence[Tint],
        rest: str,
        own_frame: Callable[[Frame], Frame] = lambda frame: frame,
    ) -> None:
        self._tints = tints
        self._rest = rest
        self._own_frame = own_frame
        self._layer = IndexedPainter(pyramid(indices))

    @property
    def rows(self) -> Sequence[DifferenceRow]:
        """Each colour with the part of the px that has it."""
        tinted = [DifferenceRow(tint.role, tint.text, tint.share) for tint in self._tints]
        return [*tinted, DifferenceRow("", self._rest, 1 - sum(tint.share for tint in self._tints))]

    def set_colors(self, theme: Theme, opacity: float) -> None:
        """Draw in these colours from now on; how strong they are is the difference's alone."""
        table = [0] * 256
        for place, tint in enumerate(self._tints):
            color = theme.color(tint.role)
            for step in range(1, STEPS + 1):
                table[place * STEPS + step] = argb((color.red(), color.green(), color.blue()), step / STEPS)
        self._layer.set_table(table)

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is in the frame."""
        self._layer.paint(painter, self._own_frame(frame))


def strengths(values: NDArray[np.floating], full: float) -> NDArray[np.uint8]:
    """Differences as strengths, 1 to 127, which ``full`` and more have; 0 for none, less than none, and NaN."""
    steps: NDArray[np.uint8] = np.ceil(np.clip(np.nan_to_num(values) / full, 0, 1) * STEPS).astype(np.uint8)
    return steps
