"""Texts with their marks on paper, in cards side by side."""

from collections.abc import Sequence
from typing import Final

from granview.export.report.document import TextCards
from granview.export.report.grid import in_a_row, rows_of
from granview.export.report.pdf.card_layout import CardLayout
from granview.export.report.pdf.legend import draw_legend
from granview.export.report.pdf.sheet import MARGIN_MM, SMALL_PT, WIDTH_MM, Sheet, color_of
from granview.export.texts.page_content import TextColumn

_GAP_MM: Final = 3.0
_INSET_MM: Final = 2.6
_MOST_IN_A_ROW: Final = 3


def draw_text_cards(sheet: Sheet, block: TextCards) -> None:
    """Cards of equal height in rows; where they are higher than a page, one below the other."""
    columns = in_a_row(len(block.cards), _MOST_IN_A_ROW)
    sheet.need(40)
    sheet.write(block.title, is_strong=True)
    sheet.write(block.subtitle, SMALL_PT, "muted")
    sheet.skip(1.0)
    if max(card.height for card in _laid_out(sheet, block.cards, columns)) > sheet.bottom - MARGIN_MM - 2 * _INSET_MM:
        columns = 1
    for row in rows_of(block.cards, columns):
        _draw_row(sheet, row, columns)
    draw_legend(sheet, block.legend)
    for note in block.notes:
        sheet.write(note, 7, "muted")
    sheet.skip(4.0)


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
