"""Paragraphs, headings, lists, facts and commands on paper."""

from collections.abc import Sequence
from typing import Final

from granview.export.report.document import Bullets, Command, Facts, Item, Paragraph, SubHeading
from granview.export.report.pdf.sheet import LINE, MARGIN_MM, MM_PER_POINT, SMALL_PT, TEXT_PT, WIDTH_MM, Sheet, color_of

_SIZES: Final = {"lead": 10.8, "muted": SMALL_PT}
_ROLES: Final = {"muted": "muted", "warn": "warn"}
_ITEM_PT: Final = 8.8
_NAME_MM: Final = 42.0
_UNCUT_MM: Final = 60.0
_INDENT_MM: Final = 4.5


def draw_paragraph(sheet: Sheet, block: Paragraph) -> None:
    """A paragraph, in the size and colour of its tone."""
    sheet.write(block.text, _SIZES.get(block.tone, TEXT_PT), _ROLES.get(block.tone, "text"))
    sheet.skip(1.6)


def paragraph_room(sheet: Sheet, block: Paragraph) -> float:
    """How much of a page it takes, in mm."""
    return sheet.height(block.text, _SIZES.get(block.tone, TEXT_PT), WIDTH_MM) + 1.6


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
        height = sheet.font(_ITEM_PT)
        sheet.need(height * (1 if not item.items else 3))
        sheet.pdf.set_x(x)
        sheet.pdf.cell(_INDENT_MM, height, "•")
        at = x + _INDENT_MM
        if item.name:
            sheet.write(item.name, _ITEM_PT, is_strong=True, x=at)
        if item.text:
            sheet.write(item.text, _ITEM_PT, x=at)
        sheet.skip(0.3)
        _draw_items(sheet, item.items, at)


def facts_room(sheet: Sheet, block: Facts) -> float:
    """How much of a page they need to begin, in mm: all that a few take."""
    rooms = [_fact_room(sheet, name, value) + 0.4 for name, value in block.rows]
    return sum(rooms) if sum(rooms) <= _UNCUT_MM else sum(rooms[:2])


def _fact_room(sheet: Sheet, name: str, value: str) -> float:
    return max(sheet.height(value, SMALL_PT, WIDTH_MM - _NAME_MM), sheet.height(name, SMALL_PT, _NAME_MM - 3))


def draw_facts(sheet: Sheet, block: Facts) -> None:
    """Names in a column, values beside them; a few are not parted."""
    sheet.need(facts_room(sheet, block))
    for name, value in block.rows:
        sheet.need(_fact_room(sheet, name, value))
        top = sheet.y
        sheet.write(name, SMALL_PT, "muted", width=_NAME_MM - 3)
        below = sheet.y
        sheet.pdf.set_y(top)
        sheet.write(value, SMALL_PT, x=MARGIN_MM + _NAME_MM)
        sheet.pdf.set_y(max(below, sheet.y) + 0.4)
    sheet.skip(2.0)


def command_room(block: Command) -> float:
    """About how much of a page it takes, in mm."""
    return (block.text.count("\n") + 1) * SMALL_PT * LINE * MM_PER_POINT + 6


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
