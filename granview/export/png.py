"""A page as a PNG, by Pillow: pictures px for px."""

import math
from typing import TYPE_CHECKING, BinaryIO

from granview.export.page import Box, Page, Picture, Text
from granview.export.typeface import ENLARGEMENT, Typeface, one_line

if TYPE_CHECKING:
    from PIL.Image import Image

_COMPRESSION = 4


def write_png(page: Page, file: BinaryIO) -> None:
    """Draw a page; at any time one picture is in memory besides the page itself."""
    from PIL import Image, ImageDraw

    canvas = Image.new("RGB", (page.width, page.height), page.ground)
    draw = ImageDraw.Draw(canvas)
    for item in page.items:
        match item:
            case Text():
                _write(canvas, item, page.typeface)
            case Box():
                right, bottom = item.x + item.width - 1, item.y + item.height - 1
                draw.rounded_rectangle(
                    (item.x, item.y, right, bottom), item.radius, fill=item.color, outline=item.border
                )
            case Picture():
                canvas.paste(Image.fromarray(item.make()), (item.x, item.y))
    canvas.save(file, format="PNG", compress_level=_COMPRESSION)


def _write(canvas: "Image", text: Text, typeface: Typeface) -> None:
    """Draw a line enlarged and reduce it, so that letters stand where the font wants them, not on whole px."""
    from PIL import Image, ImageDraw

    height = round(text.size_px * 2)
    width = math.ceil(typeface.width(text.text, text.size_px) + text.size_px)
    large = Image.new("L", (width * ENLARGEMENT, height * ENLARGEMENT))
    baseline = round(text.size_px * 1.5)
    font = typeface.enlarged(text.size_px)
    ImageDraw.Draw(large).text((0, baseline * ENLARGEMENT), one_line(text.text), fill=255, font=font, anchor="ls")
    mask = large.resize((width, height), Image.Resampling.BOX)
    canvas.paste(text.color, (round(text.x), round(text.y) - baseline), mask)
