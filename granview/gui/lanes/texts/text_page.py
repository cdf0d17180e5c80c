"""A shown text laid out, and what stands where in it."""

import math
from collections.abc import Iterator

from PySide6.QtCore import QMimeData, QPointF, QRect, QRectF, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QMouseEvent,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from granview.gui.lanes.texts.line_layout import LineLayout
from granview.gui.lanes.texts.overlay import VisibleParagraph
from granview.gui.lanes.texts.passive_text_edit import PassiveTextEdit
from granview.gui.model.shown_text import ShownText
from granview.gui.model.text_viewport import TextSpan
from granview.gui.paint.text_geometry import Paragraph, line_at, position_at
from granview.gui.style.theme import SPACING, Theme
from granview.scoring.word_difference import EditKind


class TextPage(PassiveTextEdit):
    """Knows which code point is where, lays out what is in view alone, and copies the source as it stands there."""

    scrolled = Signal()
    """The user scrolled."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = ShownText("")
        self._scrolls = False
        self._set_up()

    @property
    def shown(self) -> ShownText:
        """The text that is shown."""
        return self._shown

    def put(self, shown: ShownText, grows: bool = False) -> bool:
        """Show a text; what was shown before is left as it is where it is the same, or where the text only grows.

        Args:
            shown: The text.
            grows: Whether it is being written.

        Returns:
            Whether there is anything new to see.
        """
        before, self._shown = self._shown, shown
        if shown is before or (shown.display == before.display and shown.edited == before.edited):
            return False
        self._scrolls = True
        if grows and shown.display.startswith(before.display) and not shown.edited:
            self._append(shown.display[len(before.display) :])
        else:
            self.setPlainText(shown.display)
        self._scrolls = False
        return True

    def height_of(self, lines: int) -> int:
        """The height that this many lines take with the margins about them, in px."""
        return math.ceil(lines * self._line_height() + 2 * self.document().documentMargin())

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
        for seen in self.visible(self.viewport().rect()):
            inside = point - seen.at
            if 0 <= inside.y() < self.blockBoundingRect(seen.block).height():
                position = position_at(seen.block, inside)
                return None if position is None or self._is_insertion(position) else self._shown.offset(position)
        return None

    def boxes_of(self, text_span: TextSpan) -> list[QRectF]:
        """Boxes about a span, in the viewport's coordinates; those in view alone."""
        return [box for seen in self.visible(self.viewport().rect()) for box in seen.boxes(text_span)]

    def visible(self, area: QRect) -> Iterator[VisibleParagraph]:
        """The paragraphs that share a pixel with an area of the viewport."""
        block, at = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid() and at.y() <= area.bottom():
            height = self.blockBoundingRect(block).height()
            if at.y() + height >= area.top():
                yield self._seen(block, at, area)
            at.setY(at.y() + height)
            block = block.next()

    def snapped(self, event: QMouseEvent) -> QMouseEvent:
        """The event, moved down out of the room above a line into the line, where Qt looks for letters."""
        for seen in self.visible(self.viewport().rect()):
            inside = event.position() - seen.at
            if 0 <= inside.y() < self.blockBoundingRect(seen.block).height():
                line = line_at(seen.block.layout(), inside.y())
                lack = 0.0 if line is None else line.rect().top() + 1 - inside.y()
                return _moved(event, lack) if lack > 0 else event
        return event

    def createMimeDataFromSelection(self) -> QMimeData:
        """What the source says where the selection is: without what was inserted, with its own characters."""
        cursor = self.textCursor()
        data = QMimeData()
        text = self._shown.source_between(cursor.selectionStart(), cursor.selectionEnd())
        data.setText(text.encode("utf-8", "replace").decode())
        return data

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

    def _seen(self, block: QTextBlock, at: QPointF, area: QRect) -> VisibleParagraph:
        metrics = QFontMetricsF(self.font())
        paragraph = Paragraph(block.layout(), block.text(), metrics, area.top() - at.y(), area.bottom() - at.y())
        start = self._shown.offset(block.position() + paragraph.start)
        end = self._shown.offset(block.position() + max(paragraph.end - 1, 0)) + 1
        return VisibleParagraph(self._shown, block, QPointF(at), paragraph, start, end)

    def _is_in_view(self, block: QTextBlock, line: int) -> bool:
        box = self.blockBoundingGeometry(block).translated(self.contentOffset())
        found = block.layout().lineAt(line)
        top = box.top() + (found.rect().top() if found.isValid() else 0)
        return top >= 0 and top + self._line_height() <= self.viewport().height()

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
