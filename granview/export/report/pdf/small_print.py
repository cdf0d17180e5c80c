"""Names with hashes on paper: in small letters, two columns a page."""

from collections.abc import Sequence
from typing import Final

from granview.export.report.document import SmallPrint
from granview.export.report.pdf.sheet import MARGIN_MM, SMALL_PT, WIDTH_MM, Sheet

_SIZE_PT: Final = 5.4
_DENSER: Final = 0.84
"""Lines stand closer here than in what is read."""
_GAP_MM: Final = 5.0
_COLUMNS: Final = 2
_COLUMN_MM: Final = (WIDTH_MM - _GAP_MM * (_COLUMNS - 1)) / _COLUMNS
_LEAST_ROWS: Final = 3


def draw_small_print(sheet: Sheet, block: SmallPrint) -> None:
    """The rows, one column after the other, on as many pages as they need."""
    line = sheet.font(_SIZE_PT) * _DENSER
    sheet.need(sheet.height(block.title, SMALL_PT, WIDTH_MM) + _LEAST_ROWS * line + 2)
    sheet.write(block.title, SMALL_PT, "muted", is_strong=True)
    sheet.skip(0.8)
    rows = list(block.rows)
    while rows:
        room = max(int((sheet.bottom - sheet.y) / line), 1)
        shown, rows = rows[: room * _COLUMNS], rows[room * _COLUMNS :]
        _draw_columns(sheet, shown, line)
        if rows:
            sheet.pdf.add_page()
    sheet.skip(2.5)


def _draw_columns(sheet: Sheet, rows: Sequence[tuple[str, str]], line: float) -> None:
    """Columns of about equal height from here on."""
    high, top = -(-len(rows) // _COLUMNS), sheet.y
    sheet.pdf.set_auto_page_break(False)
    for place, (name, value) in enumerate(rows):
        column, row = divmod(place, high)
        x, y = MARGIN_MM + column * (_COLUMN_MM + _GAP_MM), top + row * line
        sheet.font(_SIZE_PT)
        width = sheet.width(value)
        sheet.pdf.set_xy(x + _COLUMN_MM - width, y)
        sheet.pdf.cell(width, line, sheet.shown(value).replace("\u200b", ""))
        sheet.font(_SIZE_PT, "muted")
        sheet.pdf.set_xy(x, y)
        sheet.pdf.cell(_COLUMN_MM - width, line, _clipped(sheet, name, _COLUMN_MM - width - 2))
    sheet.flow()
    sheet.pdf.set_y(top + high * line)


def _clipped(sheet: Sheet, text: str, room: float) -> str:
    """A name that fits, shortened in its middle where it must be."""
    shown = sheet.shown(text).replace("\u200b", "")
    kept = len(shown)
    while kept > 1 and sheet.width(shown) > room:
        kept -= 1
        whole = sheet.shown(text).replace("\u200b", "")
        shown = f"{whole[: -(-kept // 2)]}…{whole[len(whole) - kept // 2 :]}"
    return shown
