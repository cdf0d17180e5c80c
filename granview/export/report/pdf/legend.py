"""The classes of an example, with their colours."""

from collections.abc import Sequence

from granview.export.page_content import LegendEntry
from granview.export.report.pdf.sheet import MARGIN_MM, WIDTH_MM, Sheet, color_of

_SIZE_PT = 7.4
_SWATCH_MM = 2.4


def draw_legend(sheet: Sheet, entries: Sequence[LegendEntry]) -> None:
    """Swatches with names, as many in a row as fit."""
    if not entries:
        return
    height = sheet.font(_SIZE_PT)
    sheet.need(height)
    x, y = MARGIN_MM, sheet.y
    for entry in entries:
        needed = _SWATCH_MM + 1.4 + sheet.width(entry.name) + 4
        if x > MARGIN_MM and x + needed > MARGIN_MM + WIDTH_MM:
            x, y = MARGIN_MM, y + height
        sheet.pdf.set_fill_color(*entry.color)
        sheet.pdf.set_draw_color(*color_of("rule"))
        sheet.pdf.set_line_width(0.15)
        sheet.pdf.rect(x, y + (height - _SWATCH_MM) / 2, _SWATCH_MM, _SWATCH_MM, style="FD")
        sheet.pdf.set_xy(x + _SWATCH_MM + 1.4, y)
        sheet.pdf.cell(needed, height, sheet.fitting(entry.name, needed))
        x += needed
    sheet.pdf.set_y(y + height)
