"""The picture server's answers, brought to the window's thread: the picture shown, and thumbnails."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from granview.core.errors import InputError
from granview.core.image_params import ImageRange

if TYPE_CHECKING:
    from granview.engine.picture_server import PictureServer, SharedPicture, Thumbnail, Ticket

THUMBNAIL_PX: Final = 96
_MAX_KEPT: Final = 2_000
_MAX_WAITING: Final = 80

OnPicture = Callable[["SharedPicture | InputError"], None]


class Pictures(QObject):
    """Keeps one picture open: the latest one asked for, and the one before it until the new one is there."""

    _picture_came = Signal(int, object)

    def __init__(self, server: "PictureServer", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = server
        self._number = 0
        self._done: OnPicture | None = None
        self._ticket: Ticket | None = None
        self._open: list[SharedPicture] = []
        self._picture_came.connect(self._on_picture)

    def open(self, path: Path, done: OnPicture, image_range: ImageRange | None = None) -> None:
        """Open a picture, in a range of brightness; ``done`` is called here, unless another one is asked for before."""
        if self._ticket is not None:
            self._ticket.cancel()
        self._number += 1
        number = self._number
        self._done = done
        came: Callable[[Any], None] = lambda reply: self._picture_came.emit(number, reply)  # noqa: E731
        self._ticket = self._server.picture(path, came, image_range)

    def release_older(self) -> None:
        """Close all pictures but the newest: nothing draws them any more."""
        for picture in self._open[:-1]:
            picture.release()
        del self._open[:-1]

    def close(self) -> None:
        """Close every picture; later answers are dropped."""
        self._number += 1
        self._done = None
        for picture in self._open:
            picture.release()
        self._open.clear()

    @Slot(int, object)
    def _on_picture(self, number: int, reply: "SharedPicture | InputError") -> None:
        if number != self._number or self._done is None:
            if not isinstance(reply, InputError):
                reply.release()
            return
        if not isinstance(reply, InputError):
            self._open.append(reply)
        self._done(reply)


class Thumbnails(QObject):
    """Thumbnails by path, decoded when first asked for; the latest asked for come first.

    Args:
        server: Decodes them.
        parent: Owns this.
        edge_px: Length of the longer edge.
    """

    changed = Signal(str)
    """The path of which a thumbnail, or the reason why there is none, has come."""

    _came = Signal(str, object, object)

    def __init__(self, server: "PictureServer", parent: QObject | None = None, edge_px: int = THUMBNAIL_PX) -> None:
        super().__init__(parent)
        self._server = server
        self._edge_px = edge_px
        self._pictures: OrderedDict[str, QPixmap] = OrderedDict()
        self._errors: dict[str, str] = {}
        self._waiting: OrderedDict[str, Ticket] = OrderedDict()
        self._range: ImageRange | None = None
        self._came.connect(self._on_came)

    def of_edge(self, edge_px: int, parent: QObject) -> "Thumbnails":
        """Thumbnails of another size, by the same decoder."""
        larger = Thumbnails(self._server, parent, edge_px)
        larger.set_range(self._range)
        return larger

    def get(self, path: str) -> QPixmap | None:
        """The thumbnail; None while it is being made, which this call begins, or when there is none."""
        found = self._pictures.get(path)
        if found is not None:
            self._pictures.move_to_end(path)
        elif path not in self._errors and path not in self._waiting:
            self._ask(path)
        return found

    def error(self, path: str) -> str:
        """Why there is no thumbnail, in words; empty while there is no reason."""
        return self._errors.get(path, "")

    def set_range(self, image_range: ImageRange | None) -> None:
        """Make all of them anew where the range of brightness is another one."""
        if image_range == self._range:
            return
        self._range = image_range
        known = (*self._pictures, *self._errors, *self._waiting)
        for ticket in self._waiting.values():
            ticket.cancel()
        for held in (self._pictures, self._errors, self._waiting):
            held.clear()
        for path in known:
            self.changed.emit(path)

    def _ask(self, path: str) -> None:
        while len(self._waiting) >= _MAX_WAITING:
            self._waiting.popitem(last=False)[1].cancel()
        wanted = self._range
        came: Callable[[Any], None] = lambda reply: self._came.emit(path, wanted, reply)  # noqa: E731
        self._waiting[path] = self._server.thumbnail(Path(path), self._edge_px, came, wanted)

    @Slot(str, object, object)
    def _on_came(self, path: str, wanted: ImageRange | None, reply: "Thumbnail | InputError") -> None:
        if wanted != self._range:
            return
        self._waiting.pop(path, None)
        if isinstance(reply, InputError):
            self._errors[path] = str(reply)
        else:
            self._pictures[path] = _pixmap(reply)
            while len(self._pictures) > _MAX_KEPT:
                self._pictures.popitem(last=False)
        self.changed.emit(path)


def _pixmap(thumbnail: "Thumbnail") -> QPixmap:
    pixels = thumbnail.pixels
    height, width = pixels.shape[:2]
    return QPixmap.fromImage(QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB32).copy())
