"""The parts of a drawn page, each of a known height in a given width."""

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from granview.core.labels import Color
from granview.export.page_content import LegendEntry
from granview.export.texts.page_content import Bar, Block, Passage, TextRun, Words
from granview.gui.page_renderer.fonts import DETAIL_PX, LABEL_PX, PASSAGE_PX, Fonts
from granview.gui.page_renderer.page_colors import page_color
from granview.gui.page_renderer.passage_layout import PassageLayout

_BOLD: Final = QFont.Weight.Bold
_NAME_PART: Final = 0.40
_VALUE_PX: Final = 58
_TRACK_PX: Final = 8
_GAP_PX: Final = 10
_DOT_PX: Final = 11
_SIGNS: Final = {None: "", True: " ✓", False: " ✗"}
_SIGN_ROLES: Final = {None: "text", True: "good", False: "bad"}


class DrawnBlock(Protocol):
    """Something that takes a span of a column.

    Attributes:
        height: In px.
        has_all_letters: Whether there is a font for all that it says.
    """

    height: float
    has_all_letters: bool

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it with its upper left corner at a point."""
        ...


class Gap:
    """Nothing, of some height."""

    has_all_letters = True

    def __init__(self, height: float) -> None:
        self.height = height

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Nothing is drawn."""


class DrawnBar:
    """A name, a bar and a value in one row; or a dot and a name."""

    def __init__(self, bar: Bar, fonts: Fonts, width: float) -> None:
        self._bar = bar
        self._width = width
        font = fonts.plain(DETAIL_PX, _BOLD if bar.is_chosen else QFont.Weight.Normal)
        plain = fonts.plain(DETAIL_PX)
        room = width - _DOT_PX - 8 if bar.value is None else width * _NAME_PART - _GAP_PX
        self._name = PassageLayout((TextRun(bar.name),), font, plain, room)
        self._note = PassageLayout((TextRun(bar.note),), plain, plain, room, "muted") if bar.note else None
        sign = _SIGNS[bar.verdict]
        value = "" if bar.value is None else f"{bar.value:.3f}"
        self._value = PassageLayout((TextRun(value),), plain, plain, _VALUE_PX)
        self._sign = PassageLayout((TextRun(sign),), plain, plain, _VALUE_PX, _SIGN_ROLES[bar.verdict])
        self.height = self._name.height + (self._note.height if self._note and self._is_below else 0)
        self.has_all_letters = self._name.has_all_letters

    @property
    def _is_below(self) -> bool:
        """Whether the note does not fit beside the name."""
        assert self._note is not None
        return self._name.natural_width + self._note.natural_width + 8 > self._width * _NAME_PART - _GAP_PX

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw the row."""
        if self._bar.value is None:
            middle = at.y() + self.height / 2
            _swatch(painter, QRectF(at.x(), middle - _DOT_PX / 2, _DOT_PX, _DOT_PX), self._bar.color)
            self._name.draw(painter, QPointF(at.x() + _DOT_PX + 8, at.y()))
            return
        self._name.draw(painter, at)
        if self._note is not None:
            below = QPointF(0, self._name.height) if self._is_below else QPointF(self._name.natural_width + 8, 0)
            self._note.draw(painter, at + below)
        left, right = at.x() + self._width * _NAME_PART, at.x() + self._width - _VALUE_PX
        self._draw_track(painter, QRectF(left, at.y() + (self.height - _TRACK_PX) / 2, right - left, _TRACK_PX))
        top = at.y() + (self.height - self._value.height) / 2
        self._value.draw(painter, QPointF(right + _GAP_PX, top))
        self._sign.draw(painter, QPointF(right + _GAP_PX + self._value.natural_width, top))

    def _draw_track(self, painter: QPainter, track: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(page_color("track"))
        painter.drawRoundedRect(track, _TRACK_PX / 2, _TRACK_PX / 2)
        value = min(max(self._bar.value or 0.0, 0.0), 1.0)
        if value:
            filled = QRectF(track.left(), track.top(), max(track.width() * value, 2.0), track.height())
            painter.setBrush(page_color(self._bar.color))
            painter.drawRoundedRect(filled, min(_TRACK_PX, filled.width()) / 2, _TRACK_PX / 2)


class DrawnLegend:
    """Swatches with names, then what signs mean, as many in a row as fit."""

    def __init__(self, entries: Sequence[LegendEntry], notes: Sequence[str], fonts: Fonts, width: float) -> None:
        plain = fonts.plain(DETAIL_PX)
        self._items: list[tuple[float, float, Color | None, PassageLayout]] = []
        names: list[tuple[Color | None, str, str]] = [(entry.color, entry.name, "text") for entry in entries]
        names += [(None, note, "muted") for note in notes]
        x = y = row = 0.0
        for color, name, role in names:
            dot = 0 if color is None else _DOT_PX + 7
            lettering = PassageLayout((TextRun(name),), plain, plain, width - dot, role)
            needed = dot + lettering.natural_width
            if x and x + needed > width:
                x, y = 0.0, y + row
            self._items.append((x, y, color, lettering))
            x, row = x + needed + 22, lettering.height
        self.height = y + row
        self.has_all_letters = all(lettering.has_all_letters for *_, lettering in self._items)

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw all of them."""
        for x, y, color, lettering in self._items:
            place = at + QPointF(x, y)
            if color is not None:
                middle = place.y() + lettering.height / 2
                _swatch(painter, QRectF(place.x(), middle - _DOT_PX / 2, _DOT_PX, _DOT_PX), color)
                place = place + QPointF(_DOT_PX + 7, 0)
            lettering.draw(painter, place)


def drawn_blocks_of(blocks: Sequence[Block], fonts: Fonts, width: float) -> Iterator[DrawnBlock]:
    """The blocks of a column, with the gaps between them."""
    for index, block in enumerate(blocks):
        if index:
            yield Gap(4 if isinstance(block, Bar) and isinstance(blocks[index - 1], Bar) else 10)
        yield from _pieces(block, fonts, width)


def drawn_line(
    text: str, fonts: Fonts, width: float, size_px: float = DETAIL_PX, role: str = "muted", is_bold: bool = False
) -> PassageLayout:
    """A line of words, wrapped where it is too long."""
    font = fonts.plain(size_px, _BOLD if is_bold else QFont.Weight.Normal)
    return PassageLayout((TextRun(text),), font, font, width, role)


def _pieces(block: Block, fonts: Fonts, width: float) -> Iterator[DrawnBlock]:
    match block:
        case Passage():
            if block.caption:
                yield drawn_line(block.caption, fonts, width, is_bold=True)
            font = fonts.code(PASSAGE_PX) if block.is_code else fonts.plain(PASSAGE_PX)
            yield PassageLayout(block.runs, font, fonts.plain(LABEL_PX, QFont.Weight.Bold), width)
        case Words():
            yield drawn_line(block.text, fonts, width, role=block.role)
        case Bar():
            yield DrawnBar(block, fonts, width)


def _swatch(painter: QPainter, box: QRectF, color: Color | str) -> None:
    painter.setPen(QPen(page_color(color).darker(120), 1))
    painter.setBrush(page_color(color))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
