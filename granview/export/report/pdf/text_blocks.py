"""Paragraphs, headings, lists, facts and commands on paper."""

from collections.abc import Sequence
from typing import Final

from granview.export.report.document import Bullets, Command, Facts, Item, Paragraph, SubHeading
from granview.export.report.pdf.sheet import MARGIN_MM, SMALL_PT, TEXT_PT, WIDTH_MM, Sheet, color_of

_SIZES: Final = {"lead": 11.2, "muted": SMALL_PT}
_ROLES: Final = {"muted": "muted", "warn": "warn"}
_NAME_MM: Final = 48.0
_INDENT_MM: Final = 4.5


def draw_paragraph(sheet: Sheet, block: Paragraph) -> None:
    """A paragraph, in the size and colour of its tone."""
    sheet.write(block.text, _SIZES.get(block.tone, TEXT_PT), _ROLES.get(block.tone, "text"))
    sheet.skip(1.6)


def draw_sub_heading(sheet: Sheet, block: SubHeading) -> None:
    """A heading that stays with what follows."""
    sheet.skip(2.5)
    sheet.need(22)
    sheet.write(block.text, 10.8, is_strong=True)
    if block.note:
        sheet.write(block.note, SMALL_PT, "muted")
    sheet.skip(0.8)


def draw_bullets(sheet: Sheet, block: Bullets) -> None:
    """The lines of a list."""
    _draw_items(sheet, block.items, MARGIN_MM)
    sheet.skip(1.6)


def _draw_items(sheet: Sheet, items: Sequence[Item], x: float) -> None:
    for item in items:
        height = sheet.font()
        sheet.need(height)
        sheet.pdf.set_x(x)
        sheet.pdf.cell(_INDENT_MM, height, "•")
        at = x + _INDENT_MM
        if item.name:
            sheet.write(item.name, is_strong=True, x=at)
        if item.text:
            sheet.write(item.text, x=at)
        sheet.skip(0.5)
        _draw_items(sheet, item.items, at)


def draw_facts(sheet: Sheet, block: Facts) -> None:
    """Names in a column, values beside them."""
    for name, value in block.rows:
        sheet.need(max(sheet.height(value, SMALL_PT, WIDTH_MM - _NAME_MM), sheet.height(name, SMALL_PT, _NAME_MM - 3)))
        top = sheet.y
        sheet.write(name, SMALL_PT, "muted", width=_NAME_MM - 3)
        below = sheet.y
        sheet.pdf.set_y(top)
        sheet.write(value, SMALL_PT, x=MARGIN_MM + _NAME_MM)
        sheet.pdf.set_y(max(below, sheet.y) + 0.4)
    sheet.skip(2.0)


def draw_command(sheet: Sheet, block: Command) -> None:
    """A command on a ground of its own."""
    height = sheet.height(block.text, SMALL_PT, WIDTH_MM - 6) + 4
    sheet.need(height)
    if height <= sheet.bottom - MARGIN_MM:
        sheet.pdf.set_fill_color(*color_of("track"))
        sheet.pdf.rect(MARGIN_MM, sheet.y, WIDTH_MM, height, style="F", round_corners=True, corner_radius=1.5)
    sheet.pdf.set_y(sheet.y + 2)
    sheet.write(block.text, SMALL_PT, x=MARGIN_MM + 3, width=WIDTH_MM - 6)
    sheet.pdf.set_y(sheet.y + 4)
