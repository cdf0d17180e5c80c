"""Rows of pictures on paper."""

import io
import math
from typing import Final

from granview.export.report.document import PictureCell, PictureRow
from granview.export.report.grid import in_a_row, rows_of
from granview.export.report.pdf.example_title import draw_title
from granview.export.report.pdf.legend import draw_legend
from granview.export.report.pdf.sheet import LEAST, MARGIN_MM, WIDTH_MM, Sheet

_GAP_MM: Final = 3.0
_WIDEST_MM: Final = 42.0
_TOGETHER: Final = 2
"""Rows of one example that begin on the same page."""
_TITLE_MM: Final = 6.5
_LINE_MM: Final = 3.8
_LEGEND_MM: Final = 4.5


def picture_room(block: PictureRow) -> float:
    """How much of a page the title and the first two rows take at least, in mm."""
    columns = in_a_row(len(block.cells))
    pictures, beside = _rooms(block, columns)
    return pictures * LEAST + beside


def _rooms(block: PictureRow, columns: int) -> tuple[float, float]:
    """How high the pictures of the first two rows are, and all that goes with them."""
    rows = min(math.ceil(len(block.cells) / columns), _TOGETHER)
    width = _picture_width(columns)
    pictures = rows * max(_height(cell, width) for cell in block.cells)
    return pictures, _TITLE_MM + rows * _row_room(block, width) - pictures + (_LEGEND_MM if block.legend else 0.0)


def _picture_width(columns: int) -> float:
    return min((WIDTH_MM - _GAP_MM * (columns - 1)) / columns, _WIDEST_MM)


def _row_room(block: PictureRow, width: float) -> float:
    lines = 1 + max(len(cell.details) for cell in block.cells)
    return max(_height(cell, width) for cell in block.cells) + 3.0 + _LINE_MM * lines


def draw_picture_row(sheet: Sheet, block: PictureRow) -> None:
    """The pictures with their captions, in rows that are not broken; smaller where they miss a page by little."""
    columns = in_a_row(len(block.cells))
    rows = list(rows_of(block.cells, columns))
    sheet.need(picture_room(block))
    width = _picture_width(columns) * sheet.shrinking(*_rooms(block, columns))
    height = max(_height(cell, width) for cell in block.cells)
    draw_title(sheet, block.title, block.subtitle)
    for row in rows:
        sheet.need(_row_room(block, width))
        top, lowest = sheet.y, sheet.y
        for place, cell in enumerate(row):
            lowest = max(lowest, _draw_cell(sheet, cell, MARGIN_MM + place * (width + _GAP_MM), top, width, height))
        sheet.pdf.set_y(lowest + 1)
    draw_legend(sheet, block.legend)
    sheet.skip(2.5)


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
