"""How paragraphs are laid out: as in any plain text view, with room above each line.

Lines keep their distance where letters of another font are among them: what such a font leaves empty is not counted.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument, QTextLayout, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout

from granview.gui.paint.text_geometry import TALLEST

Formats = Callable[[QTextBlock], Sequence[QTextLayout.FormatRange]]


class LineLayout(QPlainTextDocumentLayout):
    """Lays out a paragraph when it first comes into view.

    Args:
        document: Laid out by this.
        width: Room for a line now, in px.
        formats: How parts of a paragraph's letters differ from the rest.
    """

    def __init__(self, document: QTextDocument, width: Callable[[], float], formats: Formats) -> None:
        super().__init__(document)
        self._width = width
        self._formats = formats
        self._room = 0.0
        self._size_is_new = self._is_telling = False

    @property
    def room(self) -> float:
        """Room above each line, in px."""
        return self._room

    def set_room(self, room: float) -> None:
        """Leave this much room above each line from now on."""
        if room != self._room:
            self._room = room
            self.lay_out_anew()

    def lay_out_anew(self) -> None:
        """Forget the layout of every paragraph."""
        self.document().markContentsDirty(0, self.document().characterCount())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Where a paragraph stands, from its own top."""
        if not block.isValid():
            return QRectF()
        layout = block.layout()
        if layout.lineCount() == 0:
            self._lay_out(block, layout)
        box = layout.boundingRect()
        return QRectF(0, 0, max(box.right(), 1.0), box.bottom())

    def _option_of(self, block: QTextBlock) -> QTextOption:
        """How the lines of a paragraph run: from the side on which its own letters begin."""
        option = QTextOption(self.document().defaultTextOption())
        if block.textDirection() == Qt.LayoutDirection.RightToLeft:
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        return option

    def _lay_out(self, block: QTextBlock, layout: QTextLayout) -> None:
        margin = self.document().documentMargin()
        layout.setFormats(list(self._formats(block)))
        layout.setTextOption(self._option_of(block))
        layout.beginLayout()
        metrics = QFontMetricsF(self.document().defaultFont())
        bottom = 0.0
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(True)
            line.setLineWidth(max(self._width() - 2 * margin, 1))
            above = max(line.ascent() - metrics.ascent() * TALLEST, 0)
            below = max(line.descent() - metrics.descent() * TALLEST, 0)
            line.setPosition(QPointF(margin, bottom + self._room - above))
            bottom += self._room + line.height() - above - below
        layout.endLayout()
        before = self.document().lineCount()
        block.setLineCount(layout.lineCount())
        if self.document().lineCount() != before:
            self._tell_size()

    def _tell_size(self) -> None:
        """Tell the view of the new size; what it lays out in answer is told once it has done so, not inside of that."""
        self._size_is_new = True
        if self._is_telling:
            return
        self._is_telling = True
        while self._size_is_new:
            self._size_is_new = False
            self.documentSizeChanged.emit(self.documentSize())
        self._is_telling = False
