"""Rows of pictures on paper."""

import io
import math
from typing import Final

from granview.export.report.document import PictureCell, PictureRow
from granview.export.report.grid import in_a_row, rows_of
from granview.export.report.pdf.legend import draw_legend
from granview.export.report.pdf.sheet import MARGIN_MM, SMALL_PT, WIDTH_MM, Sheet

_GAP_MM: Final = 3.0
_WIDEST_MM: Final = 42.0


def picture_room(block: PictureRow) -> float:
    """How much of a page the first two rows take, in mm."""
    columns = in_a_row(len(block.cells))
    width = _picture_width(columns)
    return min(math.ceil(len(block.cells) / columns), 2) * (max(_height(cell, width) for cell in block.cells) + 12) + 12


def _picture_width(columns: int) -> float:
    return min((WIDTH_MM - _GAP_MM * (columns - 1)) / columns, _WIDEST_MM)


def draw_picture_row(sheet: Sheet, block: PictureRow) -> None:
    """The pictures with their captions, in rows that are not broken."""
    columns = in_a_row(len(block.cells))
    width = _picture_width(columns)
    rows = list(rows_of(block.cells, columns))
    height = max(_height(cell, width) for cell in block.cells)
    sheet.need(picture_room(block))
    sheet.write(block.title, is_strong=True)
    sheet.write(block.subtitle, SMALL_PT, "muted")
    sheet.skip(1.0)
    for row in rows:
        sheet.need(height + 12)
        top, lowest = sheet.y, sheet.y
        for place, cell in enumerate(row):
            lowest = max(lowest, _draw_cell(sheet, cell, MARGIN_MM + place * (width + _GAP_MM), top, width, height))
        sheet.pdf.set_y(lowest + 2)
    draw_legend(sheet, block.legend)
    sheet.skip(4.0)


def _height(cell: PictureCell, width: float) -> float:
    return width * (cell.picture.height / cell.picture.width if cell.picture else 0.5)


def _draw_cell(sheet: Sheet, cell: PictureCell, x: float, top: float, width: float, height: float) -> float:
    """The cell; where it ends."""
    if cell.picture is not None:
        sheet.pdf.image(io.BytesIO(cell.picture.data), x, top, width, alt_text=cell.title)
    else:
        sheet.pdf.set_y(top)
        sheet.write(cell.message, 7, "bad", x=x, width=width)
    sheet.pdf.set_y(top + height + 1)
    role = "text" if cell.swatch is None else cell.swatch
    sheet.write(cell.title, 7.6, role, x=x, width=width, is_strong=True)
    for detail in cell.details:
        sheet.write(detail.text, 7.2, "muted", x=x, width=width)
    return sheet.y
