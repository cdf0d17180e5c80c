"""The file formats of a page of pictures."""

from collections.abc import Callable
from typing import BinaryIO, Final

from granview.export.page import Page
from granview.export.pdf import write_pdf
from granview.export.png import write_png
from granview.export.svg import write_svg

PAGE_WRITERS: Final[dict[str, Callable[[Page, BinaryIO], None]]] = {
    ".png": write_png,
    ".svg": write_svg,
    ".pdf": write_pdf,
}
"""How a page is written, by the file's suffix."""
