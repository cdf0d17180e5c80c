"""A page as an SVG: real text, pictures embedded as PNGs at their native size."""

import base64
import io
from typing import BinaryIO, Final
from xml.sax.saxutils import escape, quoteattr

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import Color
from granview.export.page import Box, Page, Picture, Text

_FALLBACK: Final = "'Helvetica Neue', Helvetica, Arial, sans-serif"
_COMPRESSION = 4


def write_svg(page: Page, file: BinaryIO) -> None:
    """Draw a page; at any time one picture is in memory."""
    size = f'width="{page.width}" height="{page.height}" viewBox="0 0 {page.width} {page.height}"'
    family = quoteattr(f"{page.typeface.family}, {_FALLBACK}")
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family={family}>',
        f"<title>{_text(page.title)}</title>",
        f'<rect width="100%" height="100%" fill="{_hex(page.ground)}"/>',
    ]
    file.write("\n".join(lines).encode())
    for item in page.items:
        file.write(b"\n" + _element(item).encode())
    file.write(b"\n</svg>\n")


def _element(item: Text | Box | Picture) -> str:
    match item:
        case Text():
            place = f'x="{item.x:g}" y="{item.y:g}" font-size="{item.size_px:g}" fill="{_hex(item.color)}"'
            return f'<text {place} xml:space="preserve">{_text(item.text)}</text>'
        case Box():
            border = f' stroke="{_hex(item.border)}"' if item.border else ""
            shape = f'x="{item.x:g}" y="{item.y:g}" width="{item.width:g}" height="{item.height:g}"'
            return f'<rect {shape} rx="{item.radius:g}" fill="{_hex(item.color)}"{border}/>'
        case Picture():
            place = f'x="{item.x}" y="{item.y}" width="{item.width}" height="{item.height}"'
            data = base64.b64encode(_png(item.make())).decode()
            style = 'style="image-rendering:pixelated" preserveAspectRatio="none"'
            return (
                f'<image {place} {style} href="data:image/png;base64,{data}"><title>{_text(item.title)}</title></image>'
            )


def _png(pixels: NDArray[np.uint8]) -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, format="PNG", compress_level=_COMPRESSION)
    return buffer.getvalue()


def _hex(color: Color) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color)


def _text(text: str) -> str:
    """Escaped, without the control characters that XML cannot hold."""
    return escape("".join(character for character in text if character.isprintable()))
