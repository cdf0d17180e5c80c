"""The text of a cell: a plain text view that draws what is said about its text, and tells what the mouse is over."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from granview.gui.lanes.texts.mark_painter import MarkPainter
from granview.gui.lanes.texts.overlay import Overlay, alike, paint_labels
from granview.gui.lanes.texts.text_page import TextPage
from granview.gui.model.shown_text import ShownText
from granview.gui.model.text_viewport import TextSpan
from granview.gui.presenters.marks import Emphasis, Marks, TextFormat
from granview.gui.style.theme import SPACING, Theme

_CARET_PX: Final = 2
_LEADING: Final = 0.25


class TextBody(TextPage):
    """Read-only: selecting, copying and the keys of any text view; what is copied is the source, as it stands there."""

    pointed = Signal(object)
    """Offset of the code point that the mouse is over, or None."""

    clicked = Signal(int)
    """The offset of the code point that was clicked on."""

    touched = Signal()
    """The left button was released over it, wherever: on a word, beside it, or where there is no text at all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._overlay = Overlay()
        self._has_labels = False
        self._is_writing = False
        self._draw = MarkPainter(theme, self.font())
        self._lines.set_room(self._room())

    @property
    def text_span(self) -> TextSpan | None:
        """What stands out as pointed at."""
        return self._overlay.text_span

    def show_text(self, shown: ShownText, is_writing: bool = False) -> None:
        """Show a text; what it begins with and what was shown before is left as it is."""
        was_writing, self._is_writing = self._is_writing, is_writing
        if self.put(shown, grows=was_writing) or was_writing != is_writing:
            self.viewport().update()

    def show_marks(self, marks: Marks, shades: Marks, emphasis: Emphasis) -> None:
        """Draw these about the letters."""
        over = self._overlay
        if marks is not over.marks or shades is not over.shades or emphasis != over.emphasis:
            self._overlay = replace(over, marks=marks, shades=shades, emphasis=emphasis)
            self.viewport().update()

    def show_matches(self, matches: Marks, current: TextSpan | None) -> None:
        """Show what a search has found, one of it as the place that the user is at."""
        if matches is not self._overlay.matches or current != self._overlay.current:
            self._overlay = replace(self._overlay, matches=matches, current=current)
            self.viewport().update()

    def set_room_for_labels(self, has_labels: bool) -> None:
        """Leave room above the lines for labels, or only what makes lines easy to read."""
        self._has_labels = has_labels
        self._lines.set_room(self._room())

    def point_at(self, text_span: TextSpan | None) -> None:
        """Let a span stand out."""
        before = self._overlay.text_span
        if text_span == before:
            return
        self._overlay = replace(self._overlay, text_span=text_span)
        for changed in (before, text_span):
            self._update_text_span(changed)

    def set_text_font(self, font: QFont) -> None:
        """Show the text in this font."""
        self.setFont(font)
        self._draw = MarkPainter(self._theme, font)
        self.document().setDocumentMargin(SPACING + 4)
        self._lines.set_room(self._room())

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self._draw = MarkPainter(theme, self.font())
        self._lines.lay_out_anew()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw grounds, then the text, then lines and labels."""
        drawn = [one for seen in self.visible(event.rect()) for one in self._overlay.drawn(seen)]
        together = alike(drawn)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for text_format, is_faint, boxes in together:
                self._draw.ground(painter, boxes, text_format, is_faint)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not self.textCursor().hasSelection():
                self._paint_letters(painter, together, event.rect())
            for text_format, is_faint, boxes in together:
                self._draw.lines(painter, boxes, text_format, is_faint)
            if self._has_labels:
                paint_labels(self._draw, painter, drawn, self.viewport().width())
            if self._is_writing:
                self._paint_caret(painter)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the mouse is over; select as usual."""
        super().mouseMoveEvent(self.snapped(event))
        self.pointed.emit(self.offset_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select, from the line that the mouse is at, the room above it included."""
        super().mousePressEvent(self.snapped(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked on; a release that ends a selection is no click."""
        super().mouseReleaseEvent(self.snapped(event))
        if event.button() == Qt.MouseButton.LeftButton:
            self.touched.emit()
        offset = self.offset_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and offset is not None and not self.textCursor().hasSelection():
            self.clicked.emit(offset)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        super().mouseDoubleClickEvent(self.snapped(event))

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell that the mouse has left."""
        if event.type() == QEvent.Type.Leave:
            self.pointed.emit(None)
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the room above the lines in step with the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_draw"):
            self._draw = MarkPainter(self._theme, self.font())
            self._lines.set_room(self._room())

    def _room(self) -> float:
        metrics = self.fontMetrics()
        return self._draw.label_height if self._has_labels else round(metrics.height() * _LEADING)

    def _paint_letters(
        self, painter: QPainter, together: list[tuple[TextFormat, bool, list[QRectF]]], area: QRect
    ) -> None:
        """Write letters anew where the text's own colour does not stand out from the ground that is behind them."""
        paragraphs = list(self.visible(area))
        for text_format, is_faint, boxes in together:
            colors = self._draw.letters(text_format, is_faint)
            if colors is None:
                continue
            ground, letters = colors
            painter.save()
            region = QRegion()
            for box in boxes:
                region += box.toAlignedRect()
            painter.setClipRegion(region)
            painter.fillRect(area, ground)
            painter.setPen(letters)
            for seen in paragraphs:
                seen.block.layout().draw(painter, seen.at)
            painter.restore()

    def _paint_caret(self, painter: QPainter) -> None:
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        box = self.cursorRect(cursor)
        painter.fillRect(QRectF(box.left() + 1, box.top(), _CARET_PX, box.height()), QColor(self._theme.accent))

    def _update_text_span(self, text_span: TextSpan | None) -> None:
        for box in self.boxes_of(text_span) if text_span is not None else ():
            self.viewport().update(box.adjusted(-4, -3, 4, 3).toAlignedRect())
