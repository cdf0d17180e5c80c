"""A page as a PDF, by fpdf2: vector text in an embedded font, pictures losslessly at their native size."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from granview.export.page import Box, Page, Picture, Text

if TYPE_CHECKING:
    from fpdf import FPDF

_POINTS_PER_PX: Final = 0.75
_LARGEST_POINTS: Final = 14_400
"""The largest side of a page that PDF readers accept (ISO 32000-1, annex C)."""
_FAMILY = "page"


def write_pdf(page: Page, file: BinaryIO) -> None:
    """Draw a page at 96 px to the inch, or smaller where that would be larger than PDF allows."""
    from fpdf import FPDF

    scale = min(_POINTS_PER_PX, _LARGEST_POINTS / max(page.width, page.height))
    document = FPDF(unit="pt", format=(page.width * scale, page.height * scale))
    document.set_title(page.title)
    document.set_auto_page_break(False)
    document.set_image_filter("FlateDecode")
    document.c_margin = 0
    document.add_page()
    with tempfile.TemporaryDirectory() as folder:
        font = Path(folder) / "font.ttf"
        font.write_bytes(page.typeface.data)
        document.add_font(_FAMILY, fname=font)
        for item in page.items:
            _draw(document, item, scale)
        file.write(document.output())


def _draw(document: "FPDF", item: Text | Box | Picture, scale: float) -> None:
    from PIL import Image

    match item:
        case Text():
            document.set_font(_FAMILY, size=item.size_px * scale)
            document.set_text_color(*item.color)
            document.text(item.x * scale, item.y * scale, item.text)
        case Box():
            _draw_box(document, item, scale)
        case Picture():
            place = (item.x * scale, item.y * scale, item.width * scale, item.height * scale)
            document.image(Image.fromarray(item.make()), *place, alt_text=item.title)


def _draw_box(document: "FPDF", box: Box, scale: float) -> None:
    document.set_fill_color(*box.color)
    document.set_draw_color(*(box.border or box.color))
    document.set_line_width(scale)
    document.rect(
        *(box.x * scale, box.y * scale, box.width * scale, box.height * scale),
        style="DF" if box.border else "F",
        round_corners=box.radius > 0,
        corner_radius=box.radius * scale,
    )
