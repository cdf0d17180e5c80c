"""The geometry of one cell at one moment: where image px fall on the screen."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF

_CRISP_FROM = 2.0


@dataclass(frozen=True)
class Frame:
    """Maps image px to the device-independent px of a widget.

    Attributes:
        rect: The area drawn into.
        image_width: Width of the picture in image px.
        image_height: Height of the picture in image px.
        centre: The image point in the middle of ``rect``.
        scale: Device-independent screen px per image px.
        device_pixel_ratio: Device px per device-independent px.
    """

    rect: QRectF
    image_width: float
    image_height: float
    centre: QPointF
    scale: float
    device_pixel_ratio: float = 1.0

    @property
    def zoom(self) -> float:
        """Device px per image px."""
        return self.scale * self.device_pixel_ratio

    @property
    def origin(self) -> QPointF:
        """Where the picture's top left corner falls, on a whole device px so that equal zooms look equal."""
        corner = self.rect.center() - self.centre * self.scale
        ratio = self.device_pixel_ratio
        return QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)

    @property
    def image_rect(self) -> QRectF:
        """Where the whole picture falls."""
        origin = self.origin
        return QRectF(origin.x(), origin.y(), self.image_width * self.scale, self.image_height * self.scale)

    def to_image(self, point: QPointF) -> QPointF:
        """The image point under a point of the widget."""
        return (point - self.origin) / self.scale

    def to_screen(self, point: QPointF) -> QPointF:
        """Where an image point falls."""
        return self.origin + point * self.scale

    def is_smooth(self, step: float = 1.0) -> bool:
        """Whether a level of ``step`` image px per px is drawn smoothed: not when its px are to be seen as squares.

        Neither when they fall on device px one to one: then there is nothing to smooth, and the copy is quick.
        """
        zoom = self.zoom * step
        return zoom < _CRISP_FROM and not math.isclose(zoom, 1.0, rel_tol=1e-6)

    def blit(self, columns: int, rows: int, step_x: float, step_y: float) -> tuple[QRectF, QRect]:
        """What of an image over the picture is in view: (target, source).

        The image has ``columns`` by ``rows`` px, each ``step_x`` by ``step_y`` image px large. The source is in whole
        px of that image, the target is exactly where those fall.
        """
        origin, wide, high = self.origin, step_x * self.scale, step_y * self.scale
        seen = self.image_rect.intersected(self.rect)
        left = math.floor((seen.left() - origin.x()) / wide)
        top = math.floor((seen.top() - origin.y()) / high)
        right = min(math.ceil((seen.right() - origin.x()) / wide), columns)
        bottom = min(math.ceil((seen.bottom() - origin.y()) / high), rows)
        source = QRect(left, top, max(right - left, 0), max(bottom - top, 0))
        corner = QPointF(origin.x() + left * wide, origin.y() + top * high)
        return QRectF(corner, QSizeF(source.width() * wide, source.height() * high)), source
