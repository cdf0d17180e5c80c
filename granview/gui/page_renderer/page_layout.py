"""A page laid out: header, what was given, the columns in rows of cards, legend, footer."""

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from granview.export.texts.page_content import TextColumn, TextPage
from granview.gui.page_renderer.drawn_blocks import DrawnBlock, DrawnLegend, Gap, drawn_blocks_of, drawn_line
from granview.gui.page_renderer.fonts import FOOTER_PX, HEADING_PX, TITLE_PX, Fonts
from granview.gui.page_renderer.page_colors import page_color

MARGIN: Final = 32.0
CARD_PX: Final = 420.0
_INSET: Final = 18.0
_GUTTER: Final = 16.0
_MOST_IN_A_ROW: Final = 4
_LEAST_PX: Final = 760.0
_MISSING: Final = " · no font on this machine has all characters of this page"

Placed = tuple[QPointF, DrawnBlock]


class PageLayout:
    """A page, ready to be drawn.

    Args:
        page: What it says.
        fonts: Its fonts.

    Attributes:
        width: In px.
        height: In px.
    """

    def __init__(self, page: TextPage, fonts: Fonts) -> None:
        self._fonts = fonts
        self._placed: list[Placed] = []
        self._cards: list[QRectF] = []
        n = max(len(page.panels), 1)
        self._in_a_row = math.ceil(n / math.ceil(n / _MOST_IN_A_ROW))
        row = self._in_a_row * CARD_PX + (self._in_a_row - 1) * _GUTTER
        self._room = max(row, _LEAST_PX)
        self._card = (self._room - (self._in_a_row - 1) * _GUTTER) / self._in_a_row
        self.width = self._room + 2 * MARGIN
        self._bottom = MARGIN
        self._lay_out(page)
        self.height = self._bottom + MARGIN * 0.75

    def draw(self, painter: QPainter) -> None:
        """Draw it from the origin on."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.width, self.height), page_color("ground"))
        painter.setPen(QPen(page_color("rule"), 1))
        painter.drawLine(QPointF(MARGIN, self._rule), QPointF(self.width - MARGIN, self._rule))
        for card in self._cards:
            painter.setPen(QPen(page_color("rule"), 1))
            painter.setBrush(page_color("ground"))
            painter.drawRoundedRect(card, 10, 10)
        for at, piece in self._placed:
            piece.draw(painter, at)

    def _lay_out(self, page: TextPage) -> None:
        fonts, room = self._fonts, self._room
        heading = drawn_line(page.title, fonts, room, HEADING_PX, "text", is_bold=True)
        self._stack([heading, drawn_line(page.subtitle, fonts, room), Gap(12)])
        self._rule = self._bottom
        self._stack([Gap(18)])
        if page.input_blocks:
            self._stack([*drawn_blocks_of(page.input_blocks, fonts, room), Gap(18)])
        for first in range(0, len(page.panels), self._in_a_row):
            self._lay_out_row(page.panels[first : first + self._in_a_row])
        if page.legend or page.notes:
            self._stack([Gap(6), DrawnLegend(page.legend, page.notes, fonts, room)])
        has_all = all(piece.has_all_letters for _, piece in self._placed)
        footer = page.footer if has_all else page.footer + _MISSING
        self._stack([Gap(8), drawn_line(footer, fonts, room, FOOTER_PX)])

    def _lay_out_row(self, panels: Sequence[TextColumn]) -> None:
        """Cards of equal height side by side; what lanes say begins at the same height in all of them."""
        width = self._card - 2 * _INSET
        heads = [self._head(panel, width) for panel in panels]
        head = max(sum(piece.height for piece in pieces) for pieces in heads)
        top, lowest = self._bottom, 0.0
        for index, (panel, pieces) in enumerate(zip(panels, heads, strict=True)):
            at = QPointF(MARGIN + index * (self._card + _GUTTER) + _INSET, top + _INSET)
            self._place(pieces, at)
            body = list(drawn_blocks_of(panel.blocks, self._fonts, width))
            lowest = max(lowest, self._place(body, at + QPointF(0, head + 12)))
        height = lowest + _INSET - top
        for index in range(len(panels)):
            self._cards.append(QRectF(MARGIN + index * (self._card + _GUTTER), top, self._card, height))
        self._bottom = top + height + _GUTTER

    def _head(self, panel: TextColumn, width: float) -> list[DrawnBlock]:
        fonts = self._fonts
        title = drawn_line(panel.title, fonts, width, TITLE_PX, "text", is_bold=True)
        return [
            title,
            *(
                drawn_line(line.text, fonts, width, role="accent" if line.strong else "muted", is_bold=line.strong)
                for line in panel.details
            ),
        ]

    def _stack(self, pieces: Sequence[DrawnBlock]) -> None:
        self._bottom = self._place(pieces, QPointF(MARGIN, self._bottom))

    def _place(self, pieces: Sequence[DrawnBlock], at: QPointF) -> float:
        """Put pieces one below the other; where the last one ends."""
        for piece in pieces:
            self._placed.append((at, piece))
            at = at + QPointF(0, piece.height)
        return at.y()
