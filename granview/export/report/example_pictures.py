"""A unit of a picture, cut out: the picture, its reference, and what each lane said in the classes' colours."""

import io
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import Color
from granview.export.overlay import OPACITY
from granview.export.page_content import Detail, LegendEntry, PageColumn
from granview.export.picture_page import picture_page
from granview.export.report.document import EncodedPicture, PictureCell, PictureRow
from granview.export.report.example_request import Box, ExampleRequest

Pixels = NDArray[np.uint8]

SIDE_PX: Final = 320
"""The longer side of a picture in a report."""
_LEAST_CUT_PX: Final = 64
_ROOM: Final = 0.75
"""How much is shown about a unit on each side, by its longer side."""
_OUTLINE_PX: Final = 2
_QUALITY: Final = 88
_FRAME: Final = ((255, 255, 255), (20, 22, 26))


def picture_example(request: ExampleRequest) -> PictureRow:
    """The pictures of an example.

    Where a type of prediction has classes, their borders are drawn; anything else is laid over the picture.

    Raises:
        InputError: the picture cannot be read.
    """
    flat = picture_page(replace(request.page, opacity=1.0, is_close_up=request.box is not None))
    tinted = picture_page(replace(request.page, opacity=OPACITY, is_close_up=request.box is not None))
    size = (tinted.height, tinted.width)
    cut = _cut(request.box, size)
    has_borders = bool(flat.legend)
    picture = tinted.panels[0].make()
    cells, colors = [], set[Color]()
    for plain, over in zip(flat.panels, tinted.panels, strict=True):
        if plain.message:
            cells.append(_cell(request, plain, None))
            continue
        is_input = plain is flat.panels[0]
        whole = picture if is_input else plain.make() if has_borders else over.make()
        shown = _enlarged(picture if has_borders else whole, cut)
        if has_borders and not is_input:
            shown = _outlined(shown, _enlarged(whole, cut, is_smooth=False))
            colors |= _colors(whole, cut)
        if request.box is not None:
            shown = _framed(shown, request.box, cut)
        cells.append(_cell(request, plain, _encoded(shown)))
    legend = tuple(_entry(request, entry) for entry in flat.legend if entry.color in colors)
    return PictureRow(request.title, request.subtitle, tuple(cells), legend)


def _entry(request: ExampleRequest, entry: LegendEntry) -> LegendEntry:
    return entry if entry.is_class else replace(entry, name=request.of_page(entry.name))


def _cell(request: ExampleRequest, panel: PageColumn, picture: EncodedPicture | None) -> PictureCell:
    titles = {"Image": request.input_title, "Reference": request.reference_title}
    is_lane = panel.title in request.notes
    details = (Detail(request.notes[panel.title]),) if is_lane else ()
    title = panel.title if is_lane else titles.get(panel.title, panel.title)
    return PictureCell(
        title, details, picture, request.of_page(panel.message), request.series.get(panel.title) if is_lane else None
    )


Cut = tuple[int, int, int, int]
"""Left, top, right, bottom in px of the picture."""


def _cut(box: Box | None, size_hw: tuple[int, int]) -> Cut:
    """A square about a unit, as far as the picture goes; the whole picture without one."""
    height, width = size_hw
    if box is None:
        return 0, 0, width, height
    x, y, w, h = box
    side = max(max(w, h) * (1 + 2 * _ROOM), _LEAST_CUT_PX)
    left, right = _within(x + w / 2, side, width)
    top, bottom = _within(y + h / 2, side, height)
    return left, top, right, bottom


def _within(centre: float, side: float, size: int) -> tuple[int, int]:
    side = min(side, size)
    start = min(max(centre - side / 2, 0.0), size - side)
    return round(start), max(round(start + side), round(start) + 1)


def _scale(cut: Cut) -> float:
    return SIDE_PX / max(cut[2] - cut[0], cut[3] - cut[1])


def _enlarged(pixels: Pixels, cut: Cut, is_smooth: bool = True) -> Pixels:
    """A part of a picture at the report's size; single px stay visible where it is enlarged much."""
    from PIL import Image

    left, top, right, bottom = cut
    scale = _scale(cut)
    size = max(round((right - left) * scale), 1), max(round((bottom - top) * scale), 1)
    smooth = Image.Resampling.LANCZOS if scale < 3 else Image.Resampling.BICUBIC
    how = smooth if is_smooth else Image.Resampling.NEAREST
    return np.asarray(Image.fromarray(np.ascontiguousarray(pixels[top:bottom, left:right])).resize(size, how))


def _outlined(shown: Pixels, flat: Pixels) -> Pixels:
    """The picture with the borders between colours of ``flat`` drawn on it, each side in its own."""
    border = np.zeros(flat.shape[:2], bool)
    for shift in range(1, _OUTLINE_PX + 1):
        across = (flat[shift:] != flat[:-shift]).any(axis=2)
        along = (flat[:, shift:] != flat[:, :-shift]).any(axis=2)
        border[shift:] |= across
        border[:-shift] |= across
        border[:, shift:] |= along
        border[:, :-shift] |= along
    return np.where(border[..., None], flat, shown).astype(np.uint8)


def _colors(flat: Pixels, cut: Cut) -> set[Color]:
    """The colours in a part of a picture."""
    left, top, right, bottom = cut
    part = flat[top:bottom, left:right].reshape(-1, 3).astype(np.uint32)
    packed = np.unique(part[:, 0] << 16 | part[:, 1] << 8 | part[:, 2])
    return {(int(each) >> 16, int(each) >> 8 & 255, int(each) & 255) for each in packed}


def _framed(shown: Pixels, box: Box, cut: Cut) -> Pixels:
    """The picture with a thin frame about the unit."""
    from PIL import Image, ImageDraw

    scale, (x, y, w, h) = _scale(cut), box
    image = Image.fromarray(shown)
    draw = ImageDraw.Draw(image)
    for grow, color in ((5, _FRAME[1]), (4, _FRAME[0])):
        left, top = (x - cut[0]) * scale - grow, (y - cut[1]) * scale - grow
        draw.rectangle((left, top, left + w * scale + 2 * grow, top + h * scale + 2 * grow), outline=color)
    return np.asarray(image)


def _encoded(pixels: Pixels) -> EncodedPicture:
    from PIL import Image

    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=_QUALITY, subsampling=0)
    return EncodedPicture(buffer.getvalue(), pixels.shape[1], pixels.shape[0])
