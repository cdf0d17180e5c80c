"""What an example is called: what it shows and, in the same line where it has room, of what it is."""

from granview.export.report.pdf.sheet import MARGIN_MM, SMALL_PT, WIDTH_MM, Sheet

_SIZE_PT = 9.0
_GAP_MM = 2.5


def draw_title(sheet: Sheet, title: str, subtitle: str) -> None:
    """The title in strong letters, and what it is of beside or below it."""
    sheet.font(SMALL_PT)
    beside = sheet.width(subtitle)
    height = sheet.font(_SIZE_PT, is_strong=True)
    width = sheet.width(title)
    if not subtitle or width + _GAP_MM + beside > WIDTH_MM:
        sheet.write(title, _SIZE_PT, is_strong=True)
        sheet.write(subtitle, SMALL_PT, "muted")
    else:
        sheet.need(height)
        top = sheet.y
        sheet.write(title, _SIZE_PT, is_strong=True)
        below = sheet.y
        sheet.pdf.set_y(top + (height - sheet.font(SMALL_PT)) * 0.75)
        sheet.write(subtitle, SMALL_PT, "muted", x=MARGIN_MM + width + _GAP_MM)
        sheet.pdf.set_y(below)
    sheet.skip(0.6)
