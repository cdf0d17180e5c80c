"""The head of a cell: whose result it is, whether it is pinned, what it took, what the lane is doing."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from granview.gui.lanes.cell_status import Status, lane_status
from granview.gui.lanes.plain_tip import plain_tip
from granview.gui.model.cell_content import CellContent
from granview.gui.style.lane_colors import lane_color
from granview.gui.style.lane_mark import paint_lane_mark
from granview.gui.style.theme import SPACING, Theme
from granview.gui.widgets.fitted_text import whole_parts

_MARGIN: Final = SPACING
_DOT: Final = 8.0
_MARK: Final = 14
_NARROW_PX: Final = 100
"""Where a part of the head is narrower, its name needs the room; the chips say too what lanes are doing."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CellHead(QWidget):
    """Draws one part for each content: the lane's mark, title, pin, subtitle; on the right what the lane is doing.

    Over a picture it floats: as wide as its words, and of the name alone while the pointer rests elsewhere.
    More and less is a step, no fade: in between, letters would lie on the picture without the ground that makes them
    readable, and each step of a fade would paint the canvas below once more, in every cell at once.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, floats: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._floats = floats
        self._is_near = not floats
        self._contents: tuple[CellContent, ...] = ()
        self._active: tuple[bool, ...] = ()
        self._common: frozenset[str] = frozenset()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, floats)
        self.setFixedHeight(self._wanted_height())

    def sizeHint(self) -> QSize:
        """One line; floating, as wide as all that it says now."""
        if not self._floats:
            return QSize(20 * SPACING, self._wanted_height())
        return QSize(max(map(self._wanted_width, self._contents), default=0) * len(self._contents), self.height())

    def changeEvent(self, event: QEvent) -> None:
        """Be as high as the letters need."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedHeight(self._wanted_height())

    def show_contents(
        self, contents: Sequence[CellContent], active: Sequence[bool], common: frozenset[str] = frozenset()
    ) -> None:
        """Show these; those that cannot be seen now (``active`` is false) step back.

        Args:
            contents: What is shown.
            active: For each, whether it can be seen now.
            common: Notices that every lane has: they tell lanes apart no more, and get no sign.
        """
        self._contents, self._active, self._common = tuple(contents), tuple(active), common
        lines = [line for content in contents for line in (head_text(content), *content.lane_notices)]
        self.setToolTip(plain_tip("\n".join(lines)))
        self.update()

    def set_near(self, near: bool) -> None:
        """Say everything while the pointer is near, and the names, notices and failures while it rests elsewhere."""
        if self._floats and near != self._is_near:
            self._is_near = near
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the parts side by side."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), self._theme.color("panel"))
            width = self.width() // max(len(self._contents), 1)
            for index, (content, active) in enumerate(zip(self._contents, self._active, strict=False)):
                area = QRect(index * width, 0, width, self.height()).adjusted(_MARGIN, 0, -_MARGIN, 0)
                if index:
                    painter.fillRect(
                        QRectF(index * width, SPACING, 1, self.height() - 2 * SPACING), self._color("border")
                    )
                if content.pinned:
                    painter.fillRect(index * width, 0, width, 2, self._color("accent"))
                self._paint_part(painter, area, content, active)

    def _wanted_height(self) -> int:
        return self.fontMetrics().height() + (SPACING if self._floats else 2 * SPACING)

    def _wanted_width(self, content: CellContent) -> int:
        """What a part takes with all its words, in px."""
        width = 2 * _MARGIN + QFontMetrics(_bold(self.font())).horizontalAdvance(content.title) + 1
        width += round(_DOT) + SPACING if content.place is not None else 0
        width += (_MARK + SPACING) * (content.pinned + self.has_sign(content))
        metrics, subtitle, status = self.fontMetrics(), self._subtitle(content), _status_of(content)
        width += SPACING + metrics.horizontalAdvance(subtitle) if subtitle else 0
        return width + (2 * (SPACING + metrics.horizontalAdvance(_chip(status))) if status else 0)

    def _subtitle(self, content: CellContent) -> str:
        return content.subtitle if self._is_near else ""

    def has_sign(self, content: CellContent) -> bool:
        """Whether a sign says that something must be known of this lane, and not of all alike."""
        return not self._common.issuperset(content.lane_notices)

    def _paint_part(self, painter: QPainter, area: QRect, content: CellContent, active: bool) -> None:
        area = self._paint_status(painter, area, content)
        if content.place is not None:
            centre = QPointF(area.left() + _DOT / 2, area.center().y() + 1)
            paint_lane_mark(painter, lane_color(self._theme, content.place), centre, _DOT / 2)
            area.setLeft(area.left() + round(_DOT) + SPACING)
        bold = _bold(self.font())
        room = area.width() - (_MARK + SPACING) * (content.pinned + self.has_sign(content))
        title = QFontMetrics(bold).elidedText(content.title, Qt.TextElideMode.ElideMiddle, max(room, 0))
        painter.setFont(bold)
        painter.setPen(self._color("text" if active else "muted"))
        painter.drawText(area, _LEFT, title)
        area.setLeft(area.left() + QFontMetrics(bold).horizontalAdvance(title) + SPACING)
        if content.pinned:
            _paint_pin(painter, QRectF(area.left(), area.center().y() - _MARK / 2 + 1, _MARK, _MARK), self._theme)
            area.setLeft(area.left() + _MARK + SPACING)
        if self.has_sign(content):
            _paint_notice(painter, QRectF(area.left(), area.center().y() - _MARK / 2 + 1, _MARK, _MARK), self._theme)
            area.setLeft(area.left() + _MARK + SPACING)
        subtitle = whole_parts(self._subtitle(content), area.width(), self.fontMetrics())
        self._paint_words(painter, area, subtitle, "muted", _LEFT)

    def _paint_status(self, painter: QPainter, area: QRect, content: CellContent) -> QRect:
        """Draw what the lane is doing while an older result is shown, where there is room; what room is left."""
        status = _status_of(content)
        if status is None or area.width() < _NARROW_PX:
            return QRect(area)
        text = status_words(status, area.width() // 2, self.fontMetrics())
        self._paint_words(painter, area, text, status.tone.value, _RIGHT)
        return area.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(text) - SPACING, 0)

    def _paint_words(self, painter: QPainter, area: QRect, text: str, role: str, where: Qt.AlignmentFlag) -> None:
        painter.setFont(self.font())
        painter.setPen(self._color(role))
        painter.drawText(area, where, self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width()))

    def _color(self, role: str) -> QColor:
        return self._theme.color(role)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _status_of(content: CellContent) -> Status | None:
    """What the lane is doing while an older result is shown."""
    return lane_status(content) if content.has_result else None


