"""What stands above the text of a cell: questions, bars, a few facts."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from granview.gui.presenters.text_presenter import Bar, SummaryText
from granview.gui.style.stylesheet import tabular
from granview.gui.style.theme import SPACING, Theme

_SIDE: Final = SPACING + 4
_MOST_LETTERS: Final = 600
_NAME_LEAST, _NAME_MOST = 0.25, 0.55
_TRACK: Final = 6
_DOT: Final = 8
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT_MARK, _WRONG_MARK = "✓", "✗"

Row = Bar | SummaryText


class SummaryRows(QWidget):
    """Draws rows of words and bars, one under the other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[Row, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these."""
        self._rows = tuple(rows)
        self.setAccessibleName("; ".join(_as_words(row) for row in rows))
        long = [row.text for row in rows if isinstance(row, SummaryText) and len(row.text) > _MOST_LETTERS]
        self.setToolTip("")
        if long:
            self.setToolTip(self.tr("Shown up to the {n}th character.").format(n=_MOST_LETTERS))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self.update()

    def heightForWidth(self, width: int) -> int:
        """As high as the rows need."""
        if not self._rows:
            return 0
        return sum(self._height(row, width) for row in self._rows) + SPACING // 2

    def height_within(self, width: int, most: int) -> int:
        """As high as the rows need that fit wholly into ``most``; where none does, all of it, but at least a line."""
        heights = accumulate((self._height(row, width) for row in self._rows), initial=SPACING // 2)
        whole = [height for height in list(heights)[1:] if height <= most]
        return whole[-1] if whole else max(most, min(self.fontMetrics().height() + SPACING, self.heightForWidth(width)))

    def sizeHint(self) -> QSize:
        """As high as the rows need at the width there is."""
        return QSize(20 * SPACING, self.heightForWidth(max(self.width(), 20 * SPACING)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), self._theme.color("panel"))
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            top = SPACING // 2
            for row in self._rows:
                height = self._height(row, self.width())
                area = QRect(_SIDE, top, self.width() - 2 * _SIDE, height)
                if isinstance(row, Bar):
                    self._paint_bar(painter, area, row)
                else:
                    self._paint_words(painter, area, row)
                top += height

    def _height(self, row: Row, width: int) -> int:
        metrics = self.fontMetrics()
        if isinstance(row, Bar):
            return metrics.height() + SPACING // 2
        room = QRect(0, 0, max(width - 2 * _SIDE, 1), 100_000)
        letters = QFontMetrics(self._bold()) if row.caption else metrics
        words = letters.boundingRect(room, int(_WRAPPED), _cut(row.text)).height()
        return words + (metrics.height() if row.caption else 0) + SPACING // 2

    def _paint_words(self, painter: QPainter, area: QRect, row: SummaryText) -> None:
        painter.setFont(self.font())
        if row.caption:
            painter.setPen(self._theme.color("muted"))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), row.caption)
            area = area.adjusted(0, self.fontMetrics().height(), 0, 0)
            painter.setFont(self._bold())
        painter.setPen(self._theme.color(row.role))
        painter.drawText(area, int(_WRAPPED), _cut(row.text))

    def _paint_bar(self, painter: QPainter, area: QRect, row: Bar) -> None:
        percent = QFontMetrics(tabular(self._bold())).horizontalAdvance("100.0 %")
        mark = self.fontMetrics().horizontalAdvance("✓ ")
        if row.value is None:
            area = self._paint_dot(painter, area, row)
        name = QRect(area.left(), area.top(), self._name_width(area.width()), area.height())
        self._paint_name(painter, name if row.value is not None else area, row)
        if row.value is None:
            return
        left, right = name.right() + SPACING, area.right() - percent - mark - SPACING
        track = QRectF(left, area.center().y() - _TRACK / 2 + 1, max(right - left, 0), _TRACK)
        self._paint_track(painter, track, row, row.value)
        painter.setFont(tabular(self._bold() if row.is_chosen else self.font()))
        painter.setPen(self._theme.color("text" if row.is_chosen else "muted"))
        number = QRect(area.right() - percent - mark, area.top(), percent, area.height())
        painter.drawText(number, int(Qt.AlignmentFlag.AlignRight | _MIDDLE), _percent(row.value))
        if row.verdict is not None:
            painter.setPen(self._theme.color("good" if row.verdict else "bad"))
            place = QRect(area.right() - mark + 4, area.top(), mark, area.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | _MIDDLE), _mark(row))

    def _name_width(self, room: int) -> int:
        """Room for the names: what the longest needs, within its part of a row."""
        bold = QFontMetrics(self._bold())
        bars = [row for row in self._rows if isinstance(row, Bar)]
        longest = max(bold.horizontalAdvance(f"{row.name}  {row.note}") for row in bars)
        return round(min(max(longest, room * _NAME_LEAST), room * _NAME_MOST))

    def _paint_dot(self, painter: QPainter, area: QRect, row: Bar) -> QRect:
        """Draw the colour of a row without a bar, in a square as classes have; what room is left."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color(row))
        painter.drawRoundedRect(QRectF(area.left(), area.center().y() - _DOT / 2 + 1, _DOT, _DOT), 2, 2)
        return area.adjusted(_DOT + SPACING, 0, 0, 0)

    def _paint_name(self, painter: QPainter, area: QRect, row: Bar) -> None:
        font = self._bold() if row.is_chosen else self.font()
        metrics = QFontMetrics(font)
        note = f"  {row.note}" if row.note else ""
        room = max(area.width() - self.fontMetrics().horizontalAdvance(note), 0)
        words = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | _MIDDLE), words)
        painter.setFont(self.font())
        painter.setPen(self._theme.color("muted"))
        rest = area.adjusted(metrics.horizontalAdvance(words), 0, 0, 0)
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | _MIDDLE), note)

    def _paint_track(self, painter: QPainter, area: QRectF, row: Bar, value: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("border"))
        painter.drawRoundedRect(area, _TRACK / 2, _TRACK / 2)
        color = self._color(row)
        color.setAlphaF(1.0 if row.is_chosen else 0.6)
        painter.setBrush(color)
        width = area.width() * min(max(value, 0.0), 1.0)
        if width > 0:
            painter.drawRoundedRect(QRectF(area.left(), area.top(), max(width, 2), _TRACK), _TRACK / 2, _TRACK / 2)

    def _color(self, row: Bar) -> QColor:
        return self._theme.color("accent") if row.color is None else QColor(*row.color)

    def _bold(self) -> QFont:
        result = QFont(self.font())
        result.setWeight(QFont.Weight.DemiBold)
        return result


class Summary(QScrollArea):
    """Rows that scroll where they take more than their part of a cell."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = SummaryRows(theme)
        self.setWidget(self.content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", "true")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(0)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; none hides the summary."""
        self.content.show_rows(rows)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.content.set_theme(theme)

    def wanted_height(self, width: int, most: int) -> int:
        """The height that the rows need at a width, but no more than ``most``."""
        wanted = self.content.heightForWidth(width)
        if wanted <= most:
            return wanted
        return self.content.height_within(width - self.verticalScrollBar().sizeHint().width(), most)


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…"


def _percent(value: float) -> str:
    return f"{value * 100:.1f} %"


def _mark(row: Bar) -> str:
    return _RIGHT_MARK if row.verdict else _WRONG_MARK


def _as_words(row: Row) -> str:
    if isinstance(row, SummaryText):
        return f"{row.caption}: {row.text}" if row.caption else row.text
    verdict = f" {_mark(row)}" if row.verdict is not None else ""
    return f"{row.name} {_percent(row.value)}{verdict}" if row.value is not None else row.name
