"""Tables on paper: as wide as the page, their heads again on each page."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from granview.export.report.document import Head, Table, TableCell
from granview.export.report.pdf.sheet import SMALL_PT, WIDTH_MM, Sheet, color_of

if TYPE_CHECKING:
    from fpdf.fonts import FontFace

_SIZE_PT: Final = 7.6
_PAD_MM: Final = 1.0
_LEAST_MM: Final = 9.0
_MOST_MM: Final = 62.0
_SHRUNK_MM: Final = 16.0
_ROW_MM: Final = 5.6
_UNCUT_MM: Final = 112.0
"""Tables that are no higher than this are not cut."""
_BEGUN_MM: Final = 32.0


def draw_table(sheet: Sheet, block: Table) -> None:
    """The table and its caption."""
    from fpdf.enums import TableBordersLayout
    from fpdf.fonts import FontFace

    sheet.need(table_room(sheet, block))
    height = sheet.font(_SIZE_PT)
    widths = _widths(sheet, block)
    sheet.pdf.set_draw_color(*color_of("rule"))
    sheet.pdf.set_line_width(0.15)
    sheet.pdf.set_fill_color(*color_of("ground"))
    with sheet.pdf.table(
        width=WIDTH_MM,
        col_widths=widths,
        align="L",
        text_align=tuple("RIGHT" if head.is_number else "LEFT" for head in block.heads),
        line_height=height,
        padding=(_PAD_MM * 0.8, _PAD_MM),
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        headings_style=FontFace(emphasis="BOLD", color=color_of("muted"), fill_color=color_of("ground")),
        first_row_as_headings=True,
    ) as table:
        rooms = [width - 2 * _PAD_MM - 0.4 for width in widths]
        sheet.font(_SIZE_PT, is_strong=True)
        table.row([sheet.fitting(_head(head), room) for head, room in zip(block.heads, rooms, strict=True)])
        for cells in block.rows:
            row = table.row()
            for cell, room in zip(cells, rooms, strict=True):
                row.cell(sheet.fitting(cell.text, room), style=_style(cell))
    if block.caption:
        sheet.skip(1.2)
        sheet.write(block.caption, SMALL_PT, "muted")
    sheet.skip(3.0)


def table_room(sheet: Sheet, block: Table) -> float:
    """How much of a page it needs to begin, in mm: all that a short one takes, since it is not cut."""
    if len(block.rows) * _ROW_MM > _UNCUT_MM:
        return _BEGUN_MM
    widths = [width - 2 * _PAD_MM - 0.4 for width in _widths(sheet, block)]
    line = sheet.font(_SIZE_PT, is_strong=True)
    heads = max(_lines(sheet, _head(head), width) for head, width in zip(block.heads, widths, strict=True))
    rows = (max(_lines(sheet, cell.text, w) for cell, w in zip(row, widths, strict=True)) for row in block.rows)
    caption = sheet.height(block.caption, SMALL_PT, WIDTH_MM) + 1.2 if block.caption else 0.0
    whole = sum(lines * line + 2 * 0.8 * _PAD_MM for lines in (heads, *rows)) + caption
    return whole if whole <= _UNCUT_MM else _BEGUN_MM


def _lines(sheet: Sheet, text: str, width: float) -> int:
    """About how many lines a text takes in a column."""
    return sum(max(math.ceil(sheet.width(line) / width), 1) for line in text.split("\n"))


def _style(cell: TableCell) -> "FontFace":
    from fpdf.fonts import FontFace

    color = color_of("text" if cell.swatch is None else cell.swatch)
    return FontFace(emphasis="BOLD" if cell.is_strong else "", color=color, size_pt=_SIZE_PT)


def _head(head: Head) -> str:
    return f"{head.text}\n{head.unit}" if head.unit else head.text


def _widths(sheet: Sheet, block: Table) -> list[float]:
    """As wide as what they hold, within bounds; brought to the page's width."""
    wanted = []
    for place, head in enumerate(block.heads):
        sheet.font(_SIZE_PT, is_strong=True)
        longest_word = max((sheet.width(word) for word in _head(head).split()), default=0.0)
        widest = max((sheet.width(row[place].text) for row in block.rows), default=0.0)
        wanted.append(min(max(longest_word, widest, _LEAST_MM), _MOST_MM) + 2 * _PAD_MM + 0.6)
    return _fitted(wanted)


def _fitted(wanted: Sequence[float]) -> list[float]:
    """Widths whose sum is the page's: what is over is taken from the widest, what is left is shared."""
    room, over = WIDTH_MM, sum(wanted) - WIDTH_MM
    if over <= 0:
        return [width * room / sum(wanted) for width in wanted]
    spare = [max(width - _SHRUNK_MM, 0.0) for width in wanted]
    if sum(spare) < over:
        return [width * room / sum(wanted) for width in wanted]
    return [width - each * over / sum(spare) for width, each in zip(wanted, spare, strict=True)]
