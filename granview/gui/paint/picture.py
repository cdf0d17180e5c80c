"""The picture under the masks, drawn from its pyramid: the whole of a 100-megapixel picture is never touched."""

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from granview.gui.paint.frame import Frame


class PictureLevel(Protocol):
    """One level of a picture's pyramid."""

    @property
    def array(self) -> NDArray[np.uint8]:
        """(h, w, 4) uint8, bytes B, G, R, unused: the layout of ``QImage.Format_RGB32``; rows are contiguous."""
        ...

    @property
    def scale(self) -> float:
        """Image px per level px: 1, 2, 4, …"""
        ...


class Picture(Protocol):
    """A picture as a pyramid of levels, the first at full size. The picture server's ``SharedPicture`` is one."""

    @property
    def width(self) -> int:
        """Width in image px."""
        ...

    @property
    def height(self) -> int:
        """Height in image px."""
        ...

    @property
    def levels(self) -> Sequence[PictureLevel]:
        """Full size first, then ever smaller."""
        ...


def _as_image(array: NDArray[Any]) -> QImage:
    height, width = array.shape[:2]
    return QImage(array.data, width, height, array.strides[0], QImage.Format.Format_RGB32)


class PicturePainter:
    """Draws a picture without copying it. Keeps its arrays alive as long as it lives itself."""

    def __init__(self, picture: Picture) -> None:
        self._arrays = [level.array for level in picture.levels]
        self._images = [_as_image(array) for array in self._arrays]
        self._width, self._height = picture.width, picture.height

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw the part in the frame: the level just finer than the screen, smoothed; crisp from twofold zoom up."""
        level = self._level(frame.zoom)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, frame.is_smooth(self._step(level)))
        image = self._images[level]
        step_x, step_y = self._width / image.width(), self._height / image.height()
        target, source = frame.blit(image.width(), image.height(), step_x, step_y)
        if not source.isEmpty():
            painter.drawImage(target, image, source)

    def _step(self, level: int) -> float:
        return self._width / self._images[level].width()

    def _level(self, zoom: float) -> int:
        """The smallest level that still has at least one of its own px for every px of the screen."""
        fitting = [i for i in range(len(self._images)) if self._step(i) * zoom <= 1.0]
        return max(fitting, default=0)