def head_text(content: CellContent) -> str:
    """The head in one line, for tooltips and screen readers."""
    status = lane_status(content)
    return " · ".join(part for part in (content.title, content.subtitle, _chip(status) if status else "") if part)


def status_words(status: Status, room: int, metrics: QFontMetrics) -> str:
    """What a lane is doing in a width in px, beside its name: how far it is alone where there is no room for more."""
    text = _chip(status)
    if status.progress is not None and metrics.horizontalAdvance(text) > room:
        text = _percent(status.progress)
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def _chip(status: Status) -> str:
    return status.headline if status.progress is None else f"{status.headline} {_percent(status.progress)}"


def _percent(progress: float) -> str:
    return f"{round(progress * 100)} %"


def _paint_pin(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """A drawing pin, leaning."""
    painter.save()
    painter.translate(area.center())
    painter.rotate(40)
    painter.scale(area.width() / 16, area.height() / 16)
    head = QPainterPath()
    head.addRoundedRect(QRectF(-4.5, -7.5, 9, 2.6), 1.2, 1.2)
    head.addPolygon(
        [QPointF(-2.6, -5), QPointF(2.6, -5), QPointF(3, -0.5), QPointF(5, 2), QPointF(-5, 2), QPointF(-3, -0.5)]
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawPath(head)
    painter.setPen(QPen(theme.color("accent"), 1.6, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(0, 2), QPointF(0, 7.5))
    painter.restore()


def _paint_notice(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """An i in a ring; drawn, since not every font has the sign."""
    painter.save()
    painter.translate(area.center())
    painter.scale(area.width() / 16, area.height() / 16)
    painter.setPen(QPen(theme.color("warn"), 1.4, c=Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), 6.5, 6.5)
    painter.drawLine(QPointF(0, -0.4), QPointF(0, 3.4))
    painter.drawPoint(QPointF(0, -3.3))
    painter.restore()
