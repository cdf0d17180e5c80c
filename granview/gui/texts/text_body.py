"""The text of a cell: a plain text view that draws what is said about its text, and tells what the mouse is over."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from granview.gui.model.text_link import Stretch
from granview.gui.style.theme import SPACING, Theme
from granview.gui.texts.geometry import Paragraph, line_at, position_at
from granview.gui.texts.line_layout import LineLayout
from granview.gui.texts.mark_painter import MarkPainter
from granview.gui.texts.marks import Emphasis, Marks
from granview.gui.texts.overlay import Overlay, Visible, paint_labels
from granview.gui.texts.quiet_edit import QuietEdit
from granview.gui.texts.shown_text import ShownText
from granview.scoring.text_edits import EditKind

_CARET_PX: Final = 2
_LEADING: Final = 0.25


class TextBody(QuietEdit):
    """Read-only: selecting, copying and the keys of any text view; what is copied is the source, as it stands there."""

    pointed = Signal(object)
    """Offset of the code point that the mouse is over, or None."""

    clicked = Signal(int)
    """The offset of the code point that was clicked on."""

    scrolled = Signal()
    """The user scrolled."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = ShownText("")
        self._overlay = Overlay()
        self._has_labels = False
        self._is_writing = False
        self._scrolls = False
        self._draw = MarkPainter(theme, self.font())
        self._set_up()

    @property
    def shown(self) -> ShownText:
        """The text that is shown."""
        return self._shown

    @property
    def stretch(self) -> Stretch | None:
        """What stands out as pointed at."""
        return self._overlay.stretch

    def show_text(self, shown: ShownText, is_writing: bool = False) -> None:
        """Show a text; what it begins with and what was shown before is left as it is."""
        before, self._shown = self._shown, shown
        was_writing, self._is_writing = self._is_writing, is_writing
        if shown is before or (shown.display == before.display and shown.edited == before.edited):
            if was_writing != is_writing:
                self.viewport().update()
            return
        self._scrolls = True
        if was_writing and shown.display.startswith(before.display) and not shown.edited:
            self._append(shown.display[len(before.display) :])
        else:
            self.setPlainText(shown.display)
        self._scrolls = False
        self.viewport().update()

    def show_marks(self, marks: Marks, shades: Marks, emphasis: Emphasis) -> None:
        """Draw these about the letters."""
        over = self._overlay
        if marks is not over.marks or shades is not over.shades or emphasis != over.emphasis:
            self._overlay = replace(over, marks=marks, shades=shades, emphasis=emphasis)
            self.viewport().update()

    def show_found(self, found: Marks, current: Stretch | None) -> None:
        """Show what a search has found, one of it as the place that the user is at."""
        if found is not self._overlay.found or current != self._overlay.current:
            self._overlay = replace(self._overlay, found=found, current=current)
            self.viewport().update()

    def set_room_for_labels(self, has_labels: bool) -> None:
        """Leave room above the lines for labels, or only what makes lines easy to read."""
        self._has_labels = has_labels
        self._lines.set_room(self._room())

    def point_at(self, stretch: Stretch | None) -> None:
        """Let a stretch stand out."""
        before = self._overlay.stretch
        if stretch == before:
            return
        self._overlay = replace(self._overlay, stretch=stretch)
        for changed in (before, stretch):
            self._update_stretch(changed)

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

    def first_offset(self) -> int:
        """Offset of the first code point in view."""
        block = self.firstVisibleBlock()
        if not block.isValid():
            return self._shown.start
        self.blockBoundingRect(block)
        down = self.verticalScrollBar().value() - block.firstLineNumber()
        line = block.layout().lineAt(min(max(down, 0), max(block.layout().lineCount() - 1, 0)))
        return self._shown.offset(block.position() + (line.textStart() if line.isValid() else 0))

    def scroll_to(self, offset: int, middle: bool = False) -> None:
        """Bring the line of a code point to the top, or to a third of the height where it is not in view yet."""
        position = self._shown.position(offset)
        block = self.document().findBlock(position)
        self.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        number = block.firstLineNumber() + (line.lineNumber() if line.isValid() else 0)
        if middle:
            if self._is_in_view(block, line.lineNumber() if line.isValid() else 0):
                return
            number -= self.viewport().height() // max(round(self._line_height()), 1) // 3
        self._scrolls = True
        self.verticalScrollBar().setValue(max(number, 0))
        self._scrolls = False

    def offset_at(self, point: QPointF) -> int | None:
        """The code point at a point of the viewport; None beside the letters."""
        for seen in self._visible(self.viewport().rect()):
            inside = point - seen.at
            if 0 <= inside.y() < self.blockBoundingRect(seen.block).height():
                position = position_at(seen.block, inside)
                return None if position is None or self._is_insertion(position) else self._shown.offset(position)
        return None

    def boxes_of(self, stretch: Stretch) -> list[QRectF]:
        """Boxes about a stretch, in the viewport's coordinates; those in view alone."""
        return [box for seen in self._visible(self.viewport().rect()) for box in seen.boxes(stretch)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw grounds, then the text, then lines and labels."""
        drawn = [one for seen in self._visible(event.rect()) for one in self._overlay.drawn(seen)]
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one in drawn:
            self._draw.ground(painter, one.boxes, one.look, one.is_faint)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one in drawn:
            self._draw.lines(painter, one.boxes, one.look, one.is_faint)
        if self._has_labels:
            paint_labels(self._draw, painter, drawn, self.viewport().width())
        if self._is_writing:
            self._paint_caret(painter)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the mouse is over; select as usual."""
        super().mouseMoveEvent(self._snapped(event))
        self.pointed.emit(self.offset_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select, from the line that the mouse is at, the room above it included."""
        super().mousePressEvent(self._snapped(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked on; a release that ends a selection is no click."""
        super().mouseReleaseEvent(self._snapped(event))
        offset = self.offset_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and offset is not None and not self.textCursor().hasSelection():
            self.clicked.emit(offset)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        super().mouseDoubleClickEvent(self._snapped(event))

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell that the mouse has left."""
        if event.type() == QEvent.Type.Leave:
            self.pointed.emit(None)
        return super().viewportEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What the source says where the selection is: without what was inserted, with its own characters."""
        cursor = self.textCursor()
        data = QMimeData()
        text = self._shown.source_between(cursor.selectionStart(), cursor.selectionEnd())
        data.setText(text.encode("utf-8", "replace").decode())
        return data

    def changeEvent(self, event: QEvent) -> None:
        """Keep the room above the lines in step with the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_lines"):
            self._draw = MarkPainter(self._theme, self.font())
            self._lines.set_room(self._room())

    def _set_up(self) -> None:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self.font())
        self._lines = LineLayout(document, lambda: self.viewport().width(), self._formats)
        document.setDocumentLayout(self._lines)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setDocumentMargin(SPACING + 4)
        self.setDocument(document)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._lines.set_room(self._room())

    def _room(self) -> float:
        metrics = self.fontMetrics()
        return self._draw.label_height if self._has_labels else round(metrics.height() * _LEADING)

    def _line_height(self) -> float:
        return self._lines.room + self.fontMetrics().height()

    def _append(self, more: str) -> None:
        cursor = self.textCursor()
        at_end = self.verticalScrollBar().value() >= self.verticalScrollBar().maximum() - 1
        end = type(cursor)(self.document())
        end.movePosition(end.MoveOperation.End)
        end.insertText(more)
        if at_end:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _formats(self, block: QTextBlock) -> list[QTextLayout.FormatRange]:
        """How letters that do not stand in the source are written."""
        first, last = block.position(), block.position() + block.length()
        found = []
        for start, end, edit in self._shown.edited:
            if edit.kind is EditKind.DELETED and start < last and end > first:
                one = QTextLayout.FormatRange()
                one.start, one.length = max(start, first) - first, min(end, last) - max(start, first)
                one.format = self._struck()
                found.append(one)
        return found

    def _struck(self) -> QTextCharFormat:
        result = QTextCharFormat()
        result.setForeground(self._theme.color("bad"))
        result.setBackground(self._theme.color("bad", 0.12))
        result.setFontStrikeOut(True)
        return result

    def _is_insertion(self, position: int) -> bool:
        return any(s <= position < e and edit.start == edit.end for s, e, edit in self._shown.edited)

    def _visible(self, area: QRect) -> Iterator[Visible]:
        """The paragraphs that share a pixel with an area of the viewport."""
        block, at = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid() and at.y() <= area.bottom():
            height = self.blockBoundingRect(block).height()
            if at.y() + height >= area.top():
                yield self._seen(block, at, area)
            at.setY(at.y() + height)
            block = block.next()

    def _seen(self, block: QTextBlock, at: QPointF, area: QRect) -> Visible:
        metrics = QFontMetricsF(self.font())
        paragraph = Paragraph(block.layout(), block.text(), metrics, area.top() - at.y(), area.bottom() - at.y())
        start = self._shown.offset(block.position() + paragraph.start)
        end = self._shown.offset(block.position() + max(paragraph.end - 1, 0)) + 1
        return Visible(self._shown, block, QPointF(at), paragraph, start, end)

    def _paint_caret(self, painter: QPainter) -> None:
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        box = self.cursorRect(cursor)
        painter.fillRect(QRectF(box.left() + 1, box.top(), _CARET_PX, box.height()), QColor(self._theme.accent))

    def _update_stretch(self, stretch: Stretch | None) -> None:
        for box in self.boxes_of(stretch) if stretch is not None else ():
            self.viewport().update(box.adjusted(-4, -3, 4, 3).toAlignedRect())

    def _is_in_view(self, block: QTextBlock, line: int) -> bool:
        box = self.blockBoundingGeometry(block).translated(self.contentOffset())
        found = block.layout().lineAt(line)
        top = box.top() + (found.rect().top() if found.isValid() else 0)
        return top >= 0 and top + self._line_height() <= self.viewport().height()

    def _snapped(self, event: QMouseEvent) -> QMouseEvent:
        """The event, moved down out of the room above a line into the line, where Qt looks for letters."""
        for seen in self._visible(self.viewport().rect()):
            inside = event.position() - seen.at
            if 0 <= inside.y() < self.blockBoundingRect(seen.block).height():
                line = line_at(seen.block.layout(), inside.y())
                lack = 0.0 if line is None else line.rect().top() + 1 - inside.y()
                return _moved(event, lack) if lack > 0 else event
        return event

    def _on_scrolled(self) -> None:
        if not self._scrolls:
            self.scrolled.emit()


def _moved(event: QMouseEvent, down: float) -> QMouseEvent:
    by = QPointF(0, down)
    return QMouseEvent(
        event.type(),
        event.position() + by,
        event.globalPosition() + by,
        event.button(),
        event.buttons(),
        event.modifiers(),
    )
