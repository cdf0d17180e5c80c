"""The scale bar of a picture on a page, where the size of its px is known: pages have pictures at native size."""

from typing import Final

from granview.core.labels import Color
from granview.core.pixel_size import PixelSize, ScaleBar, scale_bar
from granview.export.page import Box, Item, Text
from granview.export.typeface import Typeface

_SHARE: Final = 0.3
"""Of the picture's width, at most so much is taken by the bar."""

_GROUND: Final[Color] = (24, 24, 28)
_INK: Final[Color] = (255, 255, 255)


def bar_on_page(size: PixelSize | None, width_px: int) -> ScaleBar | None:
    """The bar for pictures of a width; None where the size of their px is not known."""
    return None if size is None else scale_bar(size.width_m, 1.0, _SHARE * width_px)


def scale_bar_items(bar: ScaleBar, face: Typeface, text_px: int, right: float, bottom: float) -> list[Item]:
    """The bar with its length above it, on a dark ground.

    Args:
        bar: Its length.
        face: The font of the length.
        text_px: Its size.
        right: Of the picture.
        bottom: Of the picture.
    """
    pad, thick = max(text_px // 3, 2), max(text_px // 5, 2)
    words = face.width(bar.label, text_px)
    width, height = max(bar.length_px, words) + 2 * pad, text_px + thick + 3 * pad
    left, top = right - width - pad, bottom - height - pad
    middle = left + width / 2
    return [
        Box(left, top, width, height, _GROUND, pad),
        Text(middle - words / 2, top + pad + text_px * 0.85, bar.label, text_px, _INK),
        Box(middle - bar.length_px / 2, top + height - pad - thick, bar.length_px, thick, _INK),
    ]
