"""A picture in another window level, gamma or channel than models get it: only what is in view is computed."""

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from granview.gui.paint.frame import Frame
from granview.gui.paint.picture import Picture
from granview.gui.paint.toning import rgb32, toned

if TYPE_CHECKING:
    from granview.gui.model.picture_tone import PictureTone

_KEPT: Final = 3
_COLOURS: Final = (("R", "G", "B"), ("R", "G", "B", "A"))
_BYTE_OF: Final = {"R": 2, "G": 1, "B": 0, "V": 2}
"""Where a channel lies in a px of what is shown."""


class TonedPicture:
    """Draws one picture for every cell that shows it; what is in view is computed once for all of them.

    Where the file's own numbers are more than the 8 bits that are shown, they are what is windowed.

    Args:
        picture: What is shown.
        tone: How.
    """

    def __init__(self, picture: Picture, tone: "PictureTone") -> None:
        self._picture = picture
        self._tone = tone
        self._levels, self._channel = self._basis()
        window = tone.window
        self._window = (float(window.low), float(window.high), tone.tone.gamma)
        self._kept: dict[tuple[int, int, int, int, int], tuple[NDArray[np.uint8], QImage]] = {}

    @property
    def picture(self) -> Picture:
        """What is shown."""
        return self._picture

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw the part in the frame, smoothed and crisp as the plain picture is."""
        level = self._level(frame.zoom)
        height, width = self._levels[level].shape[:2]
        step_x, step_y = self._picture.width / width, self._picture.height / height
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, frame.is_smooth(step_x))
        target, source = frame.blit(width, height, step_x, step_y)
        if not source.isEmpty():
            painter.drawImage(target, self.image(level, source))

    def image(self, level: int, source: QRect) -> QImage:
        """A part of a level as it is shown."""
        key = (level, source.left(), source.top(), source.width(), source.height())
        if key not in self._kept:
            while len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            part = self._levels[level][
                source.top() : source.top() + source.height(), source.left() : source.left() + source.width()
            ]
            pixels = rgb32(toned(self._channels(part), *self._window))
            self._kept[key] = (
                pixels,
                QImage(pixels.data, source.width(), source.height(), pixels.strides[0], QImage.Format.Format_RGB32),
            )
        return self._kept[key][1]

    def _channels(self, part: NDArray[Any]) -> NDArray[Any]:
        """The one channel that is shown, or the colours in their order."""
        if self._channel is not None:
            return part[..., self._channel : self._channel + 1]
        return part[..., 2::-1] if self._is_shown else part[..., :3]

    def _basis(self) -> "tuple[list[NDArray[Any]], int | None]":
        """What is windowed, and which of its channels is shown alone; None: its colours."""
        source, name = self._tone.source, self._tone.channel
        self._is_shown = source is None or source.values is None
        if source is not None and source.values is not None:
            if name:
                return list(source.levels), source.channels.index(name)
            own = source.values.dtype.itemsize > 1 or bool(self._tone.page)
            if source.channels in (("V",), *_COLOURS) and own:
                return list(source.levels), 0 if len(source.channels) == 1 else None
            self._is_shown = True
        levels = [level.array for level in self._picture.levels]
        return levels, _BYTE_OF.get(name)

    def _level(self, zoom: float) -> int:
        """The smallest level that still has at least one of its own px for every px of the screen."""
        steps = (self._picture.width / level.shape[1] for level in self._levels)
        return max((place for place, step in enumerate(steps) if step * zoom <= 1.0), default=0)
