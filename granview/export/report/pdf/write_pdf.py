"""A report as PDF: A4, vector plots and text, pictures as they are, bookmarks, the number of each page.

By fpdf2, which the pages of pictures are written with too. It draws what the document says, block by block, as the HTML
does, so that both say the same.
"""

import datetime
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO, Final

from granview.export.report import document
from granview.export.report.pdf.cards_block import cards_room, draw_text_cards
from granview.export.report.pdf.figure_block import draw_figure, figure_room
from granview.export.report.pdf.fonts import INSTALL_HINT, fonts_for
from granview.export.report.pdf.picture_block import draw_picture_row, picture_room
from granview.export.report.pdf.sheet import MARGIN_MM, SMALL_PT, WIDTH_MM, Sheet, new_sheet
from granview.export.report.pdf.small_print import draw_small_print
from granview.export.report.pdf.table_block import draw_table, table_room
from granview.export.report.pdf.text_blocks import (
    command_room,
    draw_bullets,
    draw_command,
    draw_facts,
    draw_paragraph,
    draw_sub_heading,
    facts_room,
    paragraph_room,
)
from granview.export.texts.unprintable_characters import named

_DRAWERS: Final[dict[type, Callable[[Sheet, Any], None]]] = {
    document.Paragraph: draw_paragraph,
    document.SubHeading: draw_sub_heading,
    document.Bullets: draw_bullets,
    document.Table: draw_table,
    document.Figure: draw_figure,
    document.PictureRow: draw_picture_row,
    document.TextCards: draw_text_cards,
    document.Facts: draw_facts,
    document.SmallPrint: draw_small_print,
    document.Command: draw_command,
}
_ROOMS: Final[dict[type, Callable[[Sheet, Any], float]]] = {
    document.SubHeading: lambda _sheet, _block: 10.0,
    document.Paragraph: paragraph_room,
    document.Table: table_room,
    document.Figure: figure_room,
    document.PictureRow: lambda _, block: picture_room(block),
    document.TextCards: cards_room,
    document.Facts: facts_room,
    document.Command: lambda _, block: command_room(block),
}
"""How much of a page each block needs to begin; others a few lines."""
_LEADING: Final = frozenset({document.SubHeading, document.Paragraph})
"""What stays with what follows."""
_HEADING_MM: Final = 12.0
_LINES_MM: Final = 14.0
_OWN_SIGNS: Final = "•✓✗–−…→←0123456789/"
_SHOWN: Final = 20


def write_pdf(report: document.ReportDocument, file: BinaryIO) -> None:
    """Write a report; the same bytes for the same document on one machine."""
    fonts = fonts_for([*_texts(report), _OWN_SIGNS])
    with _quiet(), new_sheet(fonts, report.footer) as sheet:
        pdf = sheet.pdf
        pdf.set_title(named(report.title))
        pdf.set_lang(report.language)
        pdf.set_creator("GranView")
        pdf.set_creation_date(_date(report.date))
        _draw_head(sheet, report, fonts.missing)
        for section in report.sections:
            _draw_section(sheet, section)
        file.write(pdf.output())


@contextmanager
def _quiet() -> Iterator[None]:
    """Let fpdf2 not print that fonts lack what lets lines end; characters that no font has are said in the report."""
    logger = logging.getLogger("fpdf")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)


def _draw_head(sheet: Sheet, report: document.ReportDocument, missing: str) -> None:
    sheet.write(report.title, 18, is_strong=True)
    sheet.skip(1.0)
    sheet.write(" · ".join(filter(None, (report.subtitle, report.date))), 9, "muted")
    sheet.skip(2.0)
    sheet.line(MARGIN_MM, MARGIN_MM + WIDTH_MM, sheet.y)
    sheet.skip(2.0)
    if missing:
        shown = " ".join(f"U+{ord(character):04X}" for character in missing[:_SHOWN])
        more = f" … ({len(missing)})" if len(missing) > _SHOWN else ""
        words = report.no_font.format(characters=f"{shown}{more}", fonts=INSTALL_HINT)
        sheet.write(words, SMALL_PT, "warn")


def _draw_section(sheet: Sheet, section: document.Section) -> None:
    sheet.skip(4.0)
    sheet.need(_HEADING_MM + _room(sheet, section.blocks))
    sheet.pdf.start_section(sheet.shown(section.title))
    sheet.write(section.title, 13.5, is_strong=True)
    sheet.skip(1.6)
    for place, block in enumerate(section.blocks):
        if type(block) in _LEADING:
            sheet.need(_room(sheet, section.blocks[place:]))
        _DRAWERS[type(block)](sheet, block)


def _room(sheet: Sheet, blocks: Sequence[document.Block]) -> float:
    """How much of a page the first blocks need, in mm, so that no heading stands at its foot alone."""
    needed = 0.0
    for block in blocks:
        needed += _room_of(sheet, block)
        if type(block) not in _LEADING:
            break
    return needed


def _room_of(sheet: Sheet, block: document.Block) -> float:
    room = _ROOMS.get(type(block))
    return _LINES_MM if room is None else room(sheet, block)


def _date(text: str) -> datetime.datetime:
    """The day as a time; of a report without one the first of all."""
    day = datetime.date.fromisoformat(text) if text else datetime.date(1970, 1, 1)
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)


def _texts(thing: Any) -> Iterator[str]:
    """Every text in a document, however deep."""
    if isinstance(thing, str):
        yield named(thing)
    elif isinstance(thing, tuple | list):
        for each in thing:
            yield from _texts(each)
    elif isinstance(thing, dict):
        for each in thing.values():
            yield from _texts(each)
    elif not isinstance(thing, bytes | int | float | type(None)):
        yield from _texts(_fields(thing))


def _fields(thing: Any) -> list[Any]:
    names = getattr(thing, "__dataclass_fields__", None) or thing.__struct_fields__
    return [getattr(thing, name) for name in names]
