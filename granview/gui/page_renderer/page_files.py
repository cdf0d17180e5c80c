"""What pages are drawn on: PNG at twice the size for sharp letters, SVG, PDF."""

import base64
import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from granview.export.texts.page_content import TextPage
from granview.export.typeface import OWN_FAMILY, built_in
from granview.gui.page_renderer.fonts import Fonts
from granview.gui.page_renderer.page_layout import PageLayout

SCALE: Final = 2.0
_LARGEST_PX: Final = 32_000
"""The largest side of a picture that Qt draws on: its raster engine counts in 16 bits."""
_PDF_DPI: Final = 96
_POINTS_PER_INCH: Final = 72


def draw_page(page: TextPage, suffix: str, fonts: Fonts) -> bytes:
    """The file of a page.

    Raises:
        OSError: Qt could not draw it.
    """
    sheet = PageLayout(page, fonts)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _DEVICES[suffix](sheet, page.title, buffer)
    return bytes(buffer.data().data())


def _png(sheet: PageLayout, _title: str, buffer: QBuffer) -> None:
    scale = min(SCALE, _LARGEST_PX / max(sheet.width, sheet.height))
    size = QSize(math.ceil(sheet.width * scale), math.ceil(sheet.height * scale))
    image = QImage(size, QImage.Format.Format_RGB32)
    if image.isNull():
        raise OSError(f"a picture of {size.width()} x {size.height()} px does not fit into memory.")
    image.fill(0xFFFFFFFF)
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        sheet.draw(painter)
    image.save(buffer, "PNG")  # type: ignore[call-overload]


def _svg(sheet: PageLayout, title: str, buffer: QBuffer) -> None:
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(title)
    generator.setSize(QSize(math.ceil(sheet.width), math.ceil(sheet.height)))
    generator.setViewBox(QRectF(0, 0, sheet.width, sheet.height))
    _draw(sheet, QPainter(generator))
    bare = bytes(buffer.data().data())
    buffer.buffer().clear()
    buffer.seek(0)
    buffer.write(bare.replace(b"<defs>", b"<defs>" + _font_face(), 1))


def _font_face() -> bytes:
    """The pages' own font, so that the letters take the room on any machine for which they were laid out."""
    source = b"data:font/ttf;base64," + base64.b64encode(built_in())
    return b'\n<style>@font-face { font-family: "%s"; src: url("%s"); }</style>' % (OWN_FAMILY.encode(), source)


def _pdf(sheet: PageLayout, title: str, buffer: QBuffer) -> None:
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(_PDF_DPI)
    points = QSizeF(sheet.width, sheet.height) * (_POINTS_PER_INCH / _PDF_DPI)
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    _draw(sheet, QPainter(writer))


def _draw(sheet: PageLayout, painter: QPainter) -> None:
    sheet.draw(painter)
    painter.end()


_DEVICES: Final[dict[str, Callable[[PageLayout, str, QBuffer], None]]] = {".png": _png, ".svg": _svg, ".pdf": _pdf}
