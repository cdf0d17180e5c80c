"""Pictures, masks and grids for tests of the canvas."""

import math
from dataclasses import dataclass, field
from typing import Any, ClassVar

import msgspec
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QThreadPool
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.label_map import LabelMap
from granview.gui.presenters.picture_content import PictureContent

SHAPES = LabelSet(("background", "disc", "line"), ((40, 42, 48), (230, 159, 0), (86, 180, 233)))


@dataclass(frozen=True)
class StillLevel:
    """One level of a ``StillPicture``."""

    array: NDArray[np.uint8]
    scale: float


@dataclass(frozen=True)
class StillPicture:
    """A picture in this process's memory, with the attributes of the picture server's."""

    width: int
    height: int
    levels: tuple[StillLevel, ...]
    notices: tuple[str, ...] = field(default=())


def still_picture(rgb: NDArray[np.uint8], smallest_edge: int = 256) -> StillPicture:
    """A read-only pyramid of (H, W, 3) uint8 RGB; each level takes every other pixel of the one before."""
    bgrx = np.full((*rgb.shape[:2], 4), 255, np.uint8)
    bgrx[..., :3] = rgb[..., ::-1]
    levels = [StillLevel(bgrx, 1.0)]
    while max(levels[-1].array.shape[:2]) > smallest_edge:
        levels.append(StillLevel(np.ascontiguousarray(levels[-1].array[::2, ::2]), levels[-1].scale * 2))
    for level in levels:
        level.array.setflags(write=False)
    return StillPicture(rgb.shape[1], rgb.shape[0], tuple(levels))


def grey_picture(width: int, height: int, value: int = 128) -> StillPicture:
    """A picture of one grey."""
    return still_picture(np.full((height, width, 3), value, np.uint8))


def flat_map(width: int, height: int, value: int, confidence: int | None = None) -> LabelMap:
    """A label map of one class, with one confidence (0 to 255) where given."""
    sure = None if confidence is None else np.full((height, width), confidence, np.uint8)
    return LabelMap(np.full((height, width), value, np.uint8), sure)


@dataclass(frozen=True)
class Sketch(Prediction):
    """A prediction of a type that nobody has a presenter for."""

    type_name: ClassVar[str] = "sketch"

    def packed(self) -> msgspec.Struct:
        """Nobody asks for it."""
        raise NotImplementedError


def halves(width: int, height: int, left: int, right: int) -> LabelMap:
    """A label map with one class in its left half and another in its right."""
    labels = np.full((height, width), right, np.uint8)
    labels[:, : width // 2] = left
    return LabelMap(labels)


def lane(key: str, prediction: Prediction | None, picture: StillPicture | None, **others: Any) -> PictureContent:
    """A lane's cell content with the classes of ``SHAPES``."""
    return PictureContent(key, key, picture=picture, prediction=prediction, labels=SHAPES, **others)


def settle(app: QCoreApplication) -> None:
    """Let everything that is under way in the background arrive and be drawn; twice, as one thing starts another."""
    for _ in range(2):
        QThreadPool.globalInstance().waitForDone()
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shot(widget: QWidget) -> QImage:
    """What the widget looks like now."""
    return widget.grab().toImage()


def color_at(widget: QWidget, point: QPoint | QPointF) -> tuple[int, int, int]:
    """The colour that a widget shows at a point."""
    color = QColor(shot(widget).pixel(math.floor(point.x()), math.floor(point.y())))
    return color.red(), color.green(), color.blue()


def blended(below: tuple[int, int, int], above: tuple[int, int, int], opacity: float) -> tuple[float, float, float]:
    """A colour over another."""
    red, green, blue = (b * (1 - opacity) + a * opacity for b, a in zip(below, above, strict=True))
    return red, green, blue
