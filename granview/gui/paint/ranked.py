"""Maps of very many objects painted through a table of colours: a change of colours takes no preparation.

As ``paint.indexed``, with as many indices as there are objects, and lines along the borders between them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from granview.gui.paint.frame import Frame
from granview.gui.paint.indexed import ONE_TO_ONE, fitted

Ranks = NDArray[np.unsignedinteger[Any]]


@dataclass(frozen=True)
class _Fitted:
    """What is in view of the map, with one px for each of the device: a place in the table of colours each."""

    view: tuple[int, QRect, int, int]
    places: Ranks


class RankedPainter:
    """Draws numbers of objects over the picture, each by its colour, and a line along the inside of each.

    Args:
        levels: (h, w) numbers with their lines (``with_lines``), full size first, as ``paint.indexed.pyramid`` makes
            them; 0 is nothing.
    """

    def __init__(self, levels: Sequence[Ranks]) -> None:
        self._levels = levels
        self._table = np.zeros(2, np.uint32)
        self._fitted: _Fitted | None = None

    def set_table(self, inside: NDArray[np.uint32], lines: NDArray[np.uint32]) -> None:
        """Colours as 0xAARRGGBB, premultiplied: (n + 1,) each, by number; those of 0 must be clear."""
        self._table = np.stack([inside, lines], axis=1).ravel()

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is in the frame, unsmoothed."""
        level = self._level(frame.zoom)
        target, source = frame.blit(self._levels[level].shape[1], self._levels[level].shape[0], 1 << level, 1 << level)
        if source.isEmpty():
            return
        ratio = frame.device_pixel_ratio
        columns, rows = (max(round(size * ratio), 1) for size in (target.width(), target.height()))
        view = (level, source, columns, rows)
        if self._fitted is None or self._fitted.view != view:
            self._fitted = _Fitted(view, self._places(level, source, rows, columns))
        pixels = self._table.take(self._fitted.places)
        image = QImage(pixels.data, columns, rows, columns * 4, QImage.Format.Format_ARGB32_Premultiplied)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.setClipRect(frame.image_rect, Qt.ClipOperation.IntersectClip)
        painter.drawImage(QRectF(target.left(), target.top(), columns / ratio, rows / ratio), image)
        painter.restore()

    def _places(self, level: int, source: QRect, rows: int, columns: int) -> Ranks:
        part = self._levels[level][source.top() : source.bottom() + 1, source.left() : source.right() + 1]
        return part if part.shape == (rows, columns) else fitted(part, rows, columns)

    def _level(self, zoom: float) -> int:
        level = 0
        while level + 1 < len(self._levels) and zoom * 2 ** (level + 1) <= 2 - ONE_TO_ONE:
            level += 1
        return level


def with_lines(ranks: Ranks) -> Ranks:
    """(h, w) numbers doubled, and one more on the edge of each object: a smaller map keeps that of the two."""
    return ranks * ranks.dtype.type(2) + on_edge(ranks).astype(ranks.dtype)


def on_edge(ranks: Ranks) -> NDArray[np.bool_]:
    """The px of (h, w) numbers that touch another number above, below, left or right; the map's own edge is none."""
    found = np.zeros(ranks.shape, bool)
    across, down = ranks[1:] != ranks[:-1], ranks[:, 1:] != ranks[:, :-1]
    found[1:] |= across
    found[:-1] |= across
    found[:, 1:] |= down
    found[:, :-1] |= down
    return found & (ranks > 0)


def premultiplied(colors: NDArray[np.uint8], opacity: NDArray[np.floating[Any]]) -> NDArray[np.uint32]:
    """(n, 3) sRGB colours at (n,) opacities of 0 to 1 as (n,) 0xAARRGGBB, each channel times its opacity."""
    channels = np.rint(colors * opacity[:, None]).astype(np.uint32)
    alpha = np.rint(opacity * 255).astype(np.uint32)
    found: NDArray[np.uint32] = alpha << 24 | channels[:, 0] << 16 | channels[:, 1] << 8 | channels[:, 2]
    return found
