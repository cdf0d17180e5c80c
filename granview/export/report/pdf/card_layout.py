"""What a lane said of a text, laid out in a card: passages with marks, bars, sentences."""

import re
from collections.abc import Callable
from typing import Final

from granview.core.labels import Color
from granview.export.report.pdf.sheet import COLORS, MM_PER_POINT, Sheet, color_of
from granview.export.texts.page_content import Bar, Passage, Role, TextColumn, TextFormat, TextRun, Words

Draw = Callable[[float, float], None]
"""Draws something with its card's origin at a place in mm."""

_TITLE_PT: Final = 8.6
_SIZE_PT: Final = 8.0
_SMALL_PT: Final = 7.0
_LABEL_PT: Final = 5.4
_PASSAGE_LINE: Final = 1.8
_BAR_MM: Final = 1.7
_PIECES: Final = re.compile(r"\n|[^\S\n\u200b]+|[^\s\u200b]+")
_WHITE: Final = (255, 255, 255)


class CardLayout:
    """A card, laid out from its origin on.

    Args:
        sheet: What it is measured with, and drawn on.
        card: What it says.
        width: In mm.

    Attributes:
        height: In mm.
    """

    def __init__(self, sheet: Sheet, card: TextColumn, width: float) -> None:
        self._sheet = sheet
        self._width = width
        self._draws: list[Draw] = []
        self.height = 0.0
        self._text(card.title, _TITLE_PT, "text", is_strong=True)
        for detail in card.details:
            self._text(detail.text, _SMALL_PT, "accent" if detail.strong else "muted")
        self.height += 1.0
        for block in card.blocks:
            match block:
                case Words():
                    self._text(block.text, _SMALL_PT, block.role)
                case Bar():
                    self._bar(block)
                case Passage():
                    self._passage(block)

    def draw(self, x: float, y: float) -> None:
        """Draw it with its origin there."""
        for each in self._draws:
            each(x, y)

    def _text(self, text: str, size: float, role: Role, is_strong: bool = False) -> None:
        sheet, top, width = self._sheet, self.height, self._width
        self.height += sheet.height(text, size, width, is_strong)

        def draw(x: float, y: float) -> None:
            sheet.pdf.set_y(y + top)
            sheet.write(text, size, role, x=x, width=width, is_strong=is_strong)

        self._draws.append(draw)

    def _bar(self, bar: Bar) -> None:
        name = f"{bar.name}  {bar.note}" if bar.note else bar.name
        sign = {None: "", True: " ✓", False: " ✗"}[bar.verdict]
        value = "" if bar.value is None else f"{bar.value:.3f}"
        self._text(f"{name}   {value}{sign}".rstrip(), _SMALL_PT, "text", is_strong=bar.is_chosen)
        if bar.value is None:
            return
        sheet, top, part, color = self._sheet, self.height + 0.3, bar.value, _rgb(bar.color)
        self.height += _BAR_MM + 1.2

        def draw(x: float, y: float) -> None:
            for length, fill in ((self._width, COLORS["track"]), (self._width * part, color)):
                sheet.pdf.set_fill_color(*fill)
                sheet.pdf.rect(x, y + top, max(length, 0.01), _BAR_MM, style="F")

        self._draws.append(draw)

    def _passage(self, passage: Passage) -> None:
        if passage.caption:
            self._text(passage.caption, _SMALL_PT, "muted", is_strong=True)
        line = _SIZE_PT * _PASSAGE_LINE * MM_PER_POINT
        x = 0.0
        for run in passage.runs:
            for piece in _PIECES.findall(self._sheet.shown(run.text)):
                if piece == "\n":
                    x, self.height = 0.0, self.height + line
                    continue
                x = self._piece(piece, run, x, line, _SIZE_PT)
            if run.label:
                x = self._piece(run.label, run, x + 0.4, line, _LABEL_PT) + 0.6
        self.height += line + 0.6

    def _piece(self, text: str, run: TextRun, x: float, line: float, size: float) -> float:
        """A word at ``x``, or on the next line where it has no room; where it ends."""
        sheet = self._sheet
        sheet.font(size)
        width = sheet.width(text)
        if x > 0 and x + width > self._width:
            x, self.height = 0.0, self.height + line
            if text.isspace():
                return x
        if width > self._width and len(text) > 1:
            half = len(text) // 2
            return self._piece(text[half:], run, self._piece(text[:half], run, x, line, size), line, size)
        top, at = self.height, x

        def draw(left: float, y: float) -> None:
            _draw_piece(sheet, text, run.text_formats, (left + at, y + top, width, line), size)

        self._draws.append(draw)
        return x + width


def _draw_piece(
    sheet: Sheet, text: str, formats: tuple[TextFormat, ...], box: tuple[float, float, float, float], size: float
) -> None:
    """A word with its ground, lines and letters; ``box`` is its left, top, width and height in mm."""
    x, y, width, height = box
    pdf, letters = sheet.pdf, size * MM_PER_POINT
    top, bottom = y + height / 2 - letters * 0.72, y + height / 2 + letters * 0.52
    for each in formats:
        color = _rgb(each.color)
        if each.fill:
            pdf.set_fill_color(*_blended(color, each.fill))
            pdf.rect(x, top, width, bottom - top, style="F")
        pdf.set_draw_color(*color)
        pdf.set_line_width(0.35)
        if each.under:
            pdf.line(x, bottom, x + width, bottom)
        if each.about:
            pdf.set_line_width(0.25)
            pdf.rect(x, top, width, bottom - top, style="D")
    height_mm = sheet.font(size, "text", is_strong=size == _LABEL_PT)
    pdf.set_xy(x, y + (height - height_mm) / 2)
    pdf.cell(width + 0.5, height_mm, text)
    for each in formats:
        if each.is_struck:
            pdf.set_draw_color(*_rgb(each.color))
            pdf.line(x, y + height / 2, x + width, y + height / 2)


def _rgb(color: Color | Role) -> Color:
    return color_of(color) if isinstance(color, str) else color


def _blended(color: Color, opacity: float) -> Color:
    """The colour at an opacity over white."""
    red, green, blue = (
        round(part * opacity + ground * (1 - opacity)) for part, ground in zip(color, _WHITE, strict=True)
    )
    return red, green, blue
