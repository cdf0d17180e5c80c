"""The first words of a text with its entities on the colours of their types, as in a preview."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from granview.core.palette import class_colors
from granview.core.text import Span
from granview.gui.widgets.text_preview import one_line

_ALPHA: Final = 96


def words_with_spans(text: str, spans: Sequence[Span], n_chars: int) -> tuple[str, tuple[Span, ...]]:
    """The first words of a text in one line, and its spans by their places in that.

    Args:
        text: The text.
        spans: Spans of it, in code points; what lies behind the first words is left out.
        n_chars: So many characters at most.
    """
    line: list[str] = []
    places: list[int] = []
    for char in text[: 4 * n_chars]:
        places.append(len(line))
        if not char.isspace():
            line.append(char)
        elif line and line[-1] != " ":
            line.append(" ")
    words = one_line("".join(line), n_chars)
    places += [len(line)]
    kept = [
        Span(places[span.start], min(places[min(span.end, len(places) - 1)], len(words)), span.label)
        for span in spans
        if span.start < len(places) - 1
    ]
    return words, tuple(span for span in kept if span.start < span.end)


def paint_marked_words(
    painter: QPainter, area: QRect, words: str, spans: Sequence[Span], types: Sequence[str], font: QFont
) -> None:
    """Draw words, wrapped and as far as there is room, each span on the colour of its type.

    Args:
        painter: Has the pen of the words.
        area: Where.
        words: In one line.
        spans: Spans of the words, in code points.
        types: All types that have a colour, in order.
        font: The font.
    """
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.setFormats(_formats(words, spans, types))
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(area.width())
        line.setPosition(QPointF(0, height))
        height += line.height()
        if height + line.height() > area.height():
            break
    layout.endLayout()
    layout.draw(painter, QPointF(area.topLeft()))


def _formats(words: str, spans: Sequence[Span], types: Sequence[str]) -> list[QTextLayout.FormatRange]:
    colors = dict(zip(types, class_colors(types), strict=True))
    found = []
    for span in spans:
        made = QTextLayout.FormatRange()
        start, end = (len(words[:place].encode("utf-16-le")) // 2 for place in (span.start, span.end))
        color = QColor(*colors[span.label])
        color.setAlpha(_ALPHA)
        style = QTextCharFormat()
        style.setBackground(QBrush(color))
        made.start, made.length, made.format = start, end - start, style
        found.append(made)
    return found
