"""A unit of a picture: its place with some px about it, and the outline that the reference gives it."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QRectF
from PySide6.QtGui import QImage, QImageWriter, QPainter

from granview.core.errors import GranViewError
from granview.core.image_params import ImageParams
from granview.core.reading_params import reading_params
from granview.core.sample import Sample
from granview.gui.model.focus import UnitPlace
from granview.gui.services import Services
from granview.gui.session.picture_crops import PictureCrops
from granview.gui.session.unit_shower import read_extent
from granview.gui.unit_previews.unit_previews import UnitPreviews
from granview.store.session import Session

if TYPE_CHECKING:
    from granview.io.orientation import Frame

EDGE_PX: Final = 56
_LEAST_PX: Final = 28
_ROOM: Final = 1.6
"""The piece that is shown is so many times as large as the unit."""

_MOST_PX: Final = 16_000_000
"""Of larger pictures no reference is read for a tool tip: their units have a box alone."""

_TRIES: Final = 150
_BRIGHT, _DARK = 0xFFFFFFFF, 0xFF000000


@dataclass(frozen=True)
class OutlinedArea:
    """Where a unit is, and how it is outlined.

    Attributes:
        area: The piece of the picture that is shown, in px.
        inside: (h, w) bool, in the px of the preview, h and w at most ``EDGE_PX``: the unit; None: there is no outline.
    """

    area: QRect
    inside: NDArray[np.bool_] | None


class PicturePreviews(UnitPreviews):
    """Reads the reference on a thread of the session's; the decoder's process opens the picture."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = services.document
        self._model = services.model
        self._crops: PictureCrops = services.crops

    def _begin(self, unit: UnitPlace, sample: Sample) -> None:
        work = partial(read_outlined_area, unit=unit, sample=sample, params=reading_params(self._model.params))
        self._document.read(work, partial(self._on_area, unit, sample), lambda _: self._keep(unit, ""))

    def _on_area(self, unit: UnitPlace, sample: Sample, shown: OutlinedArea | None) -> None:
        if shown is None:
            self._keep(unit, "")
        elif self._is_wanted(unit):
            done = partial(self._on_crop, unit, shown)
            self._crops.ask(Path(sample.path), shown.area, EDGE_PX, done, self._model.params.image.range)

    def _on_crop(self, unit: UnitPlace, shown: OutlinedArea, crop: QImage | None) -> None:
        self._keep(unit, "" if crop is None else as_html(outlined(crop, shown.inside)))


def read_outlined_area(session: Session, unit: UnitPlace, sample: Sample, params: ImageParams) -> OutlinedArea | None:
    """Where a unit is, and its outline by the reference; None where the picture cannot be opened."""
    from granview.io.mask_survey import frame_of

    frame = frame_of(Path(sample.path))
    if frame is None:
        return None
    size, box = (frame.height, frame.width), read_extent(session, unit).box
    if box is None:
        return OutlinedArea(QRect(0, 0, frame.width, frame.height), None)
    area = area_about(box, size)
    mask = _region(sample, frame, box, params) if size[0] * size[1] <= _MOST_PX else None
    return OutlinedArea(area, _sampled(mask, box, area))


def area_about(box: QRectF, size: tuple[int, int]) -> QRect:
    """The piece of a picture that is shown of a unit: square where the picture, (height, width) in px, has room."""
    side = round(max(box.width() * _ROOM, box.height() * _ROOM, _LEAST_PX))
    width, height = min(side, size[1]), min(side, size[0])
    left = min(max(round(box.center().x() - width / 2), 0), size[1] - width)
    top = min(max(round(box.center().y() - height / 2), 0), size[0] - height)
    return QRect(left, top, width, height)


def outlined(crop: QImage, inside: NDArray[np.bool_] | None) -> QImage:
    """The crop with a bright line about a unit, and a dark one about that: seen on any picture."""
    image = crop.convertToFormat(QImage.Format.Format_ARGB32)
    if inside is None:
        return image
    ring = _grown(inside) & ~inside
    with QPainter(image) as painter:
        for mask, color in ((_grown(_grown(inside)) & ~inside & ~ring, _DARK), (ring, _BRIGHT)):
            painter.drawImage(image.rect(), _as_image(mask, color))
    return image


def as_html(image: QImage) -> str:
    """The picture itself in hypertext."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    data = base64.b64encode(bytes(buffer.data().data())).decode("ascii")
    return f'<img src="data:image/png;base64,{data}" width="{image.width()}" height="{image.height()}">'


def _region(sample: Sample, frame: "Frame", box: QRectF, params: ImageParams) -> NDArray[np.bool_] | None:
    """The reference's region that has this box: (H, W) bool; None where there is none, or it cannot be read."""
    from granview.io.reference_format import read_truth
    from granview.scoring.region_at import region_at

    if sample.reference is None:
        return None
    try:
        said = read_truth(sample.reference, frame, None, params).as_prediction()
    except GranViewError:
        return None
    if said is None:
        return None
    prediction, labels = said
    size = (frame.height, frame.width)
    for x, y in _places(box):
        found = region_at(prediction, labels, x, y, size)
        if found is not None and _is_box_of(found, box):
            return found
    return None


def _places(box: QRectF) -> Iterator[tuple[float, float]]:
    """Places that a thing with this box may hold: its middle, then along its upper edge, which it touches somewhere."""
    yield box.center().x(), box.center().y()
    n = min(max(round(box.width()), 1), _TRIES)
    for place in range(n):
        yield box.left() + (place + 0.5) * box.width() / n, box.top() + 0.5


def _is_box_of(mask: NDArray[np.bool_], box: QRectF) -> bool:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    sides = (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)
    wanted = (box.left(), box.top(), box.left() + box.width(), box.top() + box.height())
    return all(abs(float(side) - edge) <= 1 for side, edge in zip(sides, wanted, strict=True))


def _sampled(mask: NDArray[np.bool_] | None, box: QRectF, area: QRect) -> NDArray[np.bool_]:
    """The unit in px of the preview, by nearest neighbours: its mask, or else its box."""
    scale = EDGE_PX / max(area.width(), area.height())
    height, width = max(round(area.height() * scale), 1), max(round(area.width() * scale), 1)
    x = area.left() + (np.arange(width) + 0.5) / scale
    y = area.top() + (np.arange(height) + 0.5) / scale
    if mask is None:
        across = (x >= box.left()) & (x < box.left() + box.width())
        down = (y >= box.top()) & (y < box.top() + box.height())
        return down[:, None] & across[None, :]
    rows = np.clip(y.astype(np.intp), 0, mask.shape[0] - 1)
    columns = np.clip(x.astype(np.intp), 0, mask.shape[1] - 1)
    return mask[np.ix_(rows, columns)]


def _grown(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """By one px to each side."""
    padded = np.pad(mask, 1)
    return padded[1:-1, 1:-1] | padded[:-2, 1:-1] | padded[2:, 1:-1] | padded[1:-1, :-2] | padded[1:-1, 2:]


def _as_image(mask: NDArray[np.bool_], color: int) -> QImage:
    pixels = np.where(mask, np.uint32(color), np.uint32(0))
    height, width = pixels.shape
    return QImage(pixels.tobytes(), width, height, width * 4, QImage.Format.Format_ARGB32).copy()
