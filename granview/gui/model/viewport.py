"""Which part of the picture every cell shows, and where the mouse is in it: one viewport, shared by all cells."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, QSizeF, Signal

from granview.core.prompt import ObjectPrompt
from granview.gui.model.readout import Readout

Mark = QRectF | tuple[QLineF, ...]
"""A point, which is an empty rectangle, a box, or the lines about a region of any shape, in image px."""

MAX_ZOOM: Final = 64.0
"""The closest zoom: screen px (of the device) per image px."""

MIN_FIT: Final = 1 / 8
"""The farthest zoom, as a part of the scale at which the picture fits or is shown 1:1, whichever is smaller."""


class Viewport(QObject):
    """A centre and a scale, linked over all cells.

    Every cell draws the image point ``centre`` in its own middle, at ``scale`` device-independent screen px per image
    px. The centre never leaves the picture. While ``is_fit`` holds, the scale follows the sizes of picture and cell.
    """

    changed = Signal()
    cursor_changed = Signal()
    mark_changed = Signal()
    linked_changed = Signal()
    prompts_changed = Signal()
    loupe_changed = Signal()

    picked = Signal(QRectF)
    """What the user clicked on, an empty rectangle, or drew a box about, in image px."""

    region_picked = Signal(str, QPointF)
    """The cell in which, and the image point at which the user wants the whole region of one class."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._image = QSizeF(1, 1)
        self._view = QSizeF(1, 1)
        self._device_pixel_ratio = 1.0
        self._centre = QPointF(0.5, 0.5)
        self._scale = 1.0
        self._is_fit = True
        self._cursor: QPointF | None = None
        self._cursor_key: str | None = None
        self._linked: Mapping[str, Readout] = {}
        self._mark: Mark | None = None
        self._prompts: tuple[ObjectPrompt, ...] = ()
        self._is_picking = False
        self._has_loupe = False

    @property
    def image_size(self) -> QSizeF:
        """Width and height of the picture, in image px."""
        return self._image

    @property
    def centre(self) -> QPointF:
        """The image point in the middle of every cell, in image px; (0, 0) is the picture's top left corner."""
        return self._centre

    @property
    def scale(self) -> float:
        """Device-independent screen px per image px."""
        return self._scale

    @property
    def zoom(self) -> float:
        """Device px per image px: 1.0 is 1:1 on any screen."""
        return self._scale * self._device_pixel_ratio

    @property
    def is_fit(self) -> bool:
        """Whether the whole picture is kept in view as sizes change."""
        return self._is_fit

    @property
    def cursor(self) -> QPointF | None:
        """Where the mouse is, in image px, or None when it is over no picture."""
        return self._cursor

    @property
    def cursor_key(self) -> str | None:
        """The key of the cell whose prediction is under the mouse; None where none is, or what is shown is of two."""
        return None if self._cursor is None else self._cursor_key

    @property
    def linked(self) -> Mapping[str, Readout]:
        """What each cell says of the thing under the mouse, where it is known in all cells; empty where it is not."""
        return self._linked

    @property
    def mark(self) -> Mark | None:
        """What the cells show as asked about, in image px."""
        return self._mark

    @property
    def is_picking(self) -> bool:
        """Whether a drag asks about what is under the mouse, rather than move the picture."""
        return self._is_picking

    def set_picking(self, on: bool) -> None:
        """Let drags of the left button ask about what is under the mouse; the middle one moves the picture."""
        self._is_picking = on

    def set_mark(self, mark: Mark | None) -> None:
        """Mark a place in every cell; None for nothing."""
        if mark != self._mark:
            self._mark = mark
            self.mark_changed.emit()

    @property
    def prompts(self) -> tuple[ObjectPrompt, ...]:
        """What models are asked to outline, as the cells show it."""
        return self._prompts

    @property
    def has_loupe(self) -> bool:
        """Whether every cell shows what lies at the cursor px for px."""
        return self._has_loupe

    def set_loupe(self, on: bool) -> None:
        """Show what lies at the cursor px for px in every cell, or no more."""
        if on != self._has_loupe:
            self._has_loupe = on
            self.loupe_changed.emit()

    def set_prompts(self, prompts: tuple[ObjectPrompt, ...]) -> None:
        """Show in every cell what models are asked to outline."""
        if prompts != self._prompts:
            self._prompts = prompts
            self.prompts_changed.emit()

    def pick(self, area: QRectF) -> None:
        """Say what the user clicked on or drew a box about."""
        self.picked.emit(area)

    def pick_region(self, key: str, point: QPointF) -> None:
        """Say in which cell and where the user wants the whole region of one class."""
        self.region_picked.emit(key, point)

    @property
    def fit_scale(self) -> float:
        """The scale at which the whole picture just fits a cell."""
        fit = min(self._view.width() / self._image.width(), self._view.height() / self._image.height())
        return min(fit, MAX_ZOOM / self._device_pixel_ratio)

    def set_image_size(self, width: float, height: float) -> None:
        """Take over another picture's size in image px; the same part of it stays in view."""
        size = QSizeF(max(width, 1.0), max(height, 1.0))
        if size == self._image:
            return
        x, y = self._centre.x() / self._image.width(), self._centre.y() / self._image.height()
        ratio = max(self._image.width(), self._image.height()) / max(size.width(), size.height())
        self._image = size
        self._apply(QPointF(x * size.width(), y * size.height()), self._scale * ratio, self._is_fit)

    def set_view_size(self, width: float, height: float, device_pixel_ratio: float = 1.0) -> None:
        """Take over the size of a cell's picture area, in device-independent px, and the screen's pixel ratio."""
        size = QSizeF(max(width, 1.0), max(height, 1.0))
        if (size, device_pixel_ratio) == (self._view, self._device_pixel_ratio):
            return
        self._view, self._device_pixel_ratio = size, device_pixel_ratio
        self._apply(self._centre, self._scale, self._is_fit)

    def set_cursor(self, point: QPointF | None, key: str | None = None) -> None:
        """Say where the mouse is, in image px, and in which cell; None when it has left the pictures."""
        if (point, key) != (self._cursor, self._cursor_key):
            self._cursor, self._cursor_key = point, key
            self.cursor_changed.emit()

    def set_linked(self, readouts: Mapping[str, Readout]) -> None:
        """Say what each cell says of the thing under the mouse."""
        if readouts != self._linked:
            self._linked = readouts
            self.linked_changed.emit()

    def zoom_at(self, point: QPointF, factor: float) -> None:
        """Zoom by a factor; the image point stays where it is on the screen."""
        scale = self._clamped(self._scale * factor)
        self._apply(point - (point - self._centre) * (self._scale / scale), scale, False)

    def zoom_by(self, factor: float) -> None:
        """Zoom by a factor about the middle of the cells."""
        self.zoom_at(self._centre, factor)

    def pan_by(self, dx: float, dy: float) -> None:
        """Move the picture by a distance in device-independent screen px."""
        self._apply(self._centre - QPointF(dx, dy) / self._scale, self._scale, False)

    @property
    def visible(self) -> QRectF:
        """The part of the plane that a cell shows, in image px; it may reach beyond the picture."""
        size = self._view / self._scale
        return QRectF(self._centre - QPointF(size.width() / 2, size.height() / 2), size)

    def move_to(self, point: QPointF) -> None:
        """Bring an image point to the middle of the cells."""
        self._apply(point, self._scale, False)

    def fit(self) -> None:
        """Show the whole picture, and keep it whole as sizes change."""
        self._apply(self._centre, self._scale, True)

    def actual_size(self) -> None:
        """Show one image px on one device px."""
        self._apply(self._centre, 1 / self._device_pixel_ratio, False)

    def show_region(self, region: QRectF) -> None:
        """Zoom to a region of the picture, in image px, with some room about it."""
        room = max(region.width(), region.height(), 8.0) * 1.5
        self._apply(region.center(), min(self._view.width(), self._view.height()) / room, False)

    def _apply(self, centre: QPointF, scale: float, is_fit: bool) -> None:
        if is_fit:
            centre, scale = QPointF(self._image.width() / 2, self._image.height() / 2), self.fit_scale
        after = (self._inside(centre), self._clamped(scale), is_fit)
        if after != (self._centre, self._scale, self._is_fit):
            self._centre, self._scale, self._is_fit = after
            self.changed.emit()

    def _inside(self, point: QPointF) -> QPointF:
        x = min(max(point.x(), 0.0), self._image.width())
        return QPointF(x, min(max(point.y(), 0.0), self._image.height()))

    def _clamped(self, scale: float) -> float:
        one = 1 / self._device_pixel_ratio
        return min(max(scale, min(self.fit_scale, one) * MIN_FIT), MAX_ZOOM * one)
