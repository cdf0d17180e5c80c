"""Small pieces of pictures, cut out where the decoder's answer comes in: the window's thread copies no pixel."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QImage

from granview.core.errors import InputError
from granview.core.image_params import ImageRange

if TYPE_CHECKING:
    from granview.engine.picture_server import PictureServer, SharedPicture

OnCrop = Callable[[QImage | None], None]

_BYTES: Final = 4


class PictureCrops(QObject):
    """Cuts pieces out of pictures.

    Args:
        server: Decodes them.
        parent: Owns this.
    """

    _came = Signal(int, object)

    def __init__(self, server: "PictureServer", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = server
        self._number = 0
        self._done: dict[int, OnCrop] = {}
        self._came.connect(self._on_came)

    def ask(self, path: Path, area: QRect, edge_px: int, done: OnCrop, image_range: ImageRange | None = None) -> None:
        """Have a piece of a picture cut out; ``done`` is called here, with None where that cannot be opened.

        Args:
            path: The picture.
            area: The piece, in px of the upright picture, within it.
            edge_px: So many px has the longer side of what comes.
            done: Told.
            image_range: The range of brightness that is shown.
        """
        self._number += 1
        number = self._number
        self._done[number] = done

        def came(reply: "SharedPicture | InputError") -> None:
            crop: Any = None
            if not isinstance(reply, InputError):
                crop = cut(reply, area, edge_px)
                reply.release()
            self._came.emit(number, crop)

        self._server.picture(path, came, image_range)

    @Slot(int, object)
    def _on_came(self, number: int, crop: QImage | None) -> None:
        self._done.pop(number)(crop)


def cut(picture: "SharedPicture", area: QRect, edge_px: int) -> QImage | None:
    """A piece of a picture in so many px, from the level of its pyramid that is just finer; None where it is empty."""
    inside = area.intersected(QRect(0, 0, picture.width, picture.height))
    if inside.isEmpty():
        return None
    wanted = max(inside.width(), inside.height()) / edge_px
    level = max((each for each in picture.levels if each.scale <= max(wanted, 1)), key=lambda each: each.scale)
    part = _part(level.array, inside, level.scale)
    height, width = part.shape[:2]
    image = QImage(part.tobytes(), width, height, width * _BYTES, QImage.Format.Format_RGB32)
    smooth = Qt.TransformationMode.SmoothTransformation if wanted > 1 else Qt.TransformationMode.FastTransformation
    return image.scaled(edge_px, edge_px, Qt.AspectRatioMode.KeepAspectRatio, smooth).copy()


def _part(array: NDArray[np.uint8], area: QRect, scale: float) -> NDArray[np.uint8]:
    """(h, w, 4) uint8, one px at least."""
    left, top = math.floor(area.left() / scale), math.floor(area.top() / scale)
    right, bottom = math.ceil((area.right() + 1) / scale), math.ceil((area.bottom() + 1) / scale)
    return array[top : max(bottom, top + 1), left : max(right, left + 1)]
