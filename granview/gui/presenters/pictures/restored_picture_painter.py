"""Restored pictures in the place of their samples: px for px as far as the screen shows them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter

from granview.core.labels import LabelSet
from granview.core.predictions.restored_picture import Pixels, RestoredPicture
from granview.core.readable_errors import readable_error
from granview.gui.background.latest_result import BackgroundPool, Latest
from granview.gui.paint.frame import Frame
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.paint.picture import PicturePainter
from granview.io.pyramid import average_down, level_views, pyramid_bytes

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Level:
    """One level of a pyramid, as ``PicturePainter`` draws it."""

    array: NDArray[np.uint8]
    scale: float


@dataclass(frozen=True)
class DrawnPicture:
    """A restored picture with its pyramid, in its own px."""

    width: int
    height: int
    levels: tuple[Level, ...]


def drawn_picture(pixels: Pixels) -> DrawnPicture:
    """The pyramid of (H, W, 3) uint8; takes its time."""
    height, width = pixels.shape[:2]
    views = level_views(bytearray(pyramid_bytes(width, height)), width, height)
    views[0][..., :3] = pixels[..., ::-1]
    views[0][..., 3] = 255
    average_down(views)
    return DrawnPicture(width, height, tuple(Level(view, float(1 << place)) for place, view in enumerate(views)))


def own_frame(frame: Frame, size: tuple[int, int], scale: float) -> Frame:
    """The same place of the screen, in px of a picture of (height, width) that has ``scale`` px for each of a sample's.

    Whatever is drawn in it falls exactly on the sample's picture, whatever the scale.
    """
    return replace(
        frame, image_width=size[1], image_height=size[0], centre=frame.centre * scale, scale=frame.scale / scale
    )


class RestoredPicturePainter:
    """Draws a restored picture, opaque; from twofold zoom of its own px on these are squares."""

    def __init__(self, picture: RestoredPicture, background: BackgroundPool, on_ready: Callable[[], None]) -> None:
        self._picture = picture
        self._on_ready = on_ready
        self._painter: PicturePainter | None = None
        self._notice = ""
        self._preparing: Latest[DrawnPicture] = Latest(background, self._on_prepared, self._on_failed)
        pixels = picture.pixels
        self._preparing.submit(lambda: drawn_picture(pixels))

    @property
    def notice(self) -> str:
        """Why nothing is drawn; empty where it is."""
        return self._notice

    def set_labels(self, labels: LabelSet) -> None:
        """It has no classes."""

    def set_style(self, style: OverlayStyle) -> None:
        """It is drawn as it is."""

    def close(self) -> None:
        """Forget what is still being prepared."""
        self._preparing.cancel()

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is ready of what is in the frame."""
        if self._painter is not None:
            self._painter.paint(painter, own_frame(frame, self._picture.size, self._picture.scale))

    def _on_prepared(self, drawn: DrawnPicture) -> None:
        self._painter = PicturePainter(drawn)
        self._on_ready()

    def _on_failed(self, error: BaseException) -> None:
        self._notice = str(readable_error(error, translate("RestoredPicturePresenter", "This picture cannot be drawn")))
        self._on_ready()
