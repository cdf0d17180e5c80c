"""Texts with their marks on paper, in cards side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from granview.export.report.document import TextCards
from granview.export.report.grid import in_a_row, rows_of
from granview.export.report.pdf.card_layout import CardLayout
from granview.export.report.pdf.example_title import draw_title
from granview.export.report.pdf.legend import draw_legend
from granview.export.report.pdf.sheet import MARGIN_MM, WIDTH_MM, Sheet, color_of
from granview.export.texts.page_content import TextColumn

_GAP_MM: Final = 3.0
_INSET_MM: Final = 2.6
_IN_A_ROW: Final = (2, 3, 4)
_TITLE_MM: Final = 6.5
_LEGEND_MM: Final = 4.5
_TOGETHER: Final = 0.55
_NOTE_PT: Final = 7.0
_BESIDE: Final = " · "


@dataclass(frozen=True)
class _Arrangement:
    """How cards stand: so many in a row, and how high each row is, in mm."""

    columns: int
    heights: tuple[float, ...]


def cards_room(sheet: Sheet, block: TextCards) -> float:
    """How much of a page the cards need to begin, in mm: all that they take up to half a page, else the first row."""
    heights = _arranged(sheet, block).heights
    whole = _TITLE_MM + sum(heights) + _below(sheet, block)
    return whole if whole <= (sheet.bottom - MARGIN_MM) * _TOGETHER else _TITLE_MM + heights[0]


def draw_text_cards(sheet: Sheet, block: TextCards) -> None:
    """Cards of equal height in rows; where they are higher than a page, one below the other."""
    arranged = _arranged(sheet, block)
    rows = list(rows_of(block.cards, arranged.columns))
    sheet.need(cards_room(sheet, block))
    draw_title(sheet, block.title, block.subtitle)
    for row, height in zip(rows, arranged.heights, strict=True):
        sheet.need(height + (_below(sheet, block) if row is rows[-1] else 0.0))
        _draw_row(sheet, row, arranged.columns)
    draw_legend(sheet, block.legend)
    if block.notes:
        sheet.write(_BESIDE.join(block.notes), _NOTE_PT, "muted")
    sheet.skip(2.5)


def _arranged(sheet: Sheet, block: TextCards) -> _Arrangement:
    """As many in a row as make the whole lowest; one, where a card would be higher than a page."""
    counts = {in_a_row(len(block.cards), most) for most in _IN_A_ROW}
    every = [_Arrangement(columns, _heights(sheet, block, columns)) for columns in sorted(counts)]
    fitting = [each for each in every if max(each.heights, default=0.0) <= sheet.bottom - MARGIN_MM]
    return min(fitting, key=lambda each: sum(each.heights)) if fitting else _Arrangement(1, _heights(sheet, block, 1))


def _heights(sheet: Sheet, block: TextCards, columns: int) -> tuple[float, ...]:
    return tuple(_row_height(sheet, row, columns) for row in rows_of(block.cards, columns))


def _below(sheet: Sheet, block: TextCards) -> float:
    """What the legend and the notes take."""
    notes = sheet.height(_BESIDE.join(block.notes), _NOTE_PT, WIDTH_MM) if block.notes else 0.0
    return notes + (_LEGEND_MM if block.legend else 0.0)


def _row_height(sheet: Sheet, row: Sequence[TextColumn], columns: int) -> float:
    return max(card.height for card in _laid_out(sheet, row, columns)) + 2 * _INSET_MM + _GAP_MM


def _width(columns: int) -> float:
    return (WIDTH_MM - _GAP_MM * (columns - 1)) / columns


def _laid_out(sheet: Sheet, cards: Sequence[TextColumn], columns: int) -> list[CardLayout]:
    return [CardLayout(sheet, card, _width(columns) - 2 * _INSET_MM) for card in cards]


def _draw_row(sheet: Sheet, row: Sequence[TextColumn], columns: int) -> None:
    pdf, width = sheet.pdf, _width(columns)
    cards = _laid_out(sheet, row, columns)
    height = max(card.height for card in cards) + 2 * _INSET_MM
    sheet.need(height + _GAP_MM)
    top = sheet.y
    pdf.set_auto_page_break(False)
    for place, card in enumerate(cards):
        x = MARGIN_MM + place * (width + _GAP_MM)
        pdf.set_draw_color(*color_of("rule"))
        pdf.set_line_width(0.2)
        pdf.rect(x, top, width, height, style="D", round_corners=True, corner_radius=1.6)
        card.draw(x + _INSET_MM, top + _INSET_MM)
    sheet.flow()
    pdf.set_y(top + height + _GAP_MM)
