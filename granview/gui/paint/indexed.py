"""Indexed images painted through a colour table: a change of colour or opacity touches no pixels."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from granview.gui.paint.frame import Frame


def _as_image(array: NDArray[np.uint8]) -> QImage:
    height, width = array.shape
    return QImage(array.data, width, height, array.strides[0], QImage.Format.Format_Indexed8)


class IndexedPainter:
    """Draws a pyramid of indexed images through one colour table, copying none of them.

    Args:
        levels: (h, w) uint8 indices, full size first; kept, never written.
    """

    def __init__(self, levels: Sequence[NDArray[np.uint8]]) -> None:
        self._arrays = list(levels)
        self._images = [_as_image(array) for array in self._arrays]
        self._tables: list[list[int] | None] = [None] * len(self._images)
        self._table: list[int] = []

    @property
    def images(self) -> list[QImage]:
        """The images that are drawn, full size first."""
        return self._images

    def set_table(self, table: list[int]) -> None:
        """Colours as 0xAARRGGBB (not premultiplied), one per index. An image takes them when it is next drawn."""
        self._table = table

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is in the frame, unsmoothed, from a level whose px are at least as large as the screen's."""
        level = self._level(frame.zoom)
        image = self._images[level]
        if self._tables[level] is not self._table:
            image.setColorTable(self._table)
            self._tables[level] = self._table
        target, source = frame.blit(image.width(), image.height(), 1 << level, 1 << level)
        if source.isEmpty():
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.setClipRect(frame.image_rect, Qt.ClipOperation.IntersectClip)
        painter.drawImage(target, image, source)
        painter.restore()

    def _level(self, zoom: float) -> int:
        """The largest level that still holds a px for every px of the screen, or one that holds fewer: none vanish."""
        level = 0
        while level + 1 < len(self._images) and zoom * 2**level < 1.0:
            level += 1
        return level
