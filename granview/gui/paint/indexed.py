"""Indexed images painted through a colour table: a change of colour or opacity touches no pixels.

From afar, a level of a pyramid is painted: each keeps the largest index of every 2 by 2 px. Where the larger index
matters more, a hairline one px wide is still a line on every level; the price is that what it stands for looks up to
one screen px larger from afar than it is. (Nearest-neighbour reduction, the other choice, breaks such lines into dots
and hides specks, which is what one looks for from afar.) From a level to the screen's px goes ``fitted``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from granview.gui.paint.frame import Frame

Index = TypeVar("Index", bound=np.unsignedinteger[Any])


def _as_image(array: NDArray[np.uint8]) -> QImage:
    height, width = array.shape
    return QImage(array.data, width, height, array.strides[0], QImage.Format.Format_Indexed8)


_SMALLEST_EDGE: Final = 16
ONE_TO_ONE: Final = 1.0 - 1e-6
"""Device px per px of a level from which on none of its px may be lost."""


@dataclass
class _Fitted:
    """A part of a level with one px for every device px, kept while the same is in view."""

    view: tuple[int, QRect, int, int]
    array: NDArray[np.uint8]
    image: QImage
    table: list[int] | None = None


class IndexedPainter:
    """Draws a pyramid of indexed images through one colour table.

    Close up, px are squares, and nothing is copied. From afar, the part in view is brought to the device's px, once for
    each place and zoom.

    Args:
        levels: (h, w) uint8 indices, full size first; kept, never written.
    """

    def __init__(self, levels: Sequence[NDArray[np.uint8]]) -> None:
        self._arrays = list(levels)
        self._images = [_as_image(array) for array in self._arrays]
        self._tables: list[list[int] | None] = [None] * len(self._images)
        self._table: list[int] = []
        self._fitted: _Fitted | None = None

    @property
    def images(self) -> list[QImage]:
        """The images that are drawn, full size first."""
        return self._images

    def set_table(self, table: list[int]) -> None:
        """Colours as 0xAARRGGBB (not premultiplied), one per index. An image takes them when it is next drawn."""
        self._table = table

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is in the frame, unsmoothed, from the level whose px are at most as large as the device's."""
        level = self._level(frame.zoom)
        image = self._images[level]
        target, source = frame.blit(image.width(), image.height(), 1 << level, 1 << level)
        if source.isEmpty():
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.setClipRect(frame.image_rect, Qt.ClipOperation.IntersectClip)
        if frame.zoom * 2**level < ONE_TO_ONE:
            self._paint_fitted(painter, frame, level, target, source)
        else:
            painter.drawImage(target, self._colored(level), source)
        painter.restore()

    def _colored(self, level: int) -> QImage:
        image = self._images[level]
        if self._tables[level] is not self._table:
            image.setColorTable(self._table)
            self._tables[level] = self._table
        return image

    def _paint_fitted(self, painter: QPainter, frame: Frame, level: int, target: QRectF, source: QRect) -> None:
        ratio = frame.device_pixel_ratio
        columns, rows = (max(round(size * ratio), 1) for size in (target.width(), target.height()))
        view = (level, source, columns, rows)
        if self._fitted is None or self._fitted.view != view:
            part = self._arrays[level][source.top() : source.bottom() + 1, source.left() : source.right() + 1]
            array = fitted(part, rows, columns)
            self._fitted = _Fitted(view, array, _as_image(array))
        kept = self._fitted
        if kept.table is not self._table:
            kept.image.setColorTable(self._table)
            kept.table = self._table
        painter.drawImage(QRectF(target.left(), target.top(), columns / ratio, rows / ratio), kept.image)

    def _level(self, zoom: float) -> int:
        """The smallest level whose px are not larger than the device's; full size from 1 device px per px on."""
        level = 0
        while level + 1 < len(self._images) and zoom * 2 ** (level + 1) <= 2 - ONE_TO_ONE:
            level += 1
        return level


def pyramid(indices: NDArray[Index]) -> list[NDArray[Index]]:
    """Levels of (h, w) indices, the first as given, each next half the size (rounded up), until the edge is small."""
    levels = [indices]
    while max(levels[-1].shape) > _SMALLEST_EDGE:
        levels.append(_halved(levels[-1]))
    return levels


def _halved(indices: NDArray[Index]) -> NDArray[Index]:
    rows = indices[0::2].copy()
    below = indices[1::2]
    np.maximum(rows[: len(below)], below, out=rows[: len(below)])
    columns = rows[:, 0::2].copy()
    right = rows[:, 1::2]
    np.maximum(columns[:, : right.shape[1]], right, out=columns[:, : right.shape[1]])
    return columns


def fitted(indices: NDArray[Index], rows: int, columns: int) -> NDArray[Index]:
    """(h, w) indices as (rows, columns) of the same, each px the largest index of those it stands for.

    The px of the image are shared out among those of the result, each going to one of them, so that a line one px wide
    is still a line, and one px wide. Exact from half the size on; a smaller result skips px.

    Args:
        indices: The larger index is that which matters more.
        rows: At least 1; where it is more than ``h``, rows are repeated.
        columns: As ``rows``.
    """
    top, bottom = _shares(indices.shape[0], rows)
    left, right = _shares(indices.shape[1], columns)
    lines: NDArray[Index] = np.maximum(indices.take(top, axis=0), indices.take(bottom, axis=0))
    found: NDArray[Index] = np.maximum(lines.take(left, axis=1), lines.take(right, axis=1))
    return found


def _shares(size: int, wanted: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The first and the last px of each share."""
    edges = np.arange(wanted + 1, dtype=np.intp) * size // wanted
    return edges[:-1], np.maximum(edges[1:] - 1, edges[:-1])
